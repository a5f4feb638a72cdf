import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Reader } from "../reader.ts";
import type { Choosing } from "../state.ts";
import { type Time, timeLabel } from "../weeks.ts";
import type { Actions } from "./actions.ts";

/** The times of the day, or those nearest to one that went, as one group of radio buttons. */
export const timeList = (page: Choosing, reader: Reader, on: Actions): TemplateResult => {
  const { say, moments, dateTime, date } = reader;
  if (page.nearest !== undefined && page.nearest.length > 0)
    return group(say("nearest"), page.nearest, ({ start }) => dateTime(start), page, on);
  if (page.times === "looking") return html`<p role="status">${say("opening")}</p>`;
  if (page.times === "away") return away(reader, on);
  if (page.times.size === 0) return html`<p role="status">${say("noTimes")}</p>`;
  const { day } = page;
  if (day === undefined) return html``;
  const ofDay = page.times.get(day) ?? [];
  return group(say("times", { date: date(day) }), ofDay, (time) => timeLabel(time, ofDay, moments), page, on);
};

/** Where nobody answered: the same question again. */
const away = ({ say }: Reader, on: Actions): TemplateResult =>
  html`<p role="status">${say("away")}</p>
    <button type="button" @click=${() => on.turn(0)}>${say("again")}</button>`;

const group = (
  heading: string,
  times: readonly Time[],
  label: (time: Time) => string,
  { chosen }: Choosing,
  on: Actions,
): TemplateResult =>
  html`<fieldset part="times">
    <legend id="times" tabindex="-1">${heading}</legend>
    ${times.map(
      (time) => html`<label part=${chosen?.start === time.start ? "time chosen" : "time"}>
        <input
          type="radio"
          name="start"
          value=${time.start}
          .checked=${live(chosen?.start === time.start)}
          @change=${() => on.choose(time)}
        />
        ${label(time)}
      </label>`,
    )}
  </fieldset>`;
