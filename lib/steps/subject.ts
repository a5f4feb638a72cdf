import type { Ports } from "#adapters/ports.ts";
import type { Errand } from "#core/appointment/delivery.ts";
import type { Subject } from "#core/subject.ts";
import { readAppointment } from "./appointment.ts";
import { readCase } from "./case/read.ts";

/** The subject as it stands now, strongly consistent. */
export const readSubject = (
  ports: Ports,
  { subject, pack, code }: Pick<Errand, "subject" | "pack" | "code">,
): Promise<Subject | undefined> =>
  subject === "case" ? readCase(ports, { pack, number: code }) : readAppointment(ports, { pack, code });
