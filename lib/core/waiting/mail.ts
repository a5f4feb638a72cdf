import type { Promised, PromiseState } from "#core/appointment/appointment.ts";
import { withoutOutcome } from "#core/appointment/settle.ts";
import type { Key, Write } from "#core/table.ts";
import type { Entry, Waiting } from "./entry.ts";

/** Whether a ledger key is that of a mail about an offer: its subject is a place on the list. */
export const isOffered = ({ pk }: Pick<Key, "pk">): boolean => pk.split("#")[1] === "waiting";

/** The mail about the offer of this version, if it is still to be sent. */
export const mailOwed = (
  entry: Entry | undefined,
  version: number,
): { readonly waiting: Waiting; readonly promised: Promised } | undefined => {
  const promised = entry?.promises["offer"];
  return entry?.status === "waiting" && entry.version === version && promised?.state === "open"
    ? { waiting: entry, promised }
    : undefined;
};

/** How the mail about an offer ended; refused when anything was written meanwhile. */
export const settleMail = ({ pk, sk, rev, promises }: Entry, state: PromiseState): Write => ({
  update: { pk, sk },
  set: { "promises.offer": { ...withoutOutcome(promises["offer"]), ...state }, rev: rev + 1 },
  if: { equals: { rev } },
});
