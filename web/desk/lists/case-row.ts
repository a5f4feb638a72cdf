import { html, type TemplateResult } from "lit";
import type { ListedCase } from "../answers.ts";
import type { Desk } from "../desk.ts";
import { deadline } from "../near.ts";
import { caseAddress } from "../place.ts";
import { said } from "../words.ts";

/** A line of a list of cases. */
export const caseRow = (
  { number, kind, topic, status, team, handler, nextDeadline, customer, receivedAt }: ListedCase,
  { pack, face, now }: Desk,
): TemplateResult => html`<li>
  <p class="title"><a href=${caseAddress(pack, number)}>${said(kind)} ${number}</a> ${customer}</p>
  <p>${deadline(nextDeadline, now(), face)}</p>
  <p class="quiet">
    ${said(status)}${topic === undefined ? "" : `, about ${topic}`}; ${team}${
      handler === undefined ? ", nobody has it yet" : `, ${handler} has it`
    }; came ${face.moment(receivedAt)}
  </p>
</li>`;
