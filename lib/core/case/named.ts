import type { CaseKindPolicy, TopicPolicy } from "#core/policy/cases.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import type { Case } from "./case.ts";

const topicOf = (kind: CaseKindPolicy | undefined, { topic }: Pick<Case, "topic">): TopicPolicy | undefined =>
  kind?.topics?.find(({ id }) => id === topic);

/** What its topic asks for and nobody has filled, required or not. */
export const unfilled = (
  kind: CaseKindPolicy | undefined,
  it: Pick<Case, "topic" | "fields">,
): TopicPolicy["fields"] =>
  (topicOf(kind, it)?.fields ?? []).filter(({ id }) => (it.fields[id] ?? "").trim() === "");

/** What it is about, in the words that customers chose it by. */
export const topicName = (
  kind: CaseKindPolicy | undefined,
  it: Pick<Case, "topic">,
  language: Language,
): string | undefined => topicOf(kind, it)?.name[language];

/** The fields of its topic, as customers read them. */
export const fieldNames = (
  kind: CaseKindPolicy | undefined,
  it: Pick<Case, "topic">,
  language: Language,
): { readonly id: string; readonly name: string }[] =>
  (topicOf(kind, it)?.fields ?? []).map(({ id, name }) => ({ id, name: name[language] }));
