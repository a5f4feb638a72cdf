import { html, nothing, type TemplateResult } from "lit";
import type { Act } from "../act/act.ts";
import type { ActFormState } from "../act/act-form.ts";
import type { ActPresses } from "../act/acting.ts";
import { actsView } from "../act/acts-view.ts";
import type { Desk } from "../desk.ts";
import { searchAddress, sessionAddress } from "../place.ts";
import { languageName, said } from "../words.ts";
import { actsOnFee, actsOnIncident, actsOnStrike, decides, reportOn } from "./customer-acts.ts";
import type { Customer, Fee, Incident, Me, Strike } from "./customer-answers.ts";
import { feeLine, judgementLines, standingOf, strikeLines } from "./customer-words.ts";

export interface CustomerMeans {
  readonly me: Me;
  readonly acting: ActFormState | undefined;
  readonly presses: ActPresses;
}

/** Who a customer is, what stands in the way of their next session, and everything that it comes from. */
export const customerView = (desk: Desk, it: Customer, means: CustomerMeans): TemplateResult => {
  const acts = (title: string, some: readonly Act[]) => actsView(title, some, means.acting, means.presses);
  const { me } = means;
  return html`
    ${standingOf(it, desk.face).map((line) => html`<p class="title">${line}</p>`)}
    ${facts(it, desk)}
    ${section("Sessions", it.bookings, "None to come, and none missed.", (each) => bookingRow(each, desk))}
    ${section("Strikes", it.strikes, "None.", (each) => strikeRow(each, desk, acts(`Strike ${each.id}`, actsOnStrike(each, me))))}
    ${it.strikes.length === 0 || decides(me) ? nothing : html`<p class="quiet">A manager can waive them.</p>`}
    ${section("Fees", it.fees, "None.", (each) => feeRow(each, desk, acts(`Fee for ${each.id}`, actsOnFee(each))))}
    ${section("Conduct", it.conduct, "Nothing was reported.", (each) => incidentRow(each, desk, me, acts("The report", actsOnIncident(each, me))))}
    ${acts("Conduct", [reportOn(it.id)])}
  `;
};

type Acts = ReturnType<typeof actsView>;

const section = <Each>(
  title: string,
  all: readonly Each[],
  none: string,
  row: (each: Each) => TemplateResult,
): TemplateResult => html`
  <h2>${title}</h2>
  ${all.length === 0 ? html`<p>${none}</p>` : html`<ul class="rows">${all.map(row)}</ul>`}
`;

const facts = (
  { id, account, profile, provenAt }: Customer,
  { pack, face }: Desk,
): TemplateResult => html`<dl>
  <div>
    <dt>Address</dt>
    <dd>${id}; <a href=${searchAddress(pack, id)}>their cases and sessions</a></dd>
  </div>
  ${
    profile === undefined
      ? nothing
      : html`<div><dt>Reads</dt><dd>${languageName(profile.language)}, times of ${profile.timeZone}</dd></div>`
  }
  ${account === undefined ? nothing : html`<div><dt>Account</dt><dd>${account}</dd></div>`}
  <div>
    <dt>Proven</dt>
    <dd>${
      provenAt === undefined
        ? "Not yet: nobody has pressed a button in a mail to this address"
        : `The address is theirs: since ${face.moment(provenAt)}`
    }</dd>
  </div>
</dl>`;

const bookingRow = (
  { id, status, sessionType, start }: Customer["bookings"][number],
  { pack, face }: Desk,
): TemplateResult => html`<li>
  <p class="title"><a href=${sessionAddress(pack, id)}>Session ${id}</a> ${face.moment(start)}</p>
  <p class="quiet">${said(sessionType)}; ${said(status).toLowerCase()}</p>
</li>`;

const strikeRow = (strike: Strike, { pack, face }: Desk, acts: Acts): TemplateResult => html`<li>
  <h3>
    ${said(strike.cause)} <a href=${sessionAddress(pack, strike.id)}>${strike.id}</a>
  </h3>
  <p>Of the session on ${face.moment(strike.at)}. ${strikeLines(strike, face)[0]}</p>
  ${strikeLines(strike, face)
    .slice(1)
    .map((line) => html`<p class="quiet">${line}</p>`)}
  ${acts}
</li>`;

const feeRow = (fee: Fee, { pack, face }: Desk, acts: Acts): TemplateResult => html`<li>
  <h3>${fee.currency} ${fee.amount} for <a href=${sessionAddress(pack, fee.id)}>${fee.id}</a></h3>
  <p>${feeLine(fee, face)}</p>
  ${acts}
</li>`;

const incidentRow = (incident: Incident, { face }: Desk, me: Me, acts: Acts): TemplateResult => html`<li>
  <h3>Reported by ${incident.reportedBy}, ${face.moment(incident.reportedAt)}</h3>
  <div class="written text">${incident.evidence}</div>
  ${judgementLines(incident, me, face).map((line) => html`<p>${line}</p>`)}
  ${acts}
</li>`;
