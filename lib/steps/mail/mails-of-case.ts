import type { Ports } from "#adapters/ports.ts";
import type { Case } from "#core/case/case.ts";
import type { FileReceived } from "#core/case/view.ts";
import { asMailOn, type MailOn, mailsOn } from "#core/mail/entry.ts";
import { mailIn, mailOut } from "#core/mail/shown.ts";
import { asSend } from "#core/message/send.ts";
import type { Policy } from "#core/policy/shape.ts";
import { readMailEntry } from "./quarantine.ts";

export type ShownMail = ReturnType<typeof mailIn> | ReturnType<typeof mailOut>;

/** Every mail about a case, in and out, the oldest first. */
export const mailsOfCase = async (ports: Ports, policy: Policy, it: Case): Promise<ShownMail[]> => {
  const came = (await mailsIn(ports, it, () => true)).map(({ on, mail }) => mailIn(on, mail));
  const sends = (await ports.table.list(it.pk, "send#", "send#~")).map(asSend);
  const went = sends.map((send) => mailOut(policy, it, send));
  return [...came, ...went].toSorted((one, other) => (one.at < other.at ? -1 : 1));
};

/** The files that came for the customer of a case, the oldest first; none of a mail that was erased. */
export const filesFromCustomer = async (ports: Ports, it: Case): Promise<FileReceived[]> =>
  (await mailsIn(ports, it, ({ as }) => as === "customer")).flatMap(({ on, mail }) =>
    (mail?.files ?? []).map(({ name, size }) => ({ at: on.receivedAt, name, size })),
  );

/** The mails about a case that came in; only those that are wanted are read. */
const mailsIn = async (ports: Ports, { pk, pack }: Case, wanted: (on: MailOn) => boolean) => {
  const all = (await ports.table.list(pk, mailsOn.from, mailsOn.to)).map(asMailOn);
  return Promise.all(
    all.filter(wanted).map(async (on) => ({ on, mail: await readMailEntry(ports, pack, on.mail) })),
  );
};
