import { z } from "zod";
import type { Station } from "../domain/station.ts";
import { readYaml } from "./front-matter.ts";
import type { Failure } from "./front-matter.ts";
import type { Problem } from "./problem.ts";
import { failuresOf } from "./schema-problems.ts";
import type { ProblemWording } from "./wording.ts";

const line = z.string().trim().min(1);
/** In quotes, because YAML drops the leading zero of a bare 0470. */
const number = z.string().regex(/^[0-9][0-9 -]*$/, '"0470-1234567"');
const day = z.iso.date("2026-10-01");
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "08:30");

const openHours = z.array(
  z.strictObject({ days: z.array(z.int().min(1).max(7)).min(1), from: time, to: time }),
);

const stationSchema = z.strictObject({
  name: line,
  area_code: number.nullish(),
  phone: number.nullish(),
  address: line.nullish(),
  hours: openHours.nullish(),
  villages: z.array(z.strictObject({ name: line, officer: line.nullish() })).nullish(),
  sms_alarm: number.nullish(),
  /** Unit: yuan. */
  loss_threshold: z.number().positive().nullish(),
  /** Days closed; a day that makes up for one is written with `open: true`. */
  holidays: z
    .array(z.union([day, z.strictObject({ date: day, open: z.boolean(), name: line.nullish() })]))
    .nullish(),
  seats: z
    .strictObject({ counters: z.int().min(1).max(20).nullish(), hours: openHours.nullish() })
    .nullish(),
  village_days: z
    .array(
      z.strictObject({
        village: line,
        days: z.array(z.int().min(1).max(7)).nullish(),
        on: z.array(day).nullish(),
        ...{ from: time, to: time },
      }),
    )
    .nullish(),
  /** Names of the official places on the web, for whoever fills the file in; no entry asks for them. */
  online: z.record(z.string(), line).nullish(),
  checked_on: day.nullish(),
});

export type StationRead = { ok: true; station: Station } | { ok: false; problems: Problem[] };

/** Reads the text of knowledge/station.yaml: all that another station changes. */
export function readStationFile(file: string, text: string, words: ProblemWording): StationRead {
  const refuse = (failures: Failure[]): StationRead => ({
    ok: false,
    problems: failures.map((failure) => ({ file, ...failure })),
  });
  const read = readYaml(text, 1, words);
  if (!read.ok) return refuse(read.failures);
  const fields = stationSchema.safeParse(read.yaml.data ?? {});
  if (!fields.success) return refuse(failuresOf(fields.error, read.yaml, words));
  const data = fields.data;
  return {
    ok: true,
    station: {
      name: data.name,
      areaCode: data.area_code ?? null,
      phone: data.phone ?? null,
      address: data.address ?? null,
      hours: data.hours ?? [],
      villages: (data.villages ?? []).map(({ name, officer }) => ({
        name,
        officer: officer ?? null,
      })),
      smsAlarm: data.sms_alarm ?? null,
      lossThreshold: data.loss_threshold ?? null,
      holidays: (data.holidays ?? []).flatMap(closedDay),
      villageDays: (data.village_days ?? []).map(({ days, on, ...visit }) => ({
        ...visit,
        ...{ days: days ?? [], on: on ?? [] },
      })),
      seats: data.seats
        ? { counters: data.seats.counters ?? 1, hours: data.seats.hours ?? [] }
        : null,
      checkedOn: data.checked_on ?? null,
    },
  };
}

function closedDay(holiday: string | { date: string; open: boolean }): string[] {
  if (typeof holiday === "string") return [holiday];
  return holiday.open ? [] : [holiday.date];
}

/** A station of which nothing is known: what is served while its file cannot be read. */
export function unknownStation(name: string): Station {
  return {
    name,
    areaCode: null,
    phone: null,
    address: null,
    hours: [],
    villages: [],
    smsAlarm: null,
    holidays: [],
    checkedOn: null,
  };
}
