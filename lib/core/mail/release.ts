import type { Case } from "#core/case/case.ts";
import type { CaseRefusal, CaseRules, Decided } from "#core/case/decided.ts";
import type { Actor } from "#core/change.ts";
import { isRefusal, type Refusal } from "#core/errors.ts";
import type { Write } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import type { MailEntry } from "./entry.ts";
import { mailOnCase } from "./on-case.ts";
import type { MailOutcome } from "./outcome.ts";
import { leaveQuarantine } from "./quarantine.ts";

/** What a person takes a mail for that no program could place. */
export type ReleaseWish = { readonly as: "case" } | { readonly as: "reply"; readonly case: string };

/** Whether it can be let out that way: never twice, and never in two ways. */
export const releaseRefusal = (
  mail: MailEntry | undefined,
  wish: ReleaseWish,
): Refusal<"not-found" | "already-done" | "no-sender"> | undefined => {
  if (mail?.outcome === undefined) return { refused: "not-found", detail: "There is no such mail." };
  if (mail.outcome.settled !== "quarantine" || !isSame(mail.releasing ?? wish, wish))
    return { refused: "already-done", detail: "Somebody has let it out: it is a case or a reply by now." };
  if (wish.as === "case" && mail.from === undefined)
    return {
      refused: "no-sender",
      detail: "It names no sender: register the case by hand, or name one that it answers.",
    };
  return undefined;
};

const isSame = (one: ReleaseWish, other: ReleaseWish): boolean =>
  one.as === other.as && (one.as === "case" || (other.as === "reply" && one.case === other.case));

/** What it is let out as, written before anything is done by it: whoever comes second meets this. */
export const intendRelease = ({ pk, sk }: MailEntry, wish: ReleaseWish): Write => ({
  update: { pk, sk },
  set: { releasing: wish },
  if: { equals: { "outcome.settled": "quarantine" }, missing: ["releasing"] },
});

/** It could not be let out that way: another may be tried. */
export const withdrawRelease = ({ pk, sk }: MailEntry): Write => ({
  update: { pk, sk },
  remove: ["releasing"],
  if: { equals: { "outcome.settled": "quarantine" } },
});

/** Where it came to rest, by whom, and off the list. */
export const released = (mail: MailEntry, outcome: MailOutcome, by: Actor, at: Instant): Write[] => [
  {
    update: { pk: mail.pk, sk: mail.sk },
    set: { outcome, released: { by, at } },
    remove: ["expiresAt"],
    if: { equals: { "outcome.settled": "quarantine" } },
  },
  leaveQuarantine(mail),
];

/** On the word of whoever let it out it means what the customer's own would, and stands under that person's name. */
export const releasedOnCase = (
  it: Case,
  rules: CaseRules,
  { text }: Pick<MailEntry, "text">,
  by: Actor,
  now: Instant,
): Decided | CaseRefusal => {
  const said = {
    text,
    as: "customer",
    meant: "words",
    anotherAddress: true,
    fields: {},
    mayAnswer: true,
  } as const;
  const decided = mailOnCase(it, rules, said, now);
  return isRefusal(decided) ? decided : { ...decided, actor: by, reason: "let out of quarantine" };
};
