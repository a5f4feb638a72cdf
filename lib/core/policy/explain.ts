import { type ExampleDates, type ExampleLine, type WorkedExample, workExample } from "./explain/example.ts";
import { type LadderExample, workLadder } from "./explain/ladder.ts";
import type { ExplainedRule } from "./explain/rule.ts";
import { explainRules } from "./explain/rules.ts";
import { wordingIn } from "./explain/wording.ts";
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
}

/** Says every promise of a policy in one of the four languages, with its clause, and follows one session through it. */
export const explainPolicy = (policy: Policy, language: Language, dates: ExampleDates): Explanation => {
  const { pack, company, timeZone } = policy;
  const wording = wordingIn(language);
  const example = workExample(policy, dates, wording);
  const ladder = workLadder(policy, dates, wording);
  return {
    pack,
    company,
    language,
    timeZone,
    title: wording.say(wording.texts.title, { company }),
    rules: explainRules(policy, wording),
    ...(example !== undefined && { example }),
    ...(ladder !== undefined && { ladder }),
  };
};

/** The explanation as plain text, for a terminal or a mail: one paragraph for each rule, one line for each moment. */
export const explanationText = ({ language, title, rules, example, ladder }: Explanation): string => {
  const { texts, say } = wordingIn(language);
  const source = ({ clause, ours }: ExplainedRule): string =>
    [say(texts.clause, { clause }), ...(ours === undefined ? [] : [say(texts.ours, { reason: ours })])].join(
      ". ",
    );
  const paragraphs = rules.flatMap((rule) => [`- ${rule.text}`, `  [${source(rule)}]`]);
  const examples = [
    ...(example === undefined ? [] : ["", ...exampleLines(example)]),
    ...(ladder === undefined ? [] : ["", ladder.title, "", ...followed(ladder.lines)]),
  ];
  return `${[title, "", ...paragraphs, ...examples].join("\n")}\n`;
};

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
