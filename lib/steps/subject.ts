import type { Ports, Sending } from "#adapters/ports.ts";
import type { Errand } from "#core/appointment/delivery.ts";
import type { Subject } from "#core/subject.ts";
import { readAppointment } from "./appointment.ts";
import { writeCaseMail } from "./case/mail.ts";
import { readCase } from "./case/read.ts";
import { dispatch } from "./dispatch.ts";

/** The subject as it stands now, strongly consistent. */
export const readSubject = (
  ports: Ports,
  { subject, pack, code }: Pick<Errand, "subject" | "pack" | "code">,
): Promise<Subject | undefined> =>
  subject === "case" ? readCase(ports, { pack, number: code }) : readAppointment(ports, { pack, code });

/**
 * Writes the message of a promise, before anything is claimed; the result sends it, once.
 * @throws Error when the subject never promised it: a fault of ours.
 */
export const writeMessage = async (
  ports: Ports,
  subject: Subject,
  name: string,
  ledger: string,
): Promise<() => Promise<Sending>> => {
  if (subject.type === "case") return writeCaseMail(ports, subject, name, ledger);
  const promised = subject.promises[name];
  if (promised === undefined) throw new Error(`${subject.code} never promised "${name}"`);
  return dispatch(ports, subject, name, promised, ledger);
};
