import type { Topic } from "../domain/sets.ts";

/** What people call the subject of a folder. Folders of many subjects have no such word. */
const topicWords: Partial<Record<Topic, string>> = {
  "id-card": "身份证",
  hukou: "户口",
  residence: "居住证",
};

/** Words that name an entry's matter beside a question that leans on it. */
export function contextOf({ topic, title }: { topic: Topic; title: string }): string {
  const word = topicWords[topic];
  const named = title.split(/[,，、。：:（(]/u)[0] ?? title;
  // A narrower thing than the folder's own (临时身份证, 户口本) keeps its name.
  if (word === undefined || /临时|户口本|户口簿|居住登记/u.test(named)) return named;
  return word;
}
