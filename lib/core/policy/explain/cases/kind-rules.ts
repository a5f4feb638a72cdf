import type { CaseKind } from "../../case-kinds.ts";
import type { CaseKindPolicy, TopicPolicy } from "../../cases.ts";
import { type ExplainedRule, explained } from "../rule.ts";
import { milestoneRules, promiseOf } from "./milestone-rules.ts";
import { clarifyingRules } from "./steady-rules.ts";
import type { CaseWording } from "./wording.ts";

/** All that holds for one kind of case: who takes it up, what is due when, and how it ends. */
export const kindRules = (name: CaseKind, kind: CaseKindPolicy, wording: CaseWording): ExplainedRule[] => {
  const { texts, say, team, list } = wording;
  return [
    explained(`${name}.team`, kind, say(texts.team, { team: team(kind.team) })),
    ...(kind.topics ?? []).map((topic) =>
      explained(`${name}.topic.${topic.id}`, topic, topicText(topic, wording)),
    ),
    ...(kind.loggedUnder === undefined
      ? []
      : [explained(`${name}.loggedUnder`, kind, say(texts.logged, { mailboxes: list(kind.loggedUnder) }))]),
    ...milestoneRules(name, kind, wording),
    ...requestRules(name, kind, wording),
    ...costRules(name, kind, wording),
    ...clarifyingRules(name, kind, wording),
    ...endRules(name, kind, wording),
  ];
};

const topicText = ({ name, team: id, fields }: TopicPolicy, wording: CaseWording): string => {
  const { language, texts, say, list, team } = wording;
  const named = (required: boolean) =>
    fields.filter((field) => field.required === required).map((field) => field.name[language]);
  const [required, optional] = [named(true), named(false)];
  return say(texts.topic, {
    topic: name[language],
    team: team(id),
    asked: required.length === 0 ? "none" : "some",
    required: list(required),
    also: optional.length === 0 ? "none" : "some",
    optional: list(optional),
  });
};

const requestRules = (name: CaseKind, kind: CaseKindPolicy, wording: CaseWording): ExplainedRule[] => {
  const { requests } = kind;
  if (requests === undefined) return [];
  const { texts, say, list, span } = wording;
  const { reminders, silentAfter, pauses } = requests;
  const paused = kind.milestones.filter(({ id }) => pauses.customer.includes(id));
  const text = say(reminders.length === 0 ? texts.requestsWithout : texts.requests, {
    reminders: list(reminders.map(span)),
    silent: span(silentAfter),
    still: paused.length === 0 ? "none" : "some",
    paused: list(paused.map((each) => promiseOf(kind, each, wording))),
  });
  return [explained(`${name}.requests`, requests, text)];
};

const costRules = (name: CaseKind, kind: CaseKindPolicy, wording: CaseWording): ExplainedRule[] => {
  const { costs } = kind;
  if (costs === undefined) return [];
  const { texts, say, list, span } = wording;
  const paused = kind.milestones.filter(({ id }) => costs.pauses.includes(id));
  const text = say(texts.costs, {
    reminders: costs.reminders.length === 0 ? "none" : "some",
    after: list(costs.reminders.map(span)),
    silent: span(costs.silentAfter),
    still: paused.length === 0 ? "none" : "some",
    paused: list(paused.map((each) => promiseOf(kind, each, wording))),
  });
  return [explained(`${name}.costs`, costs, text)];
};

const endRules = (
  name: CaseKind,
  { closing, reopening, satisfaction, escalation }: CaseKindPolicy,
  { texts, say, list, span, team, receiver }: CaseWording,
): ExplainedRule[] => {
  const rules: ExplainedRule[] = [];
  const add = (what: string, rule: Source, text: string): void =>
    void rules.push(explained(`${name}.${what}`, rule, text));
  if (closing !== undefined) {
    const report = closing.reportTo === undefined ? "none" : "some";
    const facts = { span: span(closing.after), report, team: team(closing.reportTo ?? "") };
    add("closing", closing, say(texts.closing, facts));
  }
  if (escalation !== undefined) {
    const facts = { span: span(escalation.within), receivers: list(escalation.to.map(receiver)) };
    add("escalation", escalation, say(texts.escalation, facts));
  }
  if (reopening !== undefined)
    add("reopening", reopening, say(texts.reopening, { span: span(reopening.within) }));
  if (satisfaction !== undefined)
    add("satisfaction", satisfaction, say(texts.satisfaction, { span: span(satisfaction.after) }));
  return rules;
};

type Source = Parameters<typeof explained>[1];
