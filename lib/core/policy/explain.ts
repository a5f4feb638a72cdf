import type { ReceivedCase } from "./explain/cases/example.ts";
import { type ExplainedCases, explainCases } from "./explain/cases/explain-cases.ts";
import { type ExampleDates, type ExampleLine, type WorkedExample, workExample } from "./explain/example.ts";
import { type LadderExample, workLadder } from "./explain/ladder.ts";
import type { ExplainedRule } from "./explain/rule.ts";
import { explainRules } from "./explain/rules.ts";
import { type Wording, wordingIn } from "./explain/wording.ts";
import type { Policy } from "./shape.ts";
import type { Language } from "./vocabulary.ts";

/** A policy in plain words, as data; `explanationText` writes it out. */
export interface Explanation {
  readonly pack: string;
  readonly company: string;
  readonly language: Language;
  /** The company's own; the moments of the example are said in it. */
  readonly timeZone: string;
  readonly title: string;
  readonly rules: readonly ExplainedRule[];
  /** Absent where the policy has no appointments. */
  readonly example?: WorkedExample;
  /** Two no-shows; absent where nothing follows from them. */
  readonly ladder?: LadderExample;
  /** Absent where the policy has no cases. */
  readonly cases?: ExplainedCases;
}

/**
 * Says every promise of a policy in one of the four languages, with its clause, and follows one session and one case of each
 * kind through it.
 * @param received the case; without one there is no example of cases.
 */
export const explainPolicy = (
  policy: Policy,
  language: Language,
  dates: ExampleDates,
  received?: ReceivedCase,
): Explanation => {
  const { pack, company, timeZone } = policy;
  const wording = wordingIn(language);
  const example = workExample(policy, dates, wording);
  const ladder = workLadder(policy, dates, wording);
  const cases = explainCases(policy, language, received);
  return {
    pack,
    company,
    language,
    timeZone,
    title:
      policy.appointments === undefined && cases !== undefined
        ? cases.title
        : wording.say(wording.texts.title, { company }),
    rules: explainRules(policy, wording),
    ...(example !== undefined && { example }),
    ...(ladder !== undefined && { ladder }),
    ...(cases !== undefined && { cases }),
  };
};

/** The explanation as plain text, for a terminal or a mail: one paragraph for each rule, one line for each moment. */
export const explanationText = (explanation: Explanation): string => {
  const { language, title, rules, example, ladder, cases } = explanation;
  const wording = wordingIn(language);
  const examples = [
    ...(example === undefined ? [] : ["", ...exampleLines(example)]),
    ...(ladder === undefined ? [] : ["", ladder.title, "", ...followed(ladder.lines)]),
  ];
  const appointments = rules.length === 0 ? [] : [title, "", ...paragraphs(rules, wording), ...examples];
  const both = appointments.length > 0 && cases !== undefined ? [""] : [];
  return `${[...appointments, ...both, ...(cases === undefined ? [] : caseLines(cases, wording))].join("\n")}\n`;
};

const paragraphs = (rules: readonly ExplainedRule[], { texts, say }: Wording): string[] => {
  const source = ({ clause, ours }: ExplainedRule): string =>
    [say(texts.clause, { clause }), ...(ours === undefined ? [] : [say(texts.ours, { reason: ours })])].join(
      ". ",
    );
  return rules.flatMap((rule) => [`- ${rule.text}`, `  [${source(rule)}]`]);
};

const caseLines = ({ title, rules, kinds }: ExplainedCases, wording: Wording): string[] => [
  title,
  "",
  ...paragraphs(rules, wording),
  ...kinds.flatMap(({ title: kind, rules: those, example }) => [
    "",
    kind,
    "",
    ...paragraphs(those, wording),
    ...(example === undefined
      ? []
      : ["", example.title, "", ...followed(example.lines), ...example.undated.map((text) => `  ${text}`)]),
  ]),
];

const exampleLines = ({ title, intro, lines, short }: WorkedExample): string[] => [
  title,
  intro,
  "",
  ...followed(lines),
  ...(short === undefined ? [] : ["", short]),
];

const followed = (lines: readonly ExampleLine[]): string[] => {
  const width = Math.max(...lines.map(({ moment }) => moment.length)) + 2;
  return lines.map(({ moment, text }) => `  ${moment.padEnd(width)}${text}`);
};
