import { html, nothing, type TemplateResult } from "lit";
import type { Desk } from "../desk.ts";
import { customerAddress, sessionAddress } from "../place.ts";
import { canBeJudged, isRunning, outcomes, silence, standingOf } from "./session.ts";
import type { Session } from "./session-answers.ts";

type Seen = Pick<Session, "code" | "version" | "status" | "start" | "end" | "attendance" | "silentSince">;

export type Press = (act: "outcome" | "silent" | "resumed", body: object) => void;

/** One-press outcomes, and the clock of a silence, for whoever is in the session. */
export const sessionActs = (session: Seen, { now, face }: Desk, press: Press): TemplateResult => {
  const at = now();
  return html`
    <p>${standingOf(session, at, face)}</p>
    ${isRunning(session, at) ? silenceOf(session, at, press) : nothing}
    ${canBeJudged(session, at) ? judge(session, press) : nothing}
  `;
};

const judge = ({ code, version, attendance }: Seen, press: Press): TemplateResult => html`
  <div class="actions" role="group" aria-label="How session ${code} went">
    ${outcomes.map(
      ([outcome, label]) => html`<button type="button" aria-pressed=${String(attendance?.outcome === outcome)}
        @click=${() => press("outcome", { version, outcome })}>${label}</button>`,
    )}
  </div>
`;

const silenceOf = ({ version, silentSince }: Seen, now: Date, press: Press): TemplateResult =>
  silentSince === undefined
    ? html`<button type="button" @click=${() => press("silent", { version })}>The customer is silent</button>`
    : html`<p><strong role="timer">Silent for ${silence(silentSince, now)}</strong>; after more than five minutes it
          can count as interrupted.</p>
        <button type="button" @click=${() => press("resumed", { version })}>The customer is back</button>`;

/** A line of the day. */
export const sessionRow = (session: Session, desk: Desk, press: Press): TemplateResult => {
  const { code, start, end, sessionName, hostName, customer, confirmedAt } = session;
  const { face, pack } = desk;
  return html`<li>
    <h3>
      ${face.time(start)}–${face.time(end)} <a href=${customerAddress(pack, customer.email)}>${customer.name}</a>
      <a href=${sessionAddress(pack, code)}>${code}</a>
    </h3>
    <p>${sessionName} with ${hostName}${confirmedAt === undefined ? "" : "; the customer said that they will come"}</p>
    <p class="quiet">${customer.email}${customer.phone === undefined ? "" : `, ${customer.phone}`}</p>
    ${sessionActs(session, desk, press)}
  </li>`;
};
