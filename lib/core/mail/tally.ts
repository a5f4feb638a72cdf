import type { MailEntry } from "./registered.ts";

/** What became of the mails of one day. */
export interface Tally {
  /** Raw mails that the receiving service stored. */
  readonly raw: number;
  readonly cases: number;
  readonly replies: number;
  readonly quarantine: number;
  /** Registered and nothing else: in the dead letters, or lost on the way out of them. */
  readonly unsettled: number;
  /** Stored and never registered: its announcement is in the dead letters, or was lost. */
  readonly unregistered: number;
  /** What is neither a case, nor a reply, nor in quarantine. */
  readonly difference: number;
}

/**
 * Holds raw mails against the book of their day.
 * @param entries of that day and of those beside it: a mail is stored a moment after it was received.
 */
export const tally = (raw: readonly string[], entries: readonly MailEntry[]): Tally => {
  const known = new Map(entries.map(({ id, as }) => [id, as]));
  const counted = (as: MailEntry["as"] | undefined): number =>
    raw.filter((id) => known.get(id) === as).length;
  const [unsettled, unregistered] = [counted("arrived"), counted(undefined)];
  return {
    raw: raw.length,
    cases: counted("case"),
    replies: counted("reply"),
    quarantine: counted("quarantine"),
    unsettled,
    unregistered,
    difference: unsettled + unregistered,
  };
};
