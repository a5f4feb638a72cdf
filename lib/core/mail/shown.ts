import type { Case } from "#core/case/case.ts";
import { caseReader } from "#core/case/reader.ts";
import { errandOf, type Send } from "#core/message/send.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { MailEntry, MailOn } from "./entry.ts";

/** A mail about a case that came in, as staff see it; what it says stands with the change of the same moment. */
export const mailIn = (on: MailOn, mail: MailEntry | undefined) => ({
  at: on.receivedAt,
  direction: "in" as const,
  id: on.mail,
  ...(mail?.from !== undefined && { who: mail.from.address }),
  as: on.as,
  meant: on.meant,
  ...(on.anotherAddress === true && { anotherAddress: true }),
  ...(mail !== undefined && {
    proven: mail.proven,
    subject: mail.subject,
    files: mail.files,
    ...(mail.maybeAbout !== undefined && { maybeAbout: mail.maybeAbout.code }),
  }),
});

/** A mail about a case that went out, or was to: what the ledger says of it. */
export const mailOut = (policy: Policy, it: Case, send: Send) => {
  const { promise } = errandOf(send);
  const promised = it.promises[promise];
  const who = promised && caseReader(policy, it, promised).address;
  return {
    at: send.claimedAt,
    direction: "out" as const,
    id: promise,
    ...(who !== undefined && who !== "" && { who }),
    ...(promised !== undefined && { kind: promised.kind }),
    state: send.state,
  };
};
