import { html, type TemplateResult } from "lit";
import type { Row } from "../answers.ts";
import type { Desk } from "../desk.ts";
import { deadline } from "../near.ts";
import { caseAddress } from "../place.ts";
import { said } from "../words.ts";

/** Those that come first, first; those without a deadline last. */
export const byDeadline = <Case extends Pick<Row, "nextDeadline">>(cases: readonly Case[]): Case[] =>
  cases.toSorted((one, other) => ((one.nextDeadline ?? "~") < (other.nextDeadline ?? "~") ? -1 : 1));

/** A line of a list of cases; `customer` where the list knows whose it is. */
export const caseRow = (
  { number, kind, status, team, handler, nextDeadline, customer }: Row & { readonly customer?: string },
  { pack, face, now }: Desk,
): TemplateResult => html`<li>
  <h3><a href=${caseAddress(pack, number)}>${said(kind)} ${number}</a> ${customer ?? ""}</h3>
  <p>${deadline(nextDeadline, now(), face)}</p>
  <p class="quiet">${said(status)}; ${team}${handler === undefined ? ", nobody has it yet" : `, ${handler} has it`}</p>
</li>`;
