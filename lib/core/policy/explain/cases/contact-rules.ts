import { lengthOf } from "#core/message/span.ts";
import { duration } from "#core/time.ts";
import type { Policy } from "../../shape.ts";
import { type ExplainedRule, explained } from "../rule.ts";
import type { CaseWording } from "./wording.ts";

/** Who answers which question by phone, and what holds for whoever is away (expandit, "Telefonregeln", "E-Mail-Regeln"). */
export const contactRules = ({ contacts, absence }: Policy, wording: CaseWording): ExplainedRule[] => {
  const { language, texts, say, span, team } = wording;
  const name = (id: string) => contacts?.persons.find((each) => each.id === id)?.name ?? id;
  const matrix = contacts?.questions.map((each) => {
    const { id, primary, secondary } = each;
    const facts = { question: each.name[language], team: team(each.team) };
    return explained(
      `contact.${id}`,
      each,
      say(texts.contact, { ...facts, primary: name(primary), secondary: name(secondary) }),
    );
  });
  return [
    ...(matrix ?? []),
    ...(contacts === undefined
      ? []
      : [explained("contacts", contacts, say(texts.passedOn, { span: span(contacts.silentAfter) }))]),
    ...(absence === undefined
      ? []
      : [
          explained(
            "absence",
            absence,
            say(texts.absence, { length: lengthOf(language, duration(absence.unanswered)) }),
          ),
        ]),
  ];
};
