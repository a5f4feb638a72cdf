import { promiseFields } from "#core/case/owed-fields.ts";
import { promiseIn } from "#core/message/promise-phrase.ts";
import type { CaseKind } from "../../case-kinds.ts";
import type { CaseKindPolicy, MilestonePolicy } from "../../cases.ts";
import { noLicence } from "../../milestone-condition.ts";
import { type ExplainedRule, explained } from "../rule.ts";
import { type CaseWording, isAtOnce } from "./wording.ts";

/** What is due when, who is warned of it, and who hears when it is missed; one rule for each milestone. */
export const milestoneRules = (name: CaseKind, kind: CaseKindPolicy, wording: CaseWording): ExplainedRule[] =>
  kind.milestones.map((milestone) =>
    explained(`${name}.${milestone.id}`, milestone, milestoneText(kind, milestone, wording)),
  );

const milestoneText = (kind: CaseKindPolicy, milestone: MilestonePolicy, wording: CaseWording): string => {
  const { texts, say } = wording;
  const { due, warnBefore, extendable } = milestone;
  return [
    say(texts.milestone, {
      promise: promiseOf(kind, milestone, wording),
      under: String(due !== "plan" && due.under === true),
    }),
    ...(warnBefore === undefined ? [] : [say(texts.warned, { span: wording.span(warnBefore) })]),
    missedText(milestone, wording),
    ...(extendable ? [texts.extendable] : []),
  ].join(" ");
};

/** With the cases that have it, where not all of the kind do. */
export const promiseOf = (kind: CaseKindPolicy, milestone: MilestonePolicy, wording: CaseWording): string => {
  const { language, texts, say } = wording;
  const promise = promiseIn(language, promiseFields(kind, milestone));
  const { when } = milestone;
  return when === undefined ? promise : say(texts.onlyFor, { promise, only: onlyFor(when, wording) });
};

const missedText = ({ escalate }: MilestonePolicy, wording: CaseWording): string => {
  const { texts, say, list, span, receiver } = wording;
  if (escalate.length === 0) return texts.missedAlone;
  const levels = escalate.map(({ after, to }) =>
    say(texts.level, { receiver: receiver(to), now: String(isAtOnce(after)), span: span(after) }),
  );
  return say(texts.missed, { levels: list(levels) });
};

const onlyFor = (when: NonNullable<MilestonePolicy["when"]>, { texts, say, list }: CaseWording): string => {
  const { mailboxes = [], licences = [], inbox } = when;
  return list([
    ...mailboxes.map((mailbox) => say(texts.mailbox, { mailbox })),
    ...licences.map((licence) => (licence === noLicence ? texts.noLicence : say(texts.licence, { licence }))),
    ...(inbox === undefined ? [] : [inbox ? texts.inbox : texts.noInbox]),
  ]);
};
