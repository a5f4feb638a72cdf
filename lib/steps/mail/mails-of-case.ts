import type { Ports } from "#adapters/ports.ts";
import type { Case } from "#core/case/case.ts";
import type { FileReceived } from "#core/case/view.ts";
import { asMailOn, mailsOn } from "#core/mail/entry.ts";
import { mailIn, mailOut } from "#core/mail/shown.ts";
import { asSend } from "#core/message/send.ts";
import type { Policy } from "#core/policy/shape.ts";
import { readMailEntry } from "./quarantine.ts";

export type ShownMail = ReturnType<typeof mailIn> | ReturnType<typeof mailOut>;

/** Every mail about a case, in and out, the oldest first. */
export const mailsOfCase = async (ports: Ports, policy: Policy, it: Case): Promise<ShownMail[]> => {
  const came = (await mailsInOf(ports, it)).map(({ on, mail }) => mailIn(on, mail));
  const sends = (await ports.table.list(it.pk, "send#", "send#~")).map(asSend);
  const went = sends.map((send) => mailOut(policy, it, send));
  return [...came, ...went].toSorted((one, other) => (one.at < other.at ? -1 : 1));
};

/** The files that came for the customer of a case, the oldest first; none of a mail that was erased. */
export const filesFromCustomer = async (ports: Ports, it: Case): Promise<FileReceived[]> =>
  (await mailsInOf(ports, it)).flatMap(({ on, mail }) =>
    on.as === "customer" && mail !== undefined
      ? mail.files.map(({ name, size }) => ({ at: on.receivedAt, name, size }))
      : [],
  );

const mailsInOf = async (ports: Ports, { pk, pack }: Case) => {
  const all = (await ports.table.list(pk, mailsOn.from, mailsOn.to)).map(asMailOn);
  return Promise.all(all.map(async (on) => ({ on, mail: await readMailEntry(ports, pack, on.mail) })));
};
