import type { ConfirmationFields, ReminderFields } from "#core/message/fields.ts";
import type { Policy } from "#core/policy/shape.ts";
import { hour, type Instant, type Milliseconds, minute, until } from "#core/time.ts";
import type { Appointment } from "./appointment.ts";

/** All that a message about this appointment may say, at the moment in which it goes out. */
export const messageFields = (
  policy: Policy,
  appointment: Appointment,
  now: Instant,
  links: { readonly changeUrl: string; readonly cancelUrl: string },
): ConfirmationFields & ReminderFields => {
  const rules = policy.appointments;
  const type = rules?.sessionTypes.find(({ id }) => id === appointment.sessionType);
  const host = rules?.hosts.find(({ id }) => id === appointment.host);
  return {
    customerName: appointment.customer.name,
    company: policy.company,
    // A session type or host that left the policy since is named by its id.
    sessionName: type?.name[appointment.language] ?? appointment.sessionType,
    hostName: host?.name ?? appointment.host,
    start: appointment.start,
    end: appointment.end,
    timeZone: appointment.timeZone,
    code: appointment.code,
    ...links,
    notice: rules?.notice.atLeast ?? "PT0S",
    supportMailbox: policy.mailboxes.support ?? "",
    terms: { version: appointment.terms.version, url: policy.terms.url },
    before: remaining(until(now, appointment.start)),
  };
};

/**
 * How far off the session is, as people say it: a reminder that goes out late must not claim its planned distance.
 * Some seconds of the machinery's own are not counted; below an hour it is whole minutes, else whole hours.
 */
const remaining = (length: Milliseconds): string => {
  const minutes = Math.max(0, Math.round(length / minute));
  const hours = Math.floor((minutes * minute + 5 * minute) / hour);
  return hours >= 1 ? `PT${hours}H` : `PT${minutes}M`;
};
