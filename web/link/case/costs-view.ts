import { button, element } from "../../element.ts";
import { momentsIn } from "../moment.ts";
import { languageOf } from "../texts.ts";
import type { Cost, Shown } from "./case.ts";
import type { SayCase } from "./case-texts.ts";

type Answer = (act: "accept" | "decline", notice: number) => unknown;

/** What was told of costs, what became of it, and the two buttons where an answer is still taken. */
export const costs = (shown: Shown, say: SayCase, answer: Answer): HTMLElement[] =>
  shown.costs.length === 0
    ? []
    : [element("h2", {}, say("costs")), ...shown.costs.map((each) => notice(shown, each, say, answer))];

const notice = (shown: Shown, cost: Cost, say: SayCase, answer: Answer): HTMLElement => {
  const { text } = cost;
  const waits = shown.actions.includes("accept") && (cost.state === "open" || cost.state === "silent");
  return element(
    "section",
    { class: "cost" },
    element("p", {}, element("strong", {}, priced(shown, cost, say))),
    ...(text === undefined ? [] : [element("p", { class: "written", dir: "auto" }, text)]),
    element("p", {}, stands(shown, cost, say)),
    ...(waits ? [choice(cost, say, answer)] : []),
  );
};

const choice = ({ notice: number }: Cost, say: SayCase, answer: Answer): HTMLElement =>
  element(
    "div",
    { class: "actions" },
    button(say("accept"), () => answer("accept", number)),
    button(say("decline"), () => answer("decline", number)),
  );

const priced = (shown: Shown, { amount, currency, coveredUntil }: Cost, say: SayCase): string => {
  if (amount !== undefined && currency !== undefined)
    return new Intl.NumberFormat(shown.language, { style: "currency", currency }).format(Number(amount));
  return coveredUntil === undefined ? say("cost-told") : say("covered", { date: dayIn(shown, coveredUntil) });
};

/** A day of the calendar is that day in every zone. */
const dayIn = ({ language }: Shown, date: string): string =>
  momentsIn(languageOf(language), "UTC").date(`${date}T12:00:00Z`);

const stands = (shown: Shown, { state, toldAt, answeredAt, by = "" }: Cost, say: SayCase): string => {
  const moments = momentsIn(languageOf(shown.language), shown.timeZone);
  const at = answeredAt ?? toldAt;
  return say(`cost-is-${state}`, { moment: `${moments.date(at)}, ${moments.time(at)}`, name: by });
};
