import { html, type TemplateResult } from "lit";
import type { ClockFace } from "./words.ts";
import { nearnessOf } from "./words.ts";

/** A deadline in words and colour, with its moment. */
export const deadline = (due: string | undefined, now: Date, face: ClockFace): TemplateResult => {
  const { near, words } = nearnessOf(due, now);
  return html`<span class="near near-${near}">${words}</span>
    ${due === undefined ? "" : html`<time datetime=${due}>${face.moment(due)}</time>`}`;
};
