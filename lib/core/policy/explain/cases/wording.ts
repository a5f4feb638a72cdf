import { spanIn } from "#core/message/promise-phrase.ts";
import { duration } from "#core/time.ts";
import type { Receiver } from "../../case-words.ts";
import type { CasePolicy, MilestonePolicy } from "../../cases.ts";
import type { Language } from "../../vocabulary.ts";
import { type Wording, wordingIn } from "../wording.ts";
import { type CaseTexts, caseTexts } from "./texts.ts";

export type Span = MilestonePolicy["escalate"][number]["after"];

/** How to say what a policy says about cases in one language. */
export interface CaseWording extends Omit<Wording, "texts"> {
  readonly texts: CaseTexts;
  span(length: Span): string;
  /** Of that id, as the policy calls it. */
  team(id: string): string;
  /** The handler, or the name of the team. */
  receiver(to: Receiver): string;
}

export const caseWording = (language: Language, cases: CasePolicy): CaseWording => {
  const texts = caseTexts[language];
  const team = (id: string) => cases.teams.find((each) => each.id === id)?.name ?? id;
  return {
    ...wordingIn(language),
    texts,
    span: (length) => spanIn(language, length),
    team,
    receiver: (to) => (to === "handler" ? texts.handler : team(cases.receivers?.[to] ?? to)),
  };
};

/** Nothing that anybody waits for. */
export const isAtOnce = (span: Span): boolean => {
  if ("workingDays" in span) return span.workingDays === 0;
  if ("days" in span) return span.days === 0;
  return duration("hours" in span ? span.hours : span.workingHours) === 0;
};
