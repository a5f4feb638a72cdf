import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { CaseRefusal } from "#core/case/decided.ts";
import type { Actor } from "#core/change.ts";
import { isRefusal, type Refusal } from "#core/errors.ts";
import { type Idempotency, remember } from "#core/idempotency.ts";
import { type MailEntry, putMailOn } from "#core/mail/entry.ts";
import type { MailOutcome } from "#core/mail/outcome.ts";
import {
  intendRelease,
  type ReleaseWish,
  released,
  releasedOnCase,
  releaseRefusal,
  withdrawRelease,
} from "#core/mail/release.ts";
import { changeCase } from "../case/change.ts";
import { recall } from "../recall.ts";
import { registerByMail } from "./new-case.ts";
import { readMailEntry } from "./quarantine.ts";

/** What became of a mail that was let out: the case that it is, or stands on. */
export interface Released {
  readonly id: string;
  readonly as: ReleaseWish["as"];
  readonly case: string;
}

type ReleaseRefusal =
  | CaseRefusal
  | Refusal<"not-found" | "already-done" | "no-sender" | "no-cases" | "idempotency-mismatch">;

/**
 * Lets a mail out of quarantine in a person's name: as a case of its own, or onto the one that they name. Once; a run that
 * died in between is gone on with by the same wish, whoever repeats it.
 */
export const releaseMail = async (
  ports: Ports,
  company: DeployedPolicy,
  { id, by, ...wish }: ReleaseWish & { readonly id: string; readonly by: Actor },
  request: Idempotency,
): Promise<Released | ReleaseRefusal> => {
  const before = await recall<Released>(ports, request);
  if (before !== undefined) return before;
  const { pack } = company.policy;
  const mail = await readMailEntry(ports, pack, id);
  const refusal = releaseRefusal(mail, wish);
  if (refusal !== undefined || mail === undefined) return refusal ?? gone;
  await ports.table.commit([intendRelease(mail, wish)]);
  const intended = releaseRefusal(await readMailEntry(ports, pack, id), wish);
  if (intended !== undefined) return intended;
  const outcome = await carryOut(ports, company, mail, wish, by);
  if (isRefusal(outcome)) {
    await ports.table.commit([withdrawRelease(mail)]);
    return outcome;
  }
  const answer = { id, as: wish.as, case: numberIn(outcome) };
  const now = ports.now();
  await ports.table.commit([...released(mail, outcome, by, now), remember(request, answer, now)]);
  return answer;
};

const gone = { refused: "not-found", detail: "There is no such mail." } as const;

const carryOut = async (
  ports: Ports,
  company: DeployedPolicy,
  mail: MailEntry,
  wish: ReleaseWish,
  by: Actor,
): Promise<MailOutcome | ReleaseRefusal> => {
  if (wish.as === "reply") return onto(ports, mail, wish.case, by);
  const mailbox = mail.mailbox ?? (company.policy.mailboxes.complaints ? "complaints" : "support");
  const outcome = await registerByMail(ports, company, mail, { mailbox }, { by });
  return outcome.settled === "quarantine"
    ? { refused: "no-cases", detail: "The company takes no complaints or questions here." }
    : outcome;
};

const onto = async (
  ports: Ports,
  mail: MailEntry,
  number: string,
  by: Actor,
): Promise<MailOutcome | ReleaseRefusal> => {
  const { pack, id, receivedAt } = mail;
  const after = await changeCase(
    ports,
    { pack, number },
    (it, rules) => releasedOnCase(it, rules, mail, by, ports.now()),
    ({ pk, rev }) =>
      putMailOn({ pk }, { mail: id, receivedAt, rev, as: "customer", meant: "words", anotherAddress: true }),
  );
  return isRefusal(after) ? after : { settled: "reply", pack, subject: "case", code: number };
};

const numberIn = (outcome: MailOutcome): string => {
  if (outcome.settled === "case") return outcome.number;
  return outcome.settled === "reply" ? outcome.code : "";
};
