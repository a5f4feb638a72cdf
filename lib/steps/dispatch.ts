import type { MessageLabels, Ports, Sending } from "#adapters/ports.ts";
import type { Appointment, Promised } from "#core/appointment/appointment.ts";
import { appointmentLink, feedbackLink, type LinkClaim } from "#core/appointment/links.ts";
import {
  isAppointmentKind,
  type MessageFacts,
  type MessageLinks,
  messageFields,
} from "#core/appointment/message-fields.ts";
import { readerOf } from "#core/appointment/reader.ts";
import { isRefusal } from "#core/errors.ts";
import { asMail, asMailOn, keptMailKey, mailsOn } from "#core/mail/entry.ts";
import { compose } from "#core/message/compose.ts";
import { invitation } from "#core/message/invitation.ts";
import { readConduct } from "./access.ts";
import { readCounting, sessionOf } from "./counted.ts";
import { readCustomerHead } from "./limits.ts";

/** Writes the message of a promise, before anything is claimed; the result sends it, once. */
export const dispatch = async (
  ports: Ports,
  appointment: Appointment,
  promise: string,
  { kind, channel }: Promised,
  ledger: string,
): Promise<() => Promise<Sending>> => {
  if (!isAppointmentKind(kind)) throw new Error(`no appointment promises a message of the kind "${kind}"`);
  const forwards = kind === "staff-mail" ? await forwarded(ports, appointment, promise) : undefined;
  const facts = { ...(await factsOf(ports, appointment)), mail: forwards };
  const { name, address, language } = readerOf(facts.policy, appointment, kind);
  const fields = messageFields[kind](facts);
  const labels: MessageLabels = { kind, promise, language, ledger };
  if (channel === "sms") {
    const { text } = compose(kind, "sms", language, fields);
    return () => ports.texter.send({ to: appointment.customer.phone ?? "", text, labels });
  }
  const content = compose(kind, "email", language, fields);
  const calendar = invitation(kind, appointment, language, fields);
  const to = { name, address };
  const replyTo = await ports.links.replyAddress(replyClaim(appointment, kind));
  const mail = { to, fromName: fields.company, replyTo, ...content, ...(calendar && { calendar }), labels };
  return () => ports.mailer.send(mail);
};

/** A host's answer leads back as well, and is told apart from the customer's. */
const replyClaim = (appointment: Appointment, kind: string): LinkClaim => ({
  ...appointmentLink(appointment, "mail"),
  recipient: kind.startsWith("staff-") ? "host" : "customer",
});

/** The mail that this promise hands on; none where it was erased. */
const forwarded = async (ports: Ports, { pk, pack }: Appointment, promise: string) => {
  const on = (await ports.table.list(pk, mailsOn.from, mailsOn.to))
    .map(asMailOn)
    .find((each) => each.promise === promise);
  const item = on && (await ports.table.get(keptMailKey(pack, on.mail)));
  return item && { text: asMail(item).text, anotherAddress: on?.anotherAddress === true };
};

/** What a message about this appointment may say now. */
export const factsOf = async (ports: Ports, appointment: Appointment): Promise<MessageFacts> => {
  const deployed = ports.policies.current(appointment.pack);
  if (deployed === undefined) throw new Error(`no policy of "${appointment.pack}" is deployed`);
  const links = await linksOf(ports, appointment);
  const { policy } = deployed;
  const customer = await readCustomerHead(ports, appointment.pack, appointment.customer.email);
  const { counted: standing } = await readCounting(ports, policy, customer, sessionOf(appointment));
  const restricted = isRefusal(await readConduct(ports, appointment, customer));
  return { policy, appointment, now: ports.now(), links, standing, restricted };
};

const linksOf = async (ports: Ports, appointment: Appointment): Promise<MessageLinks> => {
  const link = appointmentLink(appointment, "mail");
  const changeUrl = await ports.links.page(link, "change");
  const cancelUrl = await ports.links.page(link, "cancel");
  const feedbackUrl = await ports.links.page(feedbackLink(appointment), "feedback");
  return { changeUrl, cancelUrl, feedbackUrl, bookUrl: new URL(`/book/${appointment.pack}`, changeUrl).href };
};
