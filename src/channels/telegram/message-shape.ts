import { z } from "zod";

/** An optional field: of the right shape, or as if it were not there. */
const maybe = <T extends z.ZodType>(shape: T) => shape.optional().catch(undefined);

const degrees = (most: number) => z.number().min(-most).max(most);

const entity = z.object({
  type: z.string(),
  offset: z.int().nonnegative(),
  length: z.int().nonnegative(),
  user: maybe(z.object({ id: z.int() })),
});
export type Entity = z.infer<typeof entity>;

/** What we read of a Telegram message. Only the chat is indispensable; other fields stay as they came. */
export const messageShape = z.looseObject({
  chat: z.object({ id: z.int(), type: z.enum(["private", "group", "supergroup", "channel"]) }),
  message_id: maybe(z.int()),
  /** When it was sent; an edit has the time of the edit beside it. Unit: seconds since 1970. */
  date: maybe(z.int().positive()),
  edit_date: maybe(z.int().positive()),
  location: maybe(z.object({ latitude: degrees(90), longitude: degrees(180) })),
  text: maybe(z.string()),
  caption: maybe(z.string()),
  entities: z.array(entity).catch([]),
  caption_entities: z.array(entity).catch([]),
  reply_to_message: maybe(
    z.object({ message_id: maybe(z.int()), from: z.object({ id: z.int() }) }),
  ),
});
export type TelegramMessage = z.infer<typeof messageShape>;

export const callbackShape = z.object({
  id: z.string().min(1),
  data: z.string().min(1),
  message: z.object({ chat: messageShape.shape.chat }),
});
