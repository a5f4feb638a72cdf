import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { Appointment, Revision } from "#core/appointment/appointment.ts";
import type { RevisedBy } from "#core/appointment/revise.ts";
import { aftermath, customerRevised } from "#core/customer/aftermath.ts";
import { noShowRule } from "#core/customer/consequence.ts";
import type { Counted } from "#core/customer/counted.ts";
import { type Customer, putCustomer } from "#core/customer/customer.ts";
import { proveAddress } from "#core/customer/strikes.ts";
import type { MessageKind } from "#core/policy/vocabulary.ts";
import { keyOf, type Write } from "#core/table.ts";
import { closeTask, openTask } from "#core/task.ts";
import { readCounting, sessionOf, writeCounting } from "./counted.ts";
import { readCustomerHead } from "./limits.ts";

/** What goes into the transaction of a change that has added a fact about a customer, or taken one away. */
export interface StandingAfter {
  /** To be promised on the head of the appointment that it is about, and owed by the entry. */
  readonly letters: readonly MessageKind[];
  /** The customer first, so that a refusal of the first write means: read again. None where nothing has changed. */
  readonly writes: readonly Write[];
  /** What counts then, where a policy counts. */
  readonly counted?: Counted;
}

/** A customer as read, and with what is known now. */
interface Facts {
  readonly before: Customer;
  readonly after: Customer;
}

/** Everything that follows from the new facts about one session. The customer's `rev` guards them: whoever is refused reads anew. */
export const standingAfter = async (
  ports: Ports,
  { policy }: DeployedPolicy,
  session: Appointment,
  { before, after }: Facts,
): Promise<StandingAfter> => {
  if (after === before) return { letters: [], writes: [] };
  const rule = noShowRule(policy);
  if (rule === undefined) return { letters: [], writes: [putCustomer(after)] };
  const counting = await readCounting(ports, policy, before, sessionOf(session));
  const { counted, writes } = writeCounting(counting, after, session.code);
  const { letters, awaiting, settled } = aftermath(rule, counting.counted, counted, ports.now());
  const opened = await Promise.all(awaiting.map((code) => toOpen(ports, policy.pack, code)));
  const closed = await Promise.all(settled.map((code) => toClose(ports, policy.pack, code)));
  return { letters, writes: [...writes, ...opened.flat(), ...closed.flat()], counted };
};

/**
 * What a change or a cancellation makes of its customer: a late one is a strike, one in time gives back what the session
 * was to cost, and a button in a mail proves the address.
 */
export const standingRevised = async (
  ports: Ports,
  deployed: DeployedPolicy,
  before: Appointment,
  revision: Revision,
  { proven = false }: RevisedBy,
): Promise<StandingAfter> => {
  const customer = await readCustomerHead(ports, before.pack, before.customer.email);
  const after = customerRevised(customer, before, revision, proven);
  return standingAfter(ports, deployed, before, { before: customer, after });
};

/** A button that was pressed with a mailed token: from now on the address is known to be theirs. */
export const standingProven = async (
  ports: Ports,
  deployed: DeployedPolicy,
  session: Appointment,
  proven: boolean,
): Promise<StandingAfter> => {
  if (!proven) return { letters: [], writes: [] };
  const before = await readCustomerHead(ports, session.pack, session.customer.email);
  const after = proveAddress(before, session.code, ports.now());
  return standingAfter(ports, deployed, session, { before, after });
};

/** An item takes part once in a transaction: where the customer is written, that guards what was read of them as well. */
export const together = (written: readonly Write[], checks: readonly Write[]): Write[] => {
  const taken = new Set(written.map(placeOf));
  return [...written, ...checks.filter((check) => !taken.has(placeOf(check)))];
};

const placeOf = (write: Write): string => {
  const { pk, sk } = keyOf(write);
  return `${pk} ${sk}`;
};

/** One for a strike, whatever version its appointment has come to. */
const wordTask = (ports: Ports, pack: string, code: string) =>
  openTask(
    pack,
    "consequence-to-confirm",
    { code, version: 0, promise: "no-show" },
    "a repeated no-show: does its consequence apply?",
    ports.now(),
  );

const toOpen = async (ports: Ports, pack: string, code: string): Promise<Write[]> => {
  const task = wordTask(ports, pack, code);
  return (await ports.table.get(task.put)) === undefined ? [task] : [];
};

const toClose = async (ports: Ports, pack: string, code: string): Promise<Write[]> => {
  const known = await ports.table.get(wordTask(ports, pack, code).put);
  return known === undefined ? [] : [closeTask(known)];
};
