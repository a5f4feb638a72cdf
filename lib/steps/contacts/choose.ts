import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import { caseCalendar } from "#core/case/calendar-of.ts";
import type { WorkCalendar } from "#core/case/work-calendar.ts";
import { type Choice, choose } from "#core/contacts/choose.ts";
import type { Refusal } from "#core/errors.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Instant } from "#core/time.ts";
import { readAbsences } from "../absence/read.ts";

export type ContactRefusal = Refusal<"no-contacts" | "unknown-question">;

/** Who answers that question at that moment, by the matrix and whoever is away then (expandit, "Telefonregeln"). */
export const chooseContact = async (
  ports: Ports,
  { policy }: DeployedPolicy,
  asked: string,
  at: Instant,
): Promise<Choice | ContactRefusal> => {
  const { contacts, company, pack } = policy;
  if (contacts === undefined)
    return { refused: "no-contacts", detail: `${company} has no matrix of contacts.` };
  const question = contacts.questions.find(({ id }) => id === asked);
  if (question === undefined) return unknown(contacts.questions);
  const absences = await readAbsences(ports, pack, at);
  const isTeam = (who: string) => policy.cases?.teams.some(({ id }) => id === who) ?? false;
  return choose(question, { absences, isTeam, calendarOf: (who) => calendarOf(ports, policy, who) }, at);
};

const unknown = (questions: readonly { readonly id: string }[]): ContactRefusal => ({
  refused: "unknown-question",
  detail: `There is no such kind of question; there are ${questions.map(({ id }) => id).join(", ")}.`,
});

/** Their own hours and zone, and the days on which the company is closed. */
const calendarOf = (ports: Ports, policy: Policy, who: string): WorkCalendar => {
  const person = policy.contacts?.persons.find(({ id }) => id === who);
  const { cases } = policy;
  if (person === undefined || cases === undefined) throw new RangeError(`nobody is called "${who}"`);
  const own = { ...policy, timeZone: person.timeZone, cases: { ...cases, hours: person.hours } };
  return caseCalendar(own, ports.holidays, undefined).calendar;
};
