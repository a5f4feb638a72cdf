import { html, nothing, type TemplateResult } from "lit";
import type { Preview } from "../answers.ts";
import type { Act, Field } from "./act.ts";
import { ticked } from "./body.ts";

export interface ActFormState {
  readonly act: Act;
  /** What would go out, once somebody has looked; gone as soon as a word changes. */
  readonly preview?: Preview;
}

export interface ActFormPresses {
  readonly submit: (form: HTMLFormElement) => unknown;
  readonly changed: () => void;
  readonly leave: () => void;
}

/** First a look at what would go out, then the press that sends it; what tells nobody is done at once. @param above stands over the fields. */
export const actForm = (
  { act, preview }: ActFormState,
  presses: ActFormPresses,
  above: TemplateResult | typeof nothing = nothing,
): TemplateResult => html`
  <form class="panel" aria-labelledby="act-heading" @submit=${(event: SubmitEvent) => {
    event.preventDefault();
    void presses.submit(event.target as HTMLFormElement);
  }} @input=${presses.changed}>
    <h3 id="act-heading" tabindex="-1">${act.label}</h3>
    ${act.means === undefined ? nothing : html`<p>${act.means}</p>`}
    ${above}
    ${act.fields.map(fieldView)}
    ${preview === undefined ? nothing : previewView(preview)}
    <div class="actions">
      <button class="primary">${labelOf(act, preview)}</button>
      <button type="button" @click=${presses.leave}>Leave it</button>
    </div>
  </form>
`;

const labelOf = ({ quiet }: Act, preview: Preview | undefined): string => {
  if (quiet === true) return "Do it";
  if (preview === undefined) return "See what goes out";
  return preview.mails.length === 0 ? "Do it" : "Send it";
};

const fieldView = (field: Field): TemplateResult => html`
  <div class="field">
    <label for="field-${field.name}">${field.label}${field.optional === true ? " (if you like)" : ""}</label>
    ${inputOf(field)}
  </div>
`;

const inputOf = ({ name, input, optional, choices = [] }: Field): TemplateResult => {
  const id = `field-${name}`;
  const required = optional !== true;
  switch (input) {
    case "letter":
      return html`<textarea id=${id} name=${name} rows="6" maxlength="20000" ?required=${required}></textarea>`;
    case "note":
      return html`<textarea id=${id} name=${name} rows="2" maxlength="1000" ?required=${required}></textarea>`;
    case "choice":
      return html`<select id=${id} name=${name}>${choices.map(
        ([value, label]) => html`<option value=${value}>${label}</option>`,
      )}</select>`;
    case "check":
      return html`<input id=${id} name=${name} type="checkbox" value=${ticked} />`;
    case "line":
    case "email":
    case "date":
      return html`<input id=${id} name=${name} type=${input === "line" ? "text" : input} maxlength="254"
        ?required=${required} />`;
  }
};

const previewView = ({ mails }: Preview): TemplateResult => html`
  <section aria-labelledby="preview-heading">
    <h4 id="preview-heading" tabindex="-1">
      ${mails.length === 0 ? "Nothing goes to the customer" : "This goes out"}
    </h4>
    ${mails.map(
      ({ to, language, subject, text }) => html`
        <p>To ${to.name}, ${to.address}: <strong lang=${language}>${subject}</strong></p>
        <div class="letter" lang=${language}>${text}</div>
      `,
    )}
  </section>
`;
