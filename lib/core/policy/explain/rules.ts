import { howFar, lengthOf } from "#core/message/span.ts";
import { duration, minute } from "#core/time.ts";
import { type PlannedPromise, planAppointments } from "../plan.ts";
import type { AppointmentPolicy, Policy } from "../shape.ts";
import { accessRules } from "./access-rules.ts";
import { noShowRules } from "./no-show-rules.ts";
import { type ExplainedRule, explained } from "./rule.ts";
import { waitingRules } from "./waiting-rule.ts";
import type { Wording } from "./wording.ts";

/** What is promised, in the order in which it falls due, then what holds for whoever books, and for whoever did not come. */
export const explainRules = (policy: Policy, wording: Wording): ExplainedRule[] => {
  const { terms, appointments } = policy;
  if (appointments === undefined) return [];
  return [
    ...(planAppointments(policy)?.promises ?? []).map((promise) => promised(policy, promise, wording)),
    noticeRule(appointments, wording),
    explained("terms", terms, wording.say(wording.texts.terms, { version: terms.version, url: terms.url })),
    ...bookingRules(appointments, wording),
    ...sessionTypes(appointments, wording),
    ...waitingRules(appointments, wording),
    ...noShowRules(appointments, wording),
    ...accessRules(policy, appointments, wording),
  ];
};

const promised = ({ company }: Policy, promise: PlannedPromise, wording: Wording): ExplainedRule => {
  const { language, texts, say } = wording;
  const { id, channel, moment } = promise;
  const text =
    "within" in moment
      ? say(texts.confirmation, { company, length: lengthOf(language, moment.within) })
      : say(texts.reminder[channel], { company, before: howFar(language, moment.before) });
  return explained(id, promise, text);
};

const noticeRule = ({ notice }: AppointmentPolicy, { language, texts, say }: Wording): ExplainedRule =>
  explained("notice", notice, say(texts.notice, { length: lengthOf(language, duration(notice.atLeast)) }));

const bookingRules = ({ booking }: AppointmentPolicy, wording: Wording): ExplainedRule[] => {
  const { language, texts, say } = wording;
  const { leadTime, horizonDays, stepMinutes, limits } = booking;
  const lead = lengthOf(language, duration(leadTime));
  const step = lengthOf(language, stepMinutes * minute);
  const rules = [explained("booking", booking, say(texts.booking, { lead, days: horizonDays, step }))];
  if (limits === undefined) return rules;
  const { open, perAddressPerDay: made, perNetworkPerHour: network } = limits;
  return [...rules, explained("limits", booking, say(texts.limits, { open, made, network }))];
};

const sessionTypes = (
  { sessionTypes: types, hosts }: AppointmentPolicy,
  { language, texts, say, list }: Wording,
): ExplainedRule[] =>
  types.map((type) => {
    const names = hosts.filter(({ id }) => type.hosts.includes(id)).map(({ name }) => name);
    const length = lengthOf(language, type.minutes * minute);
    const text = say(texts.sessionType, { session: type.name[language], length, hosts: list(names) });
    return explained(type.id, type, text);
  });
