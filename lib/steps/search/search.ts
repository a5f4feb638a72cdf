import type { Ports } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import type { Case } from "#core/case/case.ts";
import type { Policy } from "#core/policy/shape.ts";
import { caseHit, sessionHit } from "#core/search/hits.ts";
import { isNamed, type Wanted, wantedBy } from "#core/search/wanted.ts";
import { readAppointment } from "../appointment.ts";
import { readCase } from "../case/read.ts";
import { newestCases } from "./newest-cases.ts";
import { sessionsAround, sessionsOf } from "./sessions.ts";

interface Seen {
  readonly sessions: readonly Appointment[];
  readonly cases: readonly Case[];
}

/**
 * What staff look for, by code, number, e-mail address or name. Nothing is scanned and nothing is kept for it: a code and a
 * number are keys; of an address the customer's own item knows the sessions; a name is looked for in the lists that the
 * desk shows anyway. What lies outside of those is found by its code alone (docs/adr/0019).
 */
export const search = async (ports: Ports, policy: Policy, typed: string) => {
  const seen = await Promise.all(wantedBy(typed).map((wanted) => look(ports, policy, wanted)));
  const sessions = once(seen.flatMap((each) => each.sessions));
  const cases = once(seen.flatMap((each) => each.cases));
  return {
    appointments: sessions.toSorted(byStart).map((each) => sessionHit(policy, each)),
    cases: cases.toSorted(newestFirst).map(caseHit),
  };
};

const look = async (ports: Ports, policy: Policy, wanted: Wanted): Promise<Seen> => {
  if (wanted.by === "code") return lookByCode(ports, policy.pack, wanted.code);
  const whose = (name: string, email: string): boolean =>
    wanted.by === "email" ? email === wanted.email : isNamed(wanted.words, name);
  const [cases, sessions] = await Promise.all([
    newestCases(ports, policy.pack),
    wanted.by === "email"
      ? sessionsOf(ports, policy.pack, wanted.email)
      : sessionsAround(ports, policy, ports.now()),
  ]);
  return {
    cases: cases.filter(({ customer: { name, email } }) => whose(name, email)),
    sessions: sessions.filter(({ customer: { name, email } }) => whose(name, email)),
  };
};

const lookByCode = async (ports: Ports, pack: string, code: string): Promise<Seen> => {
  const [session, it] = await Promise.all([
    readAppointment(ports, { pack, code }),
    readCase(ports, { pack, number: code }),
  ]);
  return { sessions: session === undefined ? [] : [session], cases: it === undefined ? [] : [it] };
};

const once = <Head extends { readonly pk: string }>(heads: readonly Head[]): Head[] => [
  ...new Map(heads.map((head) => [head.pk, head])).values(),
];

const byStart = (one: Appointment, other: Appointment): number => (one.start < other.start ? 1 : -1);
const newestFirst = (one: Case, other: Case): number => (one.receivedAt < other.receivedAt ? 1 : -1);
