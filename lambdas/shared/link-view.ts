import { calendarFile } from "#adapters/calendar-file.ts";
import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import { messageFields } from "#core/appointment/message-fields.ts";
import { appointmentView } from "#core/appointment/view.ts";
import { invitation } from "#core/message/invitation.ts";
import { factsOf } from "#steps/dispatch.ts";

/** What the page of a link shows: where the appointment stands, and the same calendar file that the mails carry. */
export const linkView = async (ports: Ports, { policy }: DeployedPolicy, appointment: Appointment) => {
  const facts = await factsOf(ports, appointment);
  return {
    ...appointmentView(policy, appointment, ports.now()),
    calendar: calendarOf(ports, facts),
    bookAgain: facts.links.bookUrl,
  };
};

const calendarOf = (ports: Ports, facts: Awaited<ReturnType<typeof factsOf>>): string | undefined => {
  const { appointment, policy } = facts;
  const kind = calendarKind(appointment);
  const event = invitation(kind, appointment, appointment.language, messageFields[kind](facts));
  const organizer = { name: policy.company, address: policy.mailboxes.support ?? "" };
  const attendee = { name: appointment.customer.name, address: appointment.customer.email };
  return event && calendarFile(event, organizer, attendee, ports.now());
};

const calendarKind = ({ status, version }: Appointment): "confirmation" | "changed" | "cancelled" => {
  if (status === "cancelled") return "cancelled";
  return version > 1 ? "changed" : "confirmation";
};
