import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import { noteOnHead, notified } from "#core/appointment/notify.ts";
import { type Actor, asChange, recordChange } from "#core/change.ts";
import type { Counted } from "#core/customer/counted.ts";
import type { Customer } from "#core/customer/customer.ts";
import { isRefusal, type Refusal } from "#core/errors.ts";
import type { Item, Write } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import { readAppointment } from "./appointment.ts";
import { readCounting, sessionOf } from "./counted.ts";
import { sessionLetters } from "./letters.ts";
import { readCustomerHead } from "./limits.ts";
import { payNow } from "./pay.ts";
import type { Previewed } from "./previewed.ts";
import { standingAfter } from "./standing.ts";
import { untilCommitted } from "./until-committed.ts";

/** What a member of staff says about one session of a customer, by its code. */
export interface StandingSaid {
  readonly code: string;
  readonly actor: Actor;
  readonly reason?: string | undefined;
  /** Committed with it: the answer to remember for a repeated request. */
  readonly alongside?: (after: Appointment) => Write;
}

/** Decides what the word makes of the customer: the same one where it changes nothing. */
export type Decide<R extends Refusal> = (customer: Customer, now: Instant, counted: Counted) => Customer | R;

/** A word of staff about a session: what it is called in the audit, and what it makes of the customer. */
export interface Word<R extends Refusal = Refusal> {
  readonly action: string;
  readonly decide: Decide<R>;
}

/**
 * Writes down what staff said about a customer's standing, with what follows from it, as one change of the appointment
 * that it is about: its mails go to the customer in their language, and its entries are the audit.
 * @throws Contended when others kept writing; nothing was written then.
 */
export const sayOfCustomer = async <R extends Refusal>(
  ports: Ports,
  deployed: DeployedPolicy,
  said: StandingSaid,
  word: Word<R>,
): Promise<Appointment | R | Refusal<"not-found">> => {
  let answer: Appointment | R | Refusal<"not-found"> = notFound;
  let entry: Item | undefined;
  await untilCommitted(ports, async () => {
    entry = undefined;
    const decided = await decideSaid(ports, deployed, said, word);
    answer = isRefusal(decided) ? decided : decided.appointment;
    if (isRefusal(decided) || decided.change === undefined) return [];
    entry = decided.change;
    return decided.writes;
  });
  if (entry !== undefined) await payNow(ports, asChange(entry));
  return answer;
};

/** What the customer would read if staff said so now; writes nothing. */
export const previewSaid = async <R extends Refusal>(
  ports: Ports,
  deployed: DeployedPolicy,
  said: StandingSaid,
  word: Word<R>,
): Promise<Previewed | R | Refusal<"not-found">> => {
  const decided = await decideSaid(ports, deployed, said, word);
  if (isRefusal(decided)) return decided;
  const { appointment, promises = appointment.promises, counted } = decided;
  return (await sessionLetters()).previewLetters(ports, {
    before: appointment.promises,
    after: { ...appointment, promises },
    counted,
  });
};

/** Nothing but the appointment where the word changes nothing. */
interface DecidedSaid {
  readonly appointment: Appointment;
  readonly change?: Item;
  readonly writes: Write[];
  readonly promises?: Appointment["promises"];
  readonly counted?: Counted | undefined;
}

const decideSaid = async <R extends Refusal>(
  ports: Ports,
  deployed: DeployedPolicy,
  said: StandingSaid,
  { action, decide }: Word<R>,
): Promise<DecidedSaid | R | Refusal<"not-found">> => {
  const appointment = await readAppointment(ports, { pack: deployed.policy.pack, code: said.code });
  if (appointment === undefined) return notFound;
  const customer = await readCustomerHead(ports, appointment.pack, appointment.customer.email);
  const { counted } = await readCounting(ports, deployed.policy, customer, sessionOf(appointment));
  const next = decide(customer, ports.now(), counted);
  if (isRefusal(next)) return next;
  if (next === customer) return { appointment, writes: [] };
  return asChangeOf(ports, deployed, appointment, { customer, next }, { ...said, action });
};

const notFound: Refusal<"not-found"> = { refused: "not-found", detail: "There is nothing of that name." };

const asChangeOf = async (
  ports: Ports,
  deployed: DeployedPolicy,
  appointment: Appointment,
  { customer, next }: { readonly customer: Customer; readonly next: Customer },
  { actor, reason, alongside, action }: StandingSaid & { readonly action: string },
): Promise<DecidedSaid> => {
  const now = ports.now();
  const { letters, writes, counted } = await standingAfter(ports, deployed, appointment, {
    before: customer,
    after: next,
  });
  const { promises, owed } = notified(appointment, letters, now);
  const after = { ...appointment, promises, rev: appointment.rev + 1 };
  const change = recordChange(after, now, {
    actor,
    action,
    ...(reason !== undefined && { reason }),
    ...(owed.length > 0 && { owed }),
  });
  const remembered = alongside === undefined ? [] : [alongside(after)];
  return {
    appointment,
    promises,
    counted,
    change: change.put,
    writes: [noteOnHead(appointment, { promises }), change, ...writes, ...remembered],
  };
};
