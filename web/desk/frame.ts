import { html, nothing, type TemplateResult } from "lit";
import { dayAddress, listAddress, searchAddress } from "./place.ts";

interface Frame {
  readonly pack: string;
  /** The path that is shown. */
  readonly here: string;
  readonly name: string;
  readonly leave: () => void;
}

/** What stands over every page of a company: where to go, the search, and who is here. */
export const frame = ({ pack, here, name, leave }: Frame): TemplateResult => html`
  <div class="bar">
    <strong>${pack}</strong>
    <nav aria-label="Desk">
      <ul>
        ${ways(pack).map(
          ([address, label]) =>
            html`<li><a href=${address} aria-current=${address === here ? "page" : nothing}>${label}</a></li>`,
        )}
      </ul>
    </nav>
    <form role="search" @submit=${(event: SubmitEvent) => find(event, pack)}>
      <input name="words" type="search" required minlength="2" aria-label="Code, number, name or e-mail"
        placeholder="Code, number, name, e-mail" />
      <button>Find</button>
    </form>
    <span>${name}</span>
    <button type="button" @click=${leave}>Sign out</button>
  </div>
`;

const ways = (pack: string) =>
  [
    [dayAddress(pack), "Today"],
    [listAddress(pack, "cases"), "Cases"],
    [listAddress(pack, "tasks"), "Tasks"],
    [listAddress(pack, "quarantine"), "Quarantine"],
    ["/desk", "Companies"],
  ] as const;

const find = (event: SubmitEvent, pack: string): void => {
  event.preventDefault();
  const words = new FormData(event.target as HTMLFormElement).get("words");
  location.assign(searchAddress(pack, typeof words === "string" ? words : ""));
};

/** Which of the companies; those where the person has no role say so when they are opened. */
export const companies = (packs: readonly string[]): TemplateResult => html`
  <ul class="rows">${packs.map((pack) => html`<li><a href=${dayAddress(pack)}>${pack}</a></li>`)}</ul>
`;

export const notSignedIn: TemplateResult = html`
  <p>The sign-in came to nothing. <a href="/desk">Try it again</a>, or ask whoever administers the accounts.</p>
`;

export const nameForm = (enter: (name: string) => void, shape: string): TemplateResult => html`
  <form class="panel" @submit=${(event: SubmitEvent) => submitted(event, enter)}>
    <p>This is the local world: a name is enough.</p>
    <div class="field">
      <label for="name">Your name</label>
      <input id="name" name="name" required pattern=${shape} autocomplete="username" />
    </div>
    <button>Sign in</button>
  </form>
`;

const submitted = (event: SubmitEvent, enter: (name: string) => void): void => {
  event.preventDefault();
  const name = new FormData(event.target as HTMLFormElement).get("name");
  if (typeof name === "string") enter(name.trim());
};

/** The way to what watches over something, where it can be shown. */
export const executionLink = (address: string | undefined): TemplateResult | typeof nothing =>
  address === undefined ? nothing : html`<p><a href=${address}>Show its execution</a></p>`;
