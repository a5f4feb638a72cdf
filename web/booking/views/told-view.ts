import { html, nothing, type TemplateResult } from "lit";
import type { Reader } from "../reader.ts";
import type { Choosing } from "../state.ts";

/** Why it did not work. The focus comes here, so that it is read out and seen. */
export const toldView = ({ told }: Choosing, { say }: Reader): TemplateResult | typeof nothing =>
  told === undefined
    ? nothing
    : html`<p part="outcome" class="told" tabindex="-1">${told.words ?? say(told.text, told.fields)}</p>`;
