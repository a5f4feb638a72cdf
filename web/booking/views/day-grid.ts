import { html, nothing, type TemplateResult } from "lit";
import { daysAfter } from "../../link/moment.ts";
import { bookableDates } from "../find-times.ts";
import type { Reader } from "../reader.ts";
import type { Choosing } from "../state.ts";
import { pageDays, weeksFrom } from "../weeks.ts";
import type { Actions } from "./actions.ts";
import { dateByKey } from "./key-moves.ts";

/** Four weeks as a grid that arrow keys walk; only one of its days is a stop for the Tab key. */
export const dayGrid = (page: Choosing, standing: string, reader: Reader, on: Actions): TemplateResult => {
  const { say } = reader;
  const move = (event: KeyboardEvent): void => {
    const date = dateByKey(event.key, standing);
    if (date === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    on.stand(date);
  };
  return html`<section part="calendar">
    <h3 id="days">${say("chooseDay")}</h3>
    ${turning(page, reader, on)}
    <table role="grid" aria-labelledby="days weeks" @keydown=${move}>
      <thead>
        <tr>
          ${reader.weekdays().map(({ short, long }) => html`<th scope="col" abbr=${long}>${short}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${weeksFrom(page.first).map(
          (week) => html`<tr>
            ${week.map((date) => cell(date, page, date === standing, reader, on))}
          </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
};

const turning = (page: Choosing, reader: Reader, on: Actions): TemplateResult => {
  const { say, shortDate } = reader;
  const { first, last } = bookableDates(page.company, reader);
  const final = daysAfter(page.first, pageDays - 1);
  return html`<div class="turn">
    <button type="button" ?disabled=${page.first <= first} @click=${() => on.turn(-1)}>
      ${say("earlierWeeks")}
    </button>
    <span id="weeks" aria-live="polite">${shortDate(page.first)} – ${shortDate(final)}</span>
    <button type="button" ?disabled=${final >= last} @click=${() => on.turn(1)}>${say("laterWeeks")}</button>
  </div>`;
};

/** A day without times can be walked over, and says so; pressing it does nothing. */
const cell = (
  date: string,
  page: Choosing,
  standing: boolean,
  { say, date: said, month }: Reader,
  on: Actions,
): TemplateResult => {
  const count = typeof page.times === "string" ? 0 : (page.times.get(date)?.length ?? 0);
  const name = say(count > 0 ? "dayFree" : "dayFull", { date: said(date), count: String(count) });
  return html`<td role="gridcell" aria-selected=${date === page.day}>
    <button
      type="button"
      part=${date === page.day ? "day chosen" : "day"}
      data-date=${date}
      data-month=${date.endsWith("-01") ? month(date) : nothing}
      tabindex=${standing ? 0 : -1}
      aria-disabled=${count === 0 ? "true" : nothing}
      aria-label=${page.times === "looking" ? said(date) : name}
      @click=${() => (count > 0 ? on.pick(date) : on.stand(date))}
    >
      ${Number(date.slice(8))}
    </button>
  </td>`;
};
