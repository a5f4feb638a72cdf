import type { MessageLabels, Ports, Sending } from "#adapters/ports.ts";
import type { Appointment, Promised } from "#core/appointment/appointment.ts";
import { appointmentLink } from "#core/appointment/links.ts";
import { messageFields } from "#core/appointment/message-fields.ts";
import { compose } from "#core/message/compose.ts";

/** Writes the message of a promise, before anything is claimed; the result sends it, once. */
export const dispatch = async (
  ports: Ports,
  appointment: Appointment,
  promise: string,
  { kind, channel }: Promised,
  ledger: string,
): Promise<() => Promise<Sending>> => {
  const { language, customer } = appointment;
  const fields = await fieldsOf(ports, appointment);
  const labels: MessageLabels = { kind, promise, language, ledger };
  if (channel === "sms") {
    const { text } = compose(kind, "sms", language, fields);
    return () => ports.texter.send({ to: customer.phone ?? "", text, labels });
  }
  const content = compose(kind, "email", language, fields);
  const to = { name: customer.name, address: customer.email };
  return () => ports.mailer.send({ to, fromName: fields.company, ...content, labels });
};

const fieldsOf = async (ports: Ports, appointment: Appointment) => {
  const deployed = ports.policies.current(appointment.pack);
  if (deployed === undefined) throw new Error(`no policy of "${appointment.pack}" is deployed`);
  const link = appointmentLink(appointment, "mail");
  return messageFields(deployed.policy, appointment, ports.now(), {
    changeUrl: await ports.links.page(link, "change"),
    cancelUrl: await ports.links.page(link, "cancel"),
  });
};
