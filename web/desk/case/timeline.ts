import { html, nothing, type TemplateResult } from "lit";
import type { StaffCase } from "../answers.ts";
import type { Desk } from "../desk.ts";
import { eventsOf } from "./events.ts";

/** Who did what, when and why, and every mail, the newest first. */
export const timeline = (it: StaffCase, { face }: Pick<Desk, "face">): TemplateResult => html`
  <ol class="rows">${eventsOf(it).map(
    ({ at, title, more, words }) => html`<li>
      <p><time datetime=${at}>${face.moment(at)}</time> <strong>${title}</strong></p>
      ${more.map((line) => html`<p class="quiet">${line}</p>`)}
      ${words.map(
        ([what, text]) => html`${what === "Text" ? nothing : html`<p class="quiet">${what}</p>`}
          <div class="written text">${text}</div>`,
      )}
    </li>`,
  )}</ol>
`;
