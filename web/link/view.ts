import { button } from "../element.ts";
import { aboutView } from "./about-view.ts";
import { cancelView } from "./cancel-view.ts";
import { type ChangeView, changeView } from "./change-view.ts";
import type { Presses } from "./link-page.ts";
import { nothing, type Open, type Page, type Panel } from "./state.ts";
import { languageOf, type Say, sayIn } from "./texts.ts";

const part = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
};

/** Draws the page into `index.html`, only what differs from before; `say` speaks until the customer's language is known. */
export const createView = (firstSay: Say, presses: () => Presses) => {
  const [heading, outcome, about, section] = ["heading", "outcome", "about", "panel"].map(part) as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  let before: Page | undefined;
  let change: ChangeView | undefined;

  const openPanel = ({ panel, link }: Open): void => {
    section.hidden = panel.shows === "nothing";
    change = panel.shows === "change" ? changeView(link, presses()) : undefined;
    const cancel = panel.shows === "cancel" ? cancelView(link, presses()) : [];
    section.replaceChildren(...(change?.nodes ?? cancel));
  };
  const drawPanel = (page: Open): void => {
    const { panel, link } = page;
    if (before?.at !== "open" || before.link !== link || before.panel.shows !== panel.shows) openPanel(page);
    if (panel.shows === "change") change?.show(panel);
  };

  const drawOpen = (page: Open): void => {
    const { link, said } = page;
    const say = sayIn(languageOf(link.language));
    if (before?.at !== "open" || before.link !== link) {
      document.documentElement.lang = languageOf(link.language);
      heading.textContent = say("heading", { company: link.company });
      document.title = heading.textContent;
      about.replaceChildren(...aboutView(link, presses()));
    }
    outcome.textContent = said === undefined ? "" : say(said);
    drawPanel(page);
    focusAfter(before, page, heading);
  };

  return (page: Page): void => {
    if (page.at === "open") drawOpen(page);
    else {
      outcome.textContent = firstSay(page.at === "opening" ? "opening" : page.why);
      const again = page.at === "shut" && page.why === "away";
      about.replaceChildren(...(again ? [button(firstSay("again"), () => presses().again())] : []));
      section.hidden = true;
    }
    before = page;
  };
};

/** The focus follows what the press brought; at a first look without a panel it stays where the browser put it. */
const focusAfter = (before: Page | undefined, { panel, said }: Open, heading: HTMLElement): void => {
  const was: Panel = before?.at === "open" ? before.panel : nothing;
  if (panel.shows !== "nothing" && panel.shows !== was.shows)
    document.getElementById("panel-heading")?.focus();
  else if (was.shows === "nothing" || panel.shows !== "nothing")
    return keepFocus(heading, said !== undefined);
  else if (said === undefined) document.querySelector<HTMLElement>(`[data-opens=${was.shows}]`)?.focus();
  else heading.focus();
};

/** The button that was pressed may have been drawn anew: then the focus would be nowhere. */
const keepFocus = (heading: HTMLElement, answered: boolean): void => {
  if (answered && document.activeElement === document.body) heading.focus();
};
