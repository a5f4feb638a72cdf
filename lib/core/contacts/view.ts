import { momentIn } from "#core/message/moment.ts";
import { asText, phrase, quoted } from "#core/message/phrase.ts";
import type { Policy } from "#core/policy/shape.ts";
import type { Language } from "#core/policy/vocabulary.ts";
import type { Instant } from "#core/time.ts";
import { addressee } from "../absence/reader.ts";
import type { Choice, Considered } from "./choose.ts";
import { contactTexts } from "./words/texts.ts";

/** Who answers a question, and why, in `language`; moments are in the company's zone. */
export const contactView = (policy: Policy, choice: Choice, at: Instant, language: Language) => {
  const { question, chosen, considered } = choice;
  const named = (who: string) => ({ id: who, name: nameOf(policy, who) });
  const sentences = considered.map((each) => sentence(policy, each, language));
  const team = phrase(language, contactTexts[language].team, { name: quoted(nameOf(policy, chosen)) });
  return {
    question: { id: question.id, name: question.name[language] },
    team: named(question.team),
    at,
    contact: { ...named(chosen), email: addressee(policy, chosen)?.email ?? "" },
    why: [...sentences, ...(choice.isTeam ? [asText(team)] : [])].join(" "),
    considered: considered.map(({ who, as, for: other, standing }, nth) => ({
      ...named(who),
      as,
      ...(other !== undefined && { for: other }),
      ...standing,
      why: sentences[nth] ?? "",
    })),
  };
};

const nameOf = (policy: Policy, who: string): string => addressee(policy, who)?.name ?? who;

const sentence = (policy: Policy, { who, as, for: other, standing }: Considered, language: Language) => {
  const texts = contactTexts[language];
  const values = { name: quoted(nameOf(policy, who)), as, other: quoted(nameOf(policy, other ?? "")) };
  if (standing.state === "in-hours") return asText(phrase(language, texts.inHours, values));
  const text = standing.state === "away" ? texts.away : texts.outsideHours;
  return asText(
    phrase(language, text, { ...values, ...momentIn(language, standing.until, policy.timeZone) }),
  );
};
