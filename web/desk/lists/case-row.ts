import { html, type TemplateResult } from "lit";
import type { Row } from "../answers.ts";
import type { Desk } from "../desk.ts";
import { deadline } from "../near.ts";
import { caseAddress } from "../place.ts";
import { said } from "../words.ts";

/** A line of a list of cases; `customer` where the list knows whose it is. */
export const caseRow = (
  { number, kind, status, team, handler, nextDeadline, customer }: Row & { readonly customer?: string },
  { pack, face, now }: Desk,
): TemplateResult => html`<li>
  <p class="title"><a href=${caseAddress(pack, number)}>${said(kind)} ${number}</a> ${customer ?? ""}</p>
  <p>${deadline(nextDeadline, now(), face)}</p>
  <p class="quiet">${said(status)}; ${team}${handler === undefined ? ", nobody has it yet" : `, ${handler} has it`}</p>
</li>`;
