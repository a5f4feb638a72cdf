import { lengthOf } from "#core/message/span.ts";
import { months } from "#core/months.ts";
import { duration } from "#core/time.ts";
import type { AppointmentPolicy, NoShowPolicy } from "../shape.ts";
import { type ExplainedRule, explained } from "./rule.ts";
import type { Wording } from "./wording.ts";

/** How it is known who came, and what follows for whoever did not (taxdome §4). */
export const noShowRules = (appointments: AppointmentPolicy, wording: Wording): ExplainedRule[] => {
  const { noShow } = appointments;
  return [
    ...attendanceRules(appointments, wording),
    ...interruptionRules(appointments, wording),
    ...(noShow === undefined ? [] : ladder(noShow, wording)),
  ];
};

const attendanceRules = ({ attendance }: AppointmentPolicy, wording: Wording): ExplainedRule[] => {
  if (attendance === undefined) return [];
  const { language, texts, say, list } = wording;
  const { remindStaff, closesAfter, feedback } = attendance;
  const length = (text: string) => lengthOf(language, duration(text));
  const asked = {
    closes: length(closesAfter),
    times: remindStaff.length,
    after: list(remindStaff.map(length)),
  };
  return [
    explained("attendance", attendance, say(texts.attendance, asked)),
    ...(feedback === undefined
      ? []
      : [explained("feedback", feedback, say(texts.feedback, { length: length(feedback.within) }))]),
  ];
};

const interruptionRules = ({ interruption }: AppointmentPolicy, wording: Wording): ExplainedRule[] => {
  if (interruption === undefined) return [];
  const { language, texts, say } = wording;
  const length = lengthOf(language, duration(interruption.after));
  return [explained("interruption", interruption, say(texts.interruption, { length }))];
};

const ladder = (rule: NoShowPolicy, { texts, say }: Wording): ExplainedRule[] => {
  const { consequence, applies, counts, interruptedCounts } = rule;
  const window = months(rule.window);
  const then =
    consequence.kind === "fee"
      ? say(texts.noShow.fee, { window, amount: consequence.amount, currency: consequence.currency })
      : say(texts.noShow.notBefore, { window, after: months(consequence.after) });
  return [
    explained("noShow", rule, say(texts.noShow.first)),
    explained("noShow.consequence", consequence, then),
    explained("noShow.applies", rule, say(texts.noShow.applies, { applies: word[applies] })),
    explained("noShow.counts", rule, say(texts.noShow.counts, { counts })),
    explained(
      "noShow.interruptedCounts",
      rule,
      say(texts.noShow.dropped, { counts: String(interruptedCounts) }),
    ),
  ];
};

/** A selector has no hyphen. */
const word = { "by-itself": "byItself", "after-word": "afterWord" } as const;
