import type { Params } from "./body.ts";
import { ApiError, badRequest } from "./error.ts";
import { botUser, type World } from "./world.ts";

export const getMe = (world: World) => ({
  ...botUser(world),
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
});

export function setMyCommands(world: World, params: Params) {
  const commands = params["commands"];
  if (!Array.isArray(commands)) throw badRequest("can't parse commands: expected an Array");
  if (commands.length > 100) throw badRequest("BOT_COMMANDS_TOO_MUCH");
  for (const { command, description } of commands as Record<string, unknown>[]) {
    if (typeof command !== "string" || !/^[a-z0-9_]{1,32}$/.test(command))
      throw badRequest("BOT_COMMAND_INVALID");
    if (typeof description !== "string" || description.length < 1 || description.length > 256)
      throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
  }
  world.commands = commands as World["commands"];
  return true;
}

export const getMyCommands = (world: World) => world.commands;

export function setMyDescription(world: World, params: Params) {
  world.descriptions.long = limited(params["description"], 512);
  return true;
}

export function setMyShortDescription(world: World, params: Params) {
  world.descriptions.short = limited(params["short_description"], 120);
  return true;
}

function limited(given: unknown, most: number): string {
  const text = String(given ?? "");
  if (text.length > most) throw badRequest("BOT_DESCRIPTION_TOO_LONG");
  return text;
}

export function getFile(world: World, params: Params) {
  const id = String(params["file_id"] ?? "");
  const file = world.files.get(id);
  if (!file) throw badRequest("invalid file_id");
  if (file.length > 20 * 1024 * 1024) throw badRequest("file is too big");
  return { file_id: id, file_unique_id: id, file_size: file.length, file_path: `files/${id}` };
}

/** Arguments of setWebhook, checked. */
export function webhookArguments(params: Params) {
  const url = String(params["url"] ?? "");
  const secret = params["secret_token"] === undefined ? null : String(params["secret_token"]);
  if (url !== "" && !/^https:\/\/|^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(url))
    throw badRequest("bad webhook: An HTTPS URL must be provided for webhook");
  if (secret !== null && !/^[\w-]{1,256}$/.test(secret))
    throw badRequest("secret token contains unallowed characters");
  const connections = Number(params["max_connections"] ?? 40);
  if (!(connections >= 1 && connections <= 100))
    throw badRequest("max_connections must be between 1 and 100");
  return { url, secret, connections };
}

/** allowed_updates: a list of names; null = as before. */
export function allowedUpdates(given: unknown): string[] | null {
  if (given === undefined) return null;
  if (!Array.isArray(given) || !given.every((kind) => typeof kind === "string"))
    throw new ApiError(
      400,
      "Bad Request: can't parse allowed_updates: expected an Array of String",
    );
  return given as string[];
}
