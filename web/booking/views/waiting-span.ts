import { html, type TemplateResult } from "lit";
import { daysAfter } from "../../link/moment.ts";
import { bookableDates } from "../find-times.ts";
import type { Reader } from "../reader.ts";
import type { Choosing } from "../state.ts";

/** The days in which somebody waits, both included; two weeks at first. */
export const waitingSpan = (page: Choosing, reader: Reader): TemplateResult => {
  const { say } = reader;
  const { first } = bookableDates(page.company, reader);
  const closed = page.wish !== "wait";
  return html`<fieldset ?hidden=${closed} ?disabled=${closed}>
    <legend>${say("waitHeading")}</legend>
    <p>${say("waitExplained")}</p>
    <label part="field">
      ${say("from")}
      <input name="from" type="date" required min=${first} value=${first} />
    </label>
    <label part="field">
      ${say("until")}
      <input name="until" type="date" required min=${first} value=${daysAfter(first, 13)} />
    </label>
  </fieldset>`;
};
