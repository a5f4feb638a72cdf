import { button, element } from "../../element.ts";
import { languageOf, sayIn } from "../texts.ts";
import type { Press, Shown } from "./case.ts";
import type { CasePage } from "./case-page.ts";
import { type SayCase, sayCase } from "./case-texts.ts";
import { costs } from "./costs-view.ts";
import { facts, files, promises, questions } from "./standing-view.ts";

interface Presses {
  readonly press: (shown: Shown, press: Press) => unknown;
  readonly again: () => unknown;
}

/** Draws the page into `index.html`; `wanted` is the answer that the mail's link has chosen. */
export const createCaseView = (language: string, wanted: boolean | undefined, presses: () => Presses) => {
  const part = (id: string): HTMLElement => document.getElementById(id) ?? document.body;
  const [heading, outcome, about] = [part("heading"), part("outcome"), part("about")];
  const text = element("textarea", { id: "text", rows: "6", maxlength: "20000" });
  return (page: CasePage): void => {
    if (page.at === "shut") {
      const say = sayIn(languageOf(language));
      outcome.textContent = say(page.why);
      about.replaceChildren(...(page.why === "away" ? [button(say("again"), presses().again)] : []));
      return;
    }
    const { shown, said } = page;
    const say = sayCase(shown.language);
    document.documentElement.lang = languageOf(shown.language);
    heading.textContent = say(shown.kind, { company: shown.company });
    document.title = heading.textContent;
    outcome.textContent = said === undefined ? "" : say(`said-${said}`);
    // What was written stays until it has arrived.
    if (said !== undefined && said !== "away" && said !== "refused" && said !== "write") text.value = "";
    const send = (press: Press) => presses().press(shown, press);
    about.replaceChildren(
      ...questions(shown, say),
      ...costs(shown, say, (act, notice) => send({ act, notice, text: text.value })),
      facts(shown, say),
      ...promises(shown, say),
      ...files(shown, say),
      ...form(shown, wanted, text, say, send),
    );
    if (said === "write") text.focus();
    else if (said !== undefined) heading.focus();
  };
};

const form = (
  { actions, missing }: Shown,
  wanted: boolean | undefined,
  text: HTMLTextAreaElement,
  say: SayCase,
  send: (press: Press) => unknown,
): HTMLElement[] => {
  if (actions.length === 0) return [element("p", {}, say("over"))];
  const rate = (satisfied: boolean) =>
    button(
      say(satisfied ? "satisfied" : "notSatisfied"),
      () => send({ act: "satisfaction", satisfied, text: text.value }),
      { "aria-pressed": String(wanted === satisfied) },
    );
  const rates = actions.includes("satisfaction")
    ? [
        element("p", { id: "rate" }, say("rate")),
        element(
          "div",
          { class: "actions", role: "group", "aria-labelledby": "rate" },
          rate(true),
          rate(false),
        ),
      ]
    : [];
  const sends = (["answer", "escalate"] as const)
    .filter((act) => actions.includes(act))
    .map((act) => button(say(act), () => send({ act, text: text.value })));
  return [
    ...(missing.length === 0 ? [] : [element("p", {}, say("missing", { list: missing.join("; ") }))]),
    element("label", { for: "text" }, say("text")),
    text,
    element("div", { class: "actions" }, ...sends),
    ...rates,
  ];
};
