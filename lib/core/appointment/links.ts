import type { Instant } from "#core/time.ts";
import { day, epoch, plus } from "#core/time.ts";
import type { Appointment } from "./appointment.ts";

/** What a link token stands for: one subject, one recipient, one purpose, until a moment. */
export interface LinkClaim {
  readonly purpose: "appointment" | "offer" | "case" | "feedback";
  readonly pack: string;
  readonly subject: string;
  readonly recipient: "customer" | "host";
  /** A token that was only ever mailed proves the address when its button is pressed; one from an answer of the API does not. */
  readonly given: "mail" | "answer";
  readonly expires: Instant;
}

/** Links stay good for a month after the session, for the calendar, the feedback and second thoughts. */
const afterwards = 30 * day;

export const appointmentLink = (appointment: Pick<Appointment, "pack" | "code" | "end">,
  given: LinkClaim["given"],
): LinkClaim => ({
  purpose: "appointment",
  pack: appointment.pack,
  subject: appointment.code,
  recipient: "customer",
  given,
  expires: plus(appointment.end, afterwards),
});

/** The claim as it is signed: short, for links must survive mail clients. Whole seconds, base 36. */
export const linkText = (claim: LinkClaim): string =>
  [
    purposes[claim.purpose],
    claim.pack,
    claim.subject,
    claim.recipient === "customer" ? "c" : "h",
    claim.given === "mail" ? "m" : "a",
    Math.floor(epoch(claim.expires) / 1000).toString(36),
  ].join(".");

const purposes = { appointment: "a", offer: "o", case: "c", feedback: "f" } as const;
