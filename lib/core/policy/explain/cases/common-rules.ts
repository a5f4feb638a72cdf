import { locales } from "#core/message/phrase.ts";
import { day } from "#core/time.ts";
import type { CasePolicy } from "../../cases.ts";
import type { Policy } from "../../shape.ts";
import { type ExplainedRule, explained } from "../rule.ts";
import { contactRules } from "./contact-rules.ts";
import { grantRules } from "./grant-rules.ts";
import { steadyRules } from "./steady-rules.ts";
import type { CaseWording } from "./wording.ts";

/** What holds for cases of every kind: working time, what kind something is, and which other systems hear of it. */
export const commonRules = (policy: Policy, cases: CasePolicy, wording: CaseWording): ExplainedRule[] => {
  const { texts, say } = wording;
  const { timeZone } = policy;
  return [
    explained("hours", cases, say(texts.hours, { hours: hoursIn(cases.hours, wording), timeZone })),
    ...triageRules(cases, wording),
    ...contactRules(policy, wording),
    ...grantRules(policy, wording),
    ...steadyRules(policy, wording),
    ...(cases.systems ?? []).map((system) =>
      explained(`system.${system.id}`, system, say(texts.system, { system: systemNames[system.id] })),
    ),
  ];
};

const systemNames = { servicenow: "ServiceNow", pct: "PCT" } as const;

const triageRules = ({ triage }: CasePolicy, wording: CaseWording): ExplainedRule[] => {
  if (triage === undefined) return [];
  const { texts, say, list } = wording;
  const otherwise = say(texts.otherwise, { kind: texts.kinds[triage.otherwise] });
  return [
    ...triage.rules.map((rule) => {
      const facts = { kind: texts.kinds[rule.kind], words: list(rule.words.map((word) => `“${word}”`)) };
      return explained(`triage.${rule.id}`, rule, say(texts.triage, facts));
    }),
    explained("triage.otherwise", triage, otherwise),
  ];
};

/** "Monday, Tuesday and Wednesday 09:00-17:00": days with the same hours are said together. */
const hoursIn = (hours: CasePolicy["hours"], { language, list }: CaseWording): string => {
  const open = weekdays.flatMap((name, nth) => {
    const spans = (hours[name] ?? []).join(", ");
    return spans === "" ? [] : [{ spans, nth }];
  });
  const format = new Intl.DateTimeFormat(locales[language], { weekday: "long", timeZone: "UTC" });
  return [...Map.groupBy(open, ({ spans }) => spans)]
    .map(
      ([spans, days]) => `${list(days.map(({ nth }) => format.format((firstMonday + nth) * day)))} ${spans}`,
    )
    .join("; ");
};

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** 5 January 1970. */
const firstMonday = 4;
