import type { Day } from "../domain/appointment.ts";
import type { SeatsShown } from "../domain/seat-desk.ts";
import { seatPageTexts as words } from "../texts/zh-cn/seats-page.ts";

interface Props {
  shown: SeatsShown;
  token: string;
}

/** Somebody stands at the counter without a seat. */
export function WalkInForm({ shown, token }: Props) {
  const { walkIn } = words;
  return (
    <form
      class="fields no-print"
      method="post"
      action={`/desk/appointments/walk-in?token=${token}`}
    >
      <h2>{walkIn.title}</h2>
      <p>
        <label for="service">{walkIn.service}</label>
        <select id="service" name="service">
          {shown.services.map(({ service, name }) => (
            <option key={service} value={service}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label for="name">{walkIn.name}</label>
        <input id="name" name="name" maxLength={12} autocomplete="off" />
      </p>
      <button class="main">{walkIn.button}</button>
    </form>
  );
}

/** Half a day that is closed after all, or opened again. */
export function CloseForm({ shown, token, day }: Props & { day: Day }) {
  const { close } = words;
  return (
    <form class="fields no-print" method="post" action={`/desk/appointments/close?token=${token}`}>
      <h2>{close.title}</h2>
      <p>{close.lead}</p>
      <p>
        <label for="day">{close.day}</label>
        <input id="day" name="day" type="date" value={day} min={shown.today} required />
      </p>
      <p>
        <label for="half">{close.half}</label>
        <select id="half" name="half">
          {(["am", "pm", "all"] as const).map((half) => (
            <option key={half} value={half}>
              {close.halves[half]}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label for="place">{close.place}</label>
        <select id="place" name="place">
          {shown.places.map((place) => (
            <option key={place} value={place}>
              {place}
            </option>
          ))}
        </select>
      </p>
      <div class="steps">
        <button class="main">{close.close}</button>
        <button formAction={`/desk/appointments/open?token=${token}`}>{close.open}</button>
      </div>
    </form>
  );
}
