import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import { asChange, type Effect, recordChange } from "#core/change.ts";
import { type Account, putAccount } from "#core/customer/account.ts";
import {
  type Incident,
  type Judgement,
  judged,
  putIncident,
  restrictionOf,
  type Verdict,
} from "#core/customer/conduct.ts";
import { type Customer, putCustomer } from "#core/customer/customer.ts";
import { restrictedBy } from "#core/customer/restriction.ts";
import { Contended, isRefusal, type Refusal } from "#core/errors.ts";
import { type Idempotency, remember } from "#core/idempotency.ts";
import type { Write } from "#core/table.ts";
import { closeTask, openTask } from "#core/task.ts";
import type { Instant } from "#core/time.ts";
import { readAccount } from "./access.ts";
import { readIncident } from "./incident.ts";
import { otherLetters } from "./letters.ts";
import { readCustomerHead } from "./limits.ts";
import { payNow } from "./pay.ts";
import type { Previewed } from "./previewed.ts";
import { recall } from "./recall.ts";

export type JudgementRequest = Verdict &
  Pick<Judgement, "reason" | "by" | "openBookings"> & { readonly id: string };

export type JudgementRefusal = Refusal<
  "not-found" | "own-report" | "too-soon" | "no-account" | "idempotency-mismatch"
>;

/** Enough for bookings of the same customer that come at that moment. */
const rounds = 8;

/**
 * Judges an incident, or judges it anew: what it takes is in force from the commit on, everywhere, because bookings and
 * moves guard the same items. Whoever reported it cannot judge it (taxdome §2).
 * @throws Contended when others kept writing; nothing was judged then.
 */
export const judgeConduct = async (
  ports: Ports,
  { policy: { pack } }: DeployedPolicy,
  request: JudgementRequest,
  once: Idempotency,
): Promise<Incident | JudgementRefusal> => {
  for (let round = 0; round < rounds; round += 1) {
    const known = await recall<{ id: string }>(ports, once);
    if (known !== undefined && isRefusal(known)) return known;
    const incident = await readIncident(ports, pack, request.id);
    if (incident === undefined) return noIncident;
    if (known !== undefined) return incident;
    const now = ports.now();
    const refused = judgementProblem(incident, request, now);
    if (refused !== undefined) return refused;
    const result = await attempt(ports, incident, request, once, now);
    if (result !== "written-meanwhile") return result;
  }
  throw new Contended("others kept writing the same customer");
};

/** What the customer would read if it were judged so now; writes nothing. */
export const previewConduct = async (
  ports: Ports,
  { policy: { pack } }: DeployedPolicy,
  { id, ...verdict }: JudgementRequest,
): Promise<Previewed | JudgementRefusal> => {
  const incident = await readIncident(ports, pack, id);
  if (incident === undefined) return noIncident;
  const now = ports.now();
  const refused = judgementProblem(incident, { id, ...verdict }, now);
  if (refused !== undefined) return refused;
  if (verdict.outcome === "licence-ended" && (await accountOf(ports, incident)) === undefined)
    return noAccount;
  const after = judged(incident, { ...verdict, at: now });
  if (after.told === undefined) return { mails: [] };
  const { writeConduct } = await otherLetters();
  const { to, subject, text } = writeConduct(ports, after, "");
  return { mails: [{ to, language: after.reader.language, subject, text }] };
};

const noIncident: JudgementRefusal = { refused: "not-found", detail: "There is no such incident." };

const judgementProblem = (
  { reportedBy }: Incident,
  request: JudgementRequest,
  now: Instant,
): JudgementRefusal | undefined => {
  if (request.by === reportedBy)
    return { refused: "own-report", detail: "You reported this yourself: another person judges it." };
  if (request.outcome === "restriction" && request.until <= now)
    return { refused: "too-soon", detail: "The restriction would be over already: name a later end." };
  return undefined;
};

const attempt = async (
  ports: Ports,
  incident: Incident,
  { id: _id, ...verdict }: JudgementRequest,
  once: Idempotency,
  now: Instant,
): Promise<Incident | JudgementRefusal | "written-meanwhile"> => {
  const customer = await readCustomerHead(ports, incident.pack, incident.customer);
  const account = await accountOf(ports, incident);
  if (verdict.outcome === "licence-ended" && account === undefined) return noAccount;
  const after = judged(incident, { ...verdict, at: now });
  const change = recordChange(after, now, {
    actor: `staff:${verdict.by}`,
    action: "conduct-judged",
    reason: verdict.outcome,
    owed: owedBy(after, customer),
  });
  const result = await ports.table.commit([
    remember(once, { id: incident.id }, now),
    putIncident(after),
    change,
    putCustomer({ ...customer, restrictions: restrictedBy(customer, after.id, restrictionOf(after)) }),
    ...accountWrites(after, account),
    ...(await answeredTask(ports, incident)),
  ]);
  if (!result.committed) return "written-meanwhile";
  await payNow(ports, asChange(change.put));
  return after;
};

const accountOf = async (ports: Ports, { pack, account }: Incident): Promise<Account | undefined> =>
  account === undefined ? undefined : readAccount(ports, pack, account);

const noAccount: JudgementRefusal = {
  refused: "no-account",
  detail: "No account of this customer is known, so there is no licence to end: enter it first.",
};

const owedBy = ({ told, judgement }: Incident, { open, waiting = [] }: Customer): Effect[] => [
  ...waiting.map((entry) => ({ effect: "release-offer", entry }) as const),
  ...(told === undefined ? [] : [{ effect: "tell-conduct" } as const]),
  ...(judgement?.openBookings === "cancel"
    ? open.map((code) => ({ effect: "withdraw", code, because: "conduct" }) as const)
    : []),
];

/** A licence that ended restricts everybody of the account; a judgement that was taken back gives it back. */
const accountWrites = (after: Incident, account: Account | undefined): Write[] => {
  if (account === undefined) return [];
  const ended = after.judgement?.outcome === "licence-ended" ? restrictionOf(after) : undefined;
  const touched = ended !== undefined || account.restrictions?.some(({ incident }) => incident === after.id);
  return touched ? [putAccount({ ...account, restrictions: restrictedBy(account, after.id, ended) })] : [];
};

/** Somebody may have closed it by hand already. */
const answeredTask = async (ports: Ports, { pack, id }: Incident): Promise<Write[]> => {
  const about = { code: id, version: 1, promise: "judgement" };
  const { put } = openTask(pack, "conduct-reported", about, "", ports.now());
  return (await ports.table.get(put)) === undefined ? [] : [closeTask(put)];
};
