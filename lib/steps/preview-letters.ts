import type { Ports } from "#adapters/ports.ts";
import type { Appointment, Promised } from "#core/appointment/appointment.ts";
import { isAppointmentKind, messageFields } from "#core/appointment/message-fields.ts";
import { readerOf } from "#core/appointment/reader.ts";
import type { Counted } from "#core/customer/counted.ts";
import { compose } from "#core/message/compose.ts";
import { factsOf } from "./dispatch.ts";
import { type Previewed, type PreviewedMail, withoutTokens } from "./previewed.ts";

/** What an act would make of an appointment. */
export interface Foreseen {
  /** Its promises before: what stands there already is not brought about by the act. */
  readonly before: Appointment["promises"];
  readonly after: Appointment;
  /** What counts of its customer then, where that becomes another. */
  readonly counted?: Counted | undefined;
}

/**
 * The mails that go to the customer as soon as this is done; those to staff, and reminders that come later, are not among them.
 * Writes nothing, and its links hold no token: by that staff could act as the customer.
 */
export const previewLetters = async (
  ports: Ports,
  { before, after, counted }: Foreseen,
): Promise<Previewed> => {
  const facts = await factsOf({ ...ports, links: withoutTokens(ports.links) }, after);
  const now = ports.now();
  const letters = Object.entries(after.promises).flatMap(([name, promised]) =>
    promised !== before[name] && isToCustomer(promised) && promised.opens <= now ? [promised] : [],
  );
  return {
    mails: letters.flatMap(({ kind }): PreviewedMail[] => {
      if (!isAppointmentKind(kind)) return [];
      const { name, address, language } = readerOf(facts.policy, after, kind);
      const fields = messageFields[kind]({ ...facts, ...(counted !== undefined && { standing: counted }) });
      const { subject, text } = compose(kind, "email", language, fields);
      return [{ to: { name, address }, language, subject, text }];
    }),
  };
};

const isToCustomer = ({ kind, channel, state }: Promised): boolean =>
  channel === "email" && state === "open" && !kind.startsWith("staff-");
