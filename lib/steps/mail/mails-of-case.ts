import type { Ports } from "#adapters/ports.ts";
import type { Case } from "#core/case/case.ts";
import { asMailOn, mailsOn } from "#core/mail/entry.ts";
import { mailIn, mailOut } from "#core/mail/shown.ts";
import { asSend } from "#core/message/send.ts";
import type { Policy } from "#core/policy/shape.ts";
import { readMailEntry } from "./quarantine.ts";

export type ShownMail = ReturnType<typeof mailIn> | ReturnType<typeof mailOut>;

/** Every mail about a case, in and out, the oldest first. */
export const mailsOfCase = async (ports: Ports, policy: Policy, it: Case): Promise<ShownMail[]> => {
  const on = (await ports.table.list(it.pk, mailsOn.from, mailsOn.to)).map(asMailOn);
  const came = await Promise.all(
    on.map(async (each) => mailIn(each, await readMailEntry(ports, it.pack, each.mail))),
  );
  const sends = (await ports.table.list(it.pk, "send#", "send#~")).map(asSend);
  const went = sends.map((send) => mailOut(policy, it, send));
  return [...came, ...went].toSorted((one, other) => (one.at < other.at ? -1 : 1));
};
