import type { CaseKind } from "../../case-kinds.ts";
import type { CaseKindPolicy } from "../../cases.ts";
import type { Policy } from "../../shape.ts";
import { type ExplainedRule, explained } from "../rule.ts";
import type { CaseWording } from "./wording.ts";

/** With whom contact is kept and how often, what holds for meetings, and who is shown the shared mailbox (mission D7). */
export const steadyRules = ({ steadyContact }: Policy, wording: CaseWording): ExplainedRule[] => {
  if (steadyContact === undefined) return [];
  const { texts, say, span } = wording;
  const { kinds, meetings, pointer } = steadyContact;
  return [
    ...kinds.map((kind) => {
      const { id, every, announce, understanding = false } = kind;
      const facts = { kind: `“${id}”`, every: span(every), before: span(announce) };
      return explained(
        `steadyContact.${id}`,
        kind,
        say(texts.steady, { ...facts, understood: String(understanding) }),
      );
    }),
    ...(meetings === undefined ? [] : [meetingRule(meetings, wording)]),
    ...(pointer === undefined ? [] : [explained("steadyContact.pointer", pointer, say(texts.pointer, {}))]),
  ];
};

type Meetings = NonNullable<NonNullable<Policy["steadyContact"]>["meetings"]>;

const meetingRule = (meetings: Meetings, { texts, say, span }: CaseWording): ExplainedRule => {
  const facts = { length: span({ hours: meetings.remindBefore }), minutes: meetings.graceMinutes };
  return explained("steadyContact.meetings", meetings, say(texts.meetings, facts));
};

/** What is asked until a question is understood. */
export const clarifyingRules = (
  name: CaseKind,
  { clarifying }: CaseKindPolicy,
  { language, texts, say }: CaseWording,
): ExplainedRule[] => {
  if (clarifying === undefined) return [];
  const questions = clarifying.questions.map((question) => question.name[language]).join(" ");
  return [explained(`${name}.clarifying`, clarifying, say(texts.clarifying, { questions }))];
};
