import { html, type TemplateResult } from "lit";
import type { Reader } from "../reader.ts";
import type { Page } from "../state.ts";
import { standingDate } from "../weeks.ts";
import type { Actions, Prefill } from "./actions.ts";
import { choosingView } from "./choosing-view.ts";
import { doneView } from "./done-view.ts";

/** What the host page has said. */
export interface Given {
  /** Origin of API and pages, `https://kept.example`. */
  readonly api: string;
  readonly prefill: Prefill;
  readonly sessionType: string | undefined;
}

/** @param standing where the keyboard was last put in the grid. */
export const view = (
  page: Page,
  standing: string | undefined,
  given: Given,
  reader: Reader,
  on: Actions,
): TemplateResult => {
  switch (page.at) {
    case "opening":
      return html`<p role="status">${reader.say("opening")}</p>`;
    case "shut":
      return shutView(page.why, reader, on);
    case "choosing":
      return choosingView({ page, ...given, standing: standingDate(page, standing) }, reader, on);
    case "booked":
    case "waiting":
      return doneView(page, given.api, reader, on);
  }
};

const shutView = (why: "away" | "shut", { say }: Reader, on: Actions): TemplateResult =>
  html`<p role="status">${say(why)}</p>
    <button type="button" ?hidden=${why === "shut"} @click=${() => on.open()}>${say("again")}</button>`;
