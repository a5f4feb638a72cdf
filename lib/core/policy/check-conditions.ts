import type * as z from "zod";
import type { access } from "./access.ts";
import { caseMailboxes, withoutAddress } from "./case-words.ts";
import type { CaseKindPolicy, cases } from "./cases.ts";
import { type Circumstances, meets, noLicence } from "./milestone-condition.ts";

/** The kinds in a document's order; `kindsOf` would import the shape that this checks. */
type Kinds = z.infer<typeof cases>["kinds"];
type Access = z.infer<typeof access> | undefined;

/** Licences that nobody has would wait in vain, and a case without any milestone would be forgotten. */
export const checkConditions = (kinds: Kinds, who: Access, context: z.core.$RefinementCtx): void => {
  for (const [name, kind] of Object.entries(kinds)) {
    checkLicences(name, kind, who, context);
    const forgotten = everyCircumstance(kind, who).find(
      (each) => !kind.milestones.some(({ when }) => when === undefined || meets(when, each)),
    );
    if (forgotten !== undefined)
      context.addIssue({
        code: "custom",
        message: `nothing is promised to ${inWords(forgotten)}: add a milestone, or leave "when" out of one`,
        path: ["cases", "kinds", name, "milestones"],
      });
  }
};

const checkLicences = (
  name: string,
  { milestones }: CaseKindPolicy,
  who: Access,
  context: z.core.$RefinementCtx,
): void =>
  milestones.forEach(({ when }, at) =>
    when?.licences?.forEach((licence, place) => {
      if (!licencesOf(who).includes(licence))
        context.addIssue({
          code: "custom",
          message: `no licence "${licence}" under access.tiers: add it, or name another or "${noLicence}"`,
          path: ["cases", "kinds", name, "milestones", at, "when", "licences", place],
        });
    }),
  );

const licencesOf = (who: Access): string[] => [
  noLicence,
  ...new Set((who?.tiers ?? []).map(({ licence }) => licence)),
];

/** All that a case of this kind can come in by. Under no mailbox only where the kind is logged under none. */
const everyCircumstance = (
  { loggedUnder = [], milestones }: CaseKindPolicy,
  who: Access,
): Circumstances[] => {
  const mailboxes = caseMailboxes.filter((each) =>
    withoutAddress(each)
      ? milestones.some(({ when }) => when?.mailboxes?.includes(each))
      : loggedUnder.includes(each),
  );
  return (mailboxes.length === 0 ? [undefined] : mailboxes).flatMap((mailbox) =>
    licencesOf(who).flatMap((licence) =>
      [true, false].map((inbox) => ({
        mailbox,
        entitled: { licence: licence === noLicence ? undefined : licence, inbox },
      })),
    ),
  );
};

const inWords = ({ mailbox, entitled }: Circumstances): string =>
  [
    `whoever has ${entitled?.licence === undefined ? "no licence" : `the licence "${entitled.licence}"`}`,
    ...(entitled?.inbox ? [] : ["without inbox"]),
    ...(mailbox === undefined ? [] : [`by the mailbox "${mailbox}"`]),
  ].join(" ");
