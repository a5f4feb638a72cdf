import type { Appointment } from "#core/appointment/appointment.ts";
import type { ReplyClaim } from "#core/appointment/links.ts";
import { noteOnHead, notified } from "#core/appointment/notify.ts";
import { type Actor, recordChange } from "#core/change.ts";
import type { Item, Write } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import type { MailMeant } from "./entry.ts";

/** What a mail about an appointment is taken for, and by whose leave it is answered or handed on. */
export interface MailAboutSession {
  readonly as: ReplyClaim["recipient"];
  /** Staff by the address that proved to be theirs. */
  readonly from?: string;
  readonly anotherAddress: boolean;
  readonly meant: MailMeant;
  /** Held back, a person does it: too many went out today. */
  readonly allowed: boolean;
}

export interface OnAppointment {
  readonly writes: readonly Write[];
  readonly change: Item;
  readonly rev: number;
  /** The promise by which the mail is answered or handed on. */
  readonly promise?: string;
}

/**
 * Nothing acts by a mail: a wish to change or cancel gets the links, what else a customer writes goes to the host, and
 * what a machine or the host wrote is written down.
 */
export const mailOnAppointment = (it: Appointment, mail: MailAboutSession, now: Instant): OnAppointment => {
  const kind = mail.allowed ? answerTo(it, mail, now) : undefined;
  const { promises, owed } = notified(it, kind === undefined ? [] : [kind], now);
  const promise = Object.keys(promises).find((name) => it.promises[name] === undefined);
  const after = { ...it, rev: it.rev + 1 };
  const change = recordChange(after, now, {
    actor: actorOf(mail),
    action: actions[mail.meant],
    reason: mail.anotherAddress ? "by mail from another address" : "by mail",
    ...(owed.length > 0 && { owed }),
  });
  const rev = after.rev;
  const writes = [noteOnHead(it, { promises }), change];
  return { writes, change: change.put, rev, ...(promise !== undefined && { promise }) };
};

/** What a mail about this session calls for, if anything: links for one that can still be moved, else the host. */
export const answerTo = (
  { status, start }: Pick<Appointment, "status" | "start">,
  { as, meant }: Pick<MailAboutSession, "as" | "meant">,
  now: Instant,
): "answer" | "staff-mail" | undefined => {
  if (as !== "customer" || meant === "automatic" || meant === "thanks") return undefined;
  const wishes = meant === "cancel" || meant === "change" || meant === "declined";
  if (wishes && status === "booked" && now < start) return "answer";
  return meant === "declined" ? undefined : "staff-mail";
};

const actions: { readonly [Meant in MailMeant]: string } = {
  words: "mail-received",
  thanks: "mail-received",
  automatic: "automatic-mail",
  declined: "invitation-declined",
  cancel: "wish-to-cancel",
  change: "wish-to-change",
};

const actorOf = ({ as, from }: MailAboutSession): Actor =>
  as === "customer" ? "customer" : `staff:${from ?? "by mail"}`;
