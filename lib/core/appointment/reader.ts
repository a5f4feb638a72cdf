import type { Policy } from "#core/policy/shape.ts";
import type { Language, MessageKind } from "#core/policy/vocabulary.ts";
import type { Appointment } from "./appointment.ts";

/** Whom a message goes to, and how they read it. */
export interface Reader {
  readonly name: string;
  readonly address: string;
  readonly language: Language;
  /** IANA zone. */
  readonly timeZone: string;
}

/** Kinds that start with `staff-` go to the host, all others to the customer. */
export const readerOf = (policy: Policy, appointment: Appointment, kind: MessageKind): Reader =>
  kind.startsWith("staff-") ? hostReader(policy, concerned(appointment, kind)) : customerReader(appointment);

const customerReader = ({ customer, language, timeZone }: Appointment): Reader => ({
  name: customer.name,
  address: customer.email,
  language,
  timeZone,
});

/** `staff-cancelled` concerns who had the session before the change: after a hand-over that is not who has it now. */
const concerned = ({ host, revision }: Appointment, kind: MessageKind): string =>
  kind === "staff-cancelled" ? (revision?.from.host ?? host) : host;

const hostReader = (policy: Policy, id: string): Reader => {
  const language = policy.languages[0] ?? "en";
  const host = policy.appointments?.hosts.find((each) => each.id === id);
  // A host who left the policy since has no address here: the mail then fails, and a person hears of it.
  if (host === undefined) return { name: id, address: "", language, timeZone: policy.timeZone };
  const { name, email, languages: [spoken = language] = [], timeZone } = host;
  return { name, address: email, language: spoken, timeZone };
};
