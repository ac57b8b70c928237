import type { z } from "zod";
import type { Failure, YamlData } from "./front-matter.ts";
import type { ProblemWording } from "./wording.ts";

/**
 * Says a zod error in the reader's language, each issue with its line. A schema marks a format
 * by giving an example of it as the message.
 */
export function failuresOf(error: z.ZodError, yaml: YamlData, words: ProblemWording): Failure[] {
  return error.issues.flatMap((issue) => sentencesOf(issue, yaml, words));
}

function sentencesOf(issue: z.core.$ZodIssue, yaml: YamlData, words: ProblemWording): Failure[] {
  const key = nameOf(issue.path);
  const line = yaml.lineOf(issue.path);
  const one = (reason: string): Failure[] => [{ line, reason }];
  switch (issue.code) {
    case "invalid_type":
      return one(
        valueAt(yaml.data, issue.path) === undefined
          ? words.missing(key)
          : words.wrongKind(key, issue.expected),
      );
    case "unrecognized_keys":
      return issue.keys.map((name) => ({
        line: yaml.lineOf([...issue.path, name]),
        reason: words.unknownKey(nameOf([...issue.path, name])),
      }));
    case "invalid_value":
      return one(words.notOneOf(key, issue.values.map(String)));
    case "too_small":
      return one(words.tooFew(key, Number(issue.minimum)));
    case "too_big":
      return one(words.tooLong(key, Number(issue.maximum)));
    default:
      return one(words.badFormat(key, issue.message));
  }
}

function nameOf(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part + 1}]` : `.${String(part)}`))
    .join("")
    .replace(/^\./, "");
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}
