import type { AbsenceWish } from "#core/absence/enter.ts";
import { isRefusal } from "#core/errors.ts";
import { instant } from "#core/time.ts";
import { endAbsence } from "#steps/absence/end.ts";
import { type AbsenceShown, enterAbsence } from "#steps/absence/enter.ts";
import { aCaseWorld, aRegisteredCase, type CaseWorld, policyOf } from "./case.ts";

/** ExpandIT, on Monday 2 November 2026, 10:00 in Berlin. */
export const expandit = (now?: string): CaseWorld => aCaseWorld(policyOf("expandit"), now);

export type Told = Omit<AbsenceWish, "from" | "to"> & { readonly from: string; readonly to: string };

/** In the name of Mara. */
export const tryToBeAway = (world: CaseWorld, { from, to, ...wish }: Told, key = world.newId()) =>
  enterAbsence(world, world.deployed, { ...wish, from: instant(from), to: instant(to) }, "staff:mara", {
    pack: "expandit",
    key,
    fingerprint: JSON.stringify({ from, to, ...wish }),
  });

export const isAway = async (world: CaseWorld, told: Told): Promise<AbsenceShown> => {
  const made = await tryToBeAway(world, told);
  if (isRefusal(made)) throw new Error(`not entered: ${made.refused}`);
  return made;
};

export const isBack = (world: CaseWorld, id: string, key = world.newId()) =>
  endAbsence(world, id, "staff:mara", { pack: "expandit", key, fingerprint: id });

/** The answering service takes a call of Inés with a question of that kind. */
export const aCall = async (world: CaseWorld, question = "usage"): Promise<string> => {
  const { number } = await aRegisteredCase(world, {
    kind: undefined,
    topic: undefined,
    fields: { description: "Please call back about the import." },
    customer: { name: "Inés Vega", email: "ines@partner.example" },
    language: "es",
    channel: "phone",
    actor: "staff:answering-service",
    question,
  });
  return number;
};

/** To whom staff mails went, and of which kind. */
export const staffMailsOf = (world: CaseWorld): string[] =>
  world.staffMails.map(({ mail }) => `${mail.labels.kind} to ${mail.to.address}`);

/** The entries of a subject: who did what, and why. */
export const entriesOf = (world: CaseWorld, pk: string): string[] =>
  world.table
    .all()
    .filter((item) => item.pk === pk && item["type"] === "change")
    .map(({ actor, action, reason }) => [actor, action, reason].filter(Boolean).join(" "));
