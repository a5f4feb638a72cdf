import { html, nothing, type TemplateResult } from "lit";
import type { Reader } from "../reader.ts";
import type { Choosing } from "../state.ts";
import type { Actions, Prefill } from "./actions.ts";
import { termsView } from "./terms-view.ts";
import { toldView } from "./told-view.ts";
import { waitingSpan } from "./waiting-span.ts";

/** Who it is for, and the button. Nothing here is drawn anew while somebody types, so what was typed stays. */
export const detailsForm = (
  page: Choosing,
  prefill: Prefill,
  reader: Reader,
  on: Actions,
): TemplateResult => {
  const { say, span } = reader;
  const { chosen, wish } = page;
  const when = chosen && span(chosen.start, chosen.end);
  return html`<form
    part="form"
    ?hidden=${wish === "book" && chosen === undefined}
    @submit=${(event: SubmitEvent) => on.send(event)}
  >
    ${waitingSpan(page, reader)}
    <h3>${say("details")}</h3>
    <p role="status" ?hidden=${wish === "wait"}>${when === undefined ? "" : say("chosen", { when })}</p>
    ${fields(page, prefill, reader)} ${wish === "book" ? termsView(page.company, chosen, reader) : nothing}
    ${feeView(page, reader)} ${wish === "wait" || chosen !== undefined ? toldView(page, reader) : nothing}
    <button part="button" class="main" aria-describedby=${wish === "book" ? "terms" : nothing}>
      ${say(wish === "book" ? "book" : "wait")}
    </button>
  </form>`;
};

const fields = ({ told }: Choosing, prefill: Prefill, { say }: Reader): TemplateResult => {
  const wrong = (field: "email" | "phone") =>
    told?.wrong === field ? html`<span class="wrong">${say(`wrong-${field}`)}</span>` : "";
  const invalid = (field: "email" | "phone") => (told?.wrong === field ? "true" : nothing);
  return html`<label part="field">
      ${say("name")}
      <input name="name" autocomplete="name" required maxlength="200" value=${prefill.name ?? ""} />
    </label>
    <label part="field">
      ${say("email")} ${wrong("email")}
      <input
        name="email"
        type="email"
        autocomplete="email"
        required
        maxlength="254"
        value=${prefill.email ?? ""}
        aria-invalid=${invalid("email")}
      />
    </label>
    <label part="field">
      ${say("phone")} ${wrong("phone")}
      <input
        name="phone"
        type="tel"
        autocomplete="tel"
        maxlength="32"
        value=${prefill.phone ?? ""}
        aria-invalid=${invalid("phone")}
        aria-describedby="phone-hint"
      />
    </label>
    <p class="hint" id="phone-hint">${say("phoneHint")}</p>`;
};

const feeView = ({ fee, wish }: Choosing, { say, money }: Reader): TemplateResult | typeof nothing =>
  fee === undefined || wish === "wait"
    ? nothing
    : html`<label part="field" class="fee">
        <input name="fee" type="checkbox" required /> ${say("feeAccept", { fee: money(fee) })}
      </label>`;
