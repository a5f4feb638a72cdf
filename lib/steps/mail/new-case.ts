import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import { caseKey } from "#core/case/case.ts";
import type { CaseRequest, Registered } from "#core/case/register.ts";
import type { Actor } from "#core/change.ts";
import { isRefusal } from "#core/errors.ts";
import type { MailEntry } from "#core/mail/entry.ts";
import { mailOnKey, putMailOn } from "#core/mail/entry.ts";
import { caseByMail, type NewByMail } from "#core/mail/new-case.ts";
import type { MailOutcome } from "#core/mail/outcome.ts";
import { registerCase } from "../case/register.ts";
import { leaveToPerson, mayAnswer } from "./answers.ts";

/**
 * Registers the case that a mail brings: one for each mail, for the mail's own id is what makes a repeated registration
 * one. No client can send such a key: it has a blank in it.
 * `by` are staff, where they let it out of quarantine; no machine answers what is not `answerable`.
 */
export const registerByMail = async (
  ports: Ports,
  company: DeployedPolicy,
  mail: MailEntry,
  asked: NewByMail,
  { by, answerable = true }: { readonly by?: Actor; readonly answerable?: boolean } = {},
): Promise<MailOutcome> => {
  const { policy } = company;
  const { pack } = policy;
  const request = caseByMail(policy, mail, asked, ports.now());
  if (request.customer.email === "") return { settled: "quarantine", pack, reason: "no-sender" };
  if (policy.cases === undefined) return { settled: "quarantine", pack, reason: "no-cases" };
  const answered = answerable && (await mayAnswer(ports, mail, request.customer.email));
  const made = await registerOnce(ports, company, mail, {
    ...request,
    ...(by !== undefined && { actor: by }),
    ...(!answered && { receipt: "held-back" }),
  });
  if (made === undefined) return { settled: "quarantine", pack, reason: "no-cases" };
  const { number } = made;
  await standOn(ports, pack, number, mail);
  if (!answered) await leaveToPerson(ports, mail, { code: number, version: 1 }, heldBack);
  return { settled: "case", pack, number };
};

/** Where the policy of the day knows its kind or its topic no more, it is what triage says; nothing is lost over that. */
const registerOnce = async (
  ports: Ports,
  company: DeployedPolicy,
  { pack, id }: MailEntry,
  request: CaseRequest,
): Promise<Registered | undefined> => {
  const once = { pack, key: `mail ${id}`, fingerprint: id, forGood: true } as const;
  const { kind: _kind, topic: _topic, ...anyKind } = request;
  for (const each of [request, anyKind]) {
    const made = await registerCase(ports, company, each, once);
    if (!isRefusal(made)) return made;
  }
  return undefined;
};

const heldBack =
  "nobody has told the sender that it was received: many of their mails were answered today, or it asks for no automatic answer";

const standOn = async ({ table }: Ports, pack: string, number: string, mail: MailEntry): Promise<void> => {
  const key = caseKey(pack, number);
  if ((await table.get(mailOnKey(key, mail))) !== undefined) return;
  const { id, receivedAt } = mail;
  await table.commit([putMailOn(key, { mail: id, receivedAt, rev: 1, as: "customer", meant: "words" })]);
};
