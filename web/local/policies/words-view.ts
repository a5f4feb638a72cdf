import { element } from "../../element.ts";
import type { CaseKind, ExampleLine, Explanation, Rule, Told } from "./policy.ts";

/** Each promise with its clause, and the examples on real dates. */
export const wordsView = ({ explanation, sources }: Told): HTMLElement[] => {
  const { title, rules, example, ladder, cases } = explanation;
  const say = rulesView(sources);
  return [
    ...(rules.length === 0 ? [] : [element("h2", {}, title), say(rules)]),
    ...(example === undefined
      ? []
      : [heading(example.title), element("p", {}, example.intro), table(example)]),
    ...(example?.short === undefined ? [] : [element("p", {}, example.short)]),
    ...(ladder === undefined ? [] : [heading(ladder.title), table(ladder)]),
    ...(cases === undefined ? [] : casesView(cases, say)),
  ];
};

type Say = (rules: readonly Rule[]) => HTMLElement;

const casesView = ({ title, rules, kinds }: NonNullable<Explanation["cases"]>, say: Say): HTMLElement[] => [
  element("h2", {}, title),
  say(rules),
  ...kinds.flatMap((kind) => kindView(kind, say)),
];

const kindView = ({ title, rules, example }: CaseKind, say: Say): HTMLElement[] => [
  heading(title),
  say(rules),
  ...(example === undefined
    ? []
    : [heading(example.title), table(example), ...example.undated.map((text) => element("p", {}, text))]),
];

const heading = (text: string): HTMLElement => element("h3", {}, text);

const rulesView =
  ({ clause, ours }: Told["sources"]): Say =>
  (rules) =>
    element(
      "ul",
      { class: "rules" },
      ...rules.map((rule) => {
        const own = rule.ours === undefined ? "" : `. ${ours.replace("{reason}", () => rule.ours ?? "")}`;
        const source = `${clause.replace("{clause}", () => rule.clause)}${own}`;
        return element("li", {}, rule.text, element("span", { class: "quiet" }, source));
      }),
    );

const table = ({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly ExampleLine[];
}): HTMLElement =>
  element(
    "table",
    { "aria-label": title },
    ...lines.map(({ moment, text }) =>
      element("tr", {}, element("th", { scope: "row" }, moment), element("td", {}, text)),
    ),
  );
