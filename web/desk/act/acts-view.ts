import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import type { Act } from "./act.ts";
import { type ActFormState, actForm } from "./act-form.ts";
import type { ActPresses } from "./acting.ts";

/**
 * The acts of one thing as buttons; while one of the page's acts is open, its form alone: a press on another would lose what
 * was written.
 * @param title names the thing.
 * @param above stands over the fields of the form.
 */
export const actsView = (
  title: string,
  acts: readonly Act[],
  form: ActFormState | undefined,
  presses: ActPresses,
  above?: TemplateResult,
): TemplateResult | typeof nothing => {
  if (form !== undefined)
    return acts.some(({ act }) => act === form.act.act)
      ? html`${keyed(form.act.act, actForm(form, presses, above))}`
      : nothing;
  return acts.length === 0
    ? nothing
    : html`<div class="actions" role="group" aria-label=${title}>
        ${acts.map(
          (act) =>
            html`<button type="button" id="act-${act.act}" @click=${() => presses.open(act)}>${act.label}</button>`,
        )}
      </div>`;
};
