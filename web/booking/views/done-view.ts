import { html, type TemplateResult } from "lit";
import type { Reader } from "../reader.ts";
import type { Page } from "../state.ts";
import type { Actions } from "./actions.ts";

type Done = Extract<Page, { at: "booked" | "waiting" }>;

/** What was booked, or waited for, and where it can be changed: the token stands in the fragment, which no log sees. */
export const doneView = (page: Done, api: string, reader: Reader, on: Actions): TemplateResult => {
  const { say } = reader;
  const { heading, mail, manage, code, link } = wordsOf(page);
  return html`<h2 part="heading" id="done" tabindex="-1">${say(heading)}</h2>
    <p>${say(mail, { email: page.email })}</p>
    <dl part="done">
      ${
        page.at === "booked"
          ? html`<dt>${say("when")}</dt>
            <dd>${reader.span(page.booked.start, page.booked.end)}</dd>`
          : ""
      }
      <dt>${say("code")}</dt>
      <dd>${code}</dd>
    </dl>
    <p><a href="${api}/link#${link}" rel="noreferrer">${say(manage)}</a></p>
    <button type="button" class="plain" @click=${() => on.open()}>${say("another")}</button>`;
};

const wordsOf = (page: Done) =>
  page.at === "booked"
    ? ({ heading: "bookedHeading", mail: "bookedMail", manage: "manage", ...page.booked } as const)
    : ({
        heading: "waitingHeading",
        mail: "waitingMail",
        manage: "manageWaiting",
        ...page.place,
      } as const);
