import type { Appointment } from "#core/appointment/appointment.ts";
import { executionName } from "#core/appointment/execution.ts";
import { type Case, isWorkedOn } from "#core/case/case.ts";
import type { Decided } from "#core/case/decided.ts";
import { voidOpen } from "#core/case/keep.ts";
import { isAsked } from "#core/case/request.ts";
import { type Actor, type Effect, recordChange } from "#core/change.ts";
import type { Item, Write } from "#core/table.ts";
import type { Instant } from "#core/time.ts";

interface Deed {
  readonly actor: Actor;
  readonly now: Instant;
}

/** An open case ends in the company's name: nothing is owed any more, and its customer is told that it is closed. */
export const closedToForget = (it: Case, { actor, now }: Deed): Decided => {
  const { closeAt: _closes, askAt: _asks, call: _call, ...rest } = it;
  const requests = it.requests.map((each) =>
    isAsked(each) ? { ...each, ended: { at: now, how: "over" as const } } : each,
  );
  return {
    after: {
      ...rest,
      requests,
      status: "closed",
      closedAt: now,
      milestones: isWorkedOn(it) ? voidOpen(it.milestones, now, "erased") : it.milestones,
    },
    actor,
    action: "closed",
    reason: "erasure",
    tell: [{ kind: "closed" }],
  };
};

/** The case without its customer; the chain goes on, with a new salt, so the old digest tells nothing (ADR 14). */
export const erasedCase = (it: Case, { actor, now }: Deed): Decided => {
  const { askAt: _asks, closeAt: _closes, ...rest } = it;
  const erased = {
    ...rest,
    customer: { name: "", email: "", region: it.customer.region },
    fields: {},
    promises: withoutTexts(it.promises, now),
    erasedAt: now,
  };
  return { after: erased, actor, action: "erased", tell: [] };
};

/** Those that stay. What is not named here goes. */
const left = [
  "pk",
  "sk",
  "type",
  "pack",
  "code",
  "version",
  "sessionType",
  "host",
  "start",
  "end",
  "policy",
  "madeIn",
  "madeAt",
] as const satisfies readonly (keyof Appointment)[];

/** The head of an appointment without its customer, with its entry; refused when anything was written meanwhile. */
export const erasedAppointment = (it: Appointment, { actor, now }: Deed): Write[] => {
  const rev = it.rev + 1;
  const status = it.status === "booked" ? "ended" : it.status;
  const promises = withoutTexts(it.promises, now);
  const stays = Object.fromEntries(
    left.flatMap((name) => (it[name] === undefined ? [] : [[name, it[name]]])),
  );
  const put = { ...stays, pk: it.pk, sk: it.sk, rev, status, promises, erasedAt: now };
  const owed = it.status === "cancelled" ? [] : [stopped(it)];
  return [
    { put, if: { equals: { rev: it.rev } } },
    recordChange({ pk: it.pk, rev, version: it.version }, now, { actor, action: "erased", owed }),
  ];
};

const stopped = (it: Appointment): Effect => ({
  effect: "stop-execution",
  machine: `${it.pack}-appointment`,
  name: executionName(it),
  cause: "The appointment was erased",
});

interface Settled {
  readonly state: string;
  readonly reason?: string;
}

/** What a provider says of a message that failed may name its recipient. Nothing is owed any more. */
const withoutTexts = <P extends Settled>(
  promises: Readonly<Record<string, P>>,
  now: Instant,
): Readonly<Record<string, P>> =>
  Object.fromEntries(Object.entries(promises).map(([name, promised]) => [name, withoutText(promised, now)]));

const withoutText = <P extends Settled>(promised: P, now: Instant): P => {
  if (promised.state === "open") return { ...promised, state: "void", at: now, reason: "erased" };
  return promised.state === "failed" || promised.state === "unknown"
    ? { ...promised, reason: "erased" }
    : promised;
};

/** A version that was put away has no customer, and perhaps a provider's word. */
export const erasedVersion = (item: Item, now: Instant): Write => {
  const promises = withoutTexts((item["promises"] ?? {}) as Readonly<Record<string, Settled>>, now);
  return { update: { pk: item.pk, sk: item.sk }, set: { promises }, if: { exists: true } };
};

/** What people gave as their reason stands in the entries of appointments; those of cases hold stable words alone. */
export const erasedReason = ({ pk, sk }: Item): Write => ({
  update: { pk, sk },
  remove: ["reason"],
  if: { exists: true },
});
