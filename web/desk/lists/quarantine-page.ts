import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Held } from "../answers.ts";
import type { Desk } from "../desk.ts";
import { caseAddress } from "../place.ts";
import { said } from "../words.ts";

interface Released {
  readonly case: string;
}

type Release = (mail: Held, as: object) => unknown;

/** Mails that no program could place; each is let out as a case of its own, or as a reply on one. */
export const openQuarantine = async (desk: Desk): Promise<void> => {
  const { client, found, say } = desk;
  let last: string | undefined;
  const look = async (): Promise<void> => {
    const list = await found(client.get<{ mails: Held[] }>("quarantine"));
    if (list !== undefined) desk.show("Quarantine", view(desk, list.mails, release, last));
  };
  const release: Release = async ({ id }, as) => {
    const out = await found(client.post<Released>(`quarantine/${encodeURIComponent(id)}/release`, as));
    if (out === undefined) return;
    last = out.case;
    say(`Let out: it is on case ${out.case}.`);
    await look();
    desk.toTop();
  };
  await look();
};

const view = (
  { pack, face }: Desk,
  mails: readonly Held[],
  release: Release,
  last: string | undefined,
): TemplateResult => html`
  ${last === undefined ? nothing : html`<p><a href=${caseAddress(pack, last)}>To case ${last}</a></p>`}
  ${mails.length === 0 ? html`<p>No mail waits.</p>` : nothing}
  <ul class="rows">${repeat(
    mails,
    ({ id }) => id,
    (mail) => html`<li>
      <h2>${mail.subject === "" ? "Without a subject" : mail.subject}</h2>
      <p>${said(mail.reason)}${mail.detail === undefined ? "" : `: ${mail.detail}`}</p>
      <p class="quiet">Says that it is from ${mail.from ?? "nobody"}; came ${face.moment(mail.receivedAt)}</p>
      <div class="actions">
        <button type="button" @click=${() => release(mail, { as: "case" })}>Let it out as a case</button>
      </div>
      <form @submit=${(event: SubmitEvent) => asReply(event, mail, release)}>
        <label for="case-${mail.id}">Or as a reply on case</label>
        <input id="case-${mail.id}" name="case" required maxlength="7" pattern="[0-9A-Za-z]{7}" />
        <button>Let it out as a reply</button>
      </form>
    </li>`,
  )}</ul>
`;

const asReply = (event: SubmitEvent, mail: Held, release: Release): void => {
  event.preventDefault();
  const number = new FormData(event.target as HTMLFormElement).get("case");
  if (typeof number === "string") void release(mail, { as: "reply", case: number.trim().toUpperCase() });
};
