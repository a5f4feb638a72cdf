import { html, nothing, type TemplateResult } from "lit";
import type { SessionType } from "../booking.ts";
import type { Reader } from "../reader.ts";
import type { Choosing } from "../state.ts";
import type { Actions, Prefill } from "./actions.ts";
import { dayGrid } from "./day-grid.ts";
import { detailsForm } from "./details-form.ts";
import { timeList } from "./time-list.ts";
import { toldView } from "./told-view.ts";

export interface ChoosingView {
  readonly page: Choosing;
  /** The date on which the keyboard stands. */
  readonly standing: string;
  readonly prefill: Prefill;
  /** The kind that the host page names; where the company has none of that name, the visitor chooses. */
  readonly sessionType: string | undefined;
}

/** From the kind of session to the button, on one page. */
export const choosingView = (shown: ChoosingView, reader: Reader, on: Actions): TemplateResult => {
  const { page, prefill } = shown;
  const typeGiven = page.company.sessionTypes.some(({ id }) => id === shown.sessionType);
  const { say, moments } = reader;
  const zone = moments.zone(page.chosen?.start ?? page.company.rules.earliest);
  return html`<h2 part="heading" tabindex="-1">${say("heading", { company: page.company.name })}</h2>
    ${typeGiven ? nothing : typeSelect(page, reader, on)}
    <div ?hidden=${page.wish === "wait"}>
      ${page.first === "" ? nothing : dayGrid(page, shown.standing, reader, on)}
      <p class="hint">${say("zone", { zone })}</p>
      ${page.chosen === undefined && page.wish === "book" ? toldView(page, reader) : nothing} ${timeList(page, reader, on)}
    </div>
    ${listButton(page, reader, on)}
    ${detailsForm(page, prefill, reader, on)}`;
};

const typeSelect = (page: Choosing, reader: Reader, on: Actions): TemplateResult => {
  const change = ({ target }: Event): void => {
    if (target instanceof HTMLSelectElement) void on.ofType(target.value);
  };
  const name = ({ name, minutes }: SessionType): string =>
    reader.say("sessionOption", {
      name: name[reader.language] ?? name["en"] ?? "",
      length: reader.length(`PT${minutes}M`),
    });
  return html`<label part="field">
    ${reader.say("sessionType")}
    <select @change=${change}>
      ${page.company.sessionTypes.map(
        (type) =>
          html`<option value=${type.id} ?selected=${type.id === page.sessionType}>${name(type)}</option>`,
      )}
    </select>
  </label>`;
};

const listButton = (
  { wish, company }: Choosing,
  { say }: Reader,
  on: Actions,
): TemplateResult | typeof nothing => {
  if (!company.rules.waitingList) return nothing;
  const other = wish === "wait" ? "book" : "wait";
  return html`<p>
    <button type="button" class="plain" @click=${() => on.wish(other)}>
      ${say(wish === "wait" ? "showTimes" : "joinList")}
    </button>
  </p>`;
};
