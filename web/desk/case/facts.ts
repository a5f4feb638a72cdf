import { html, nothing, type TemplateResult } from "lit";
import type { Cost, StaffCase } from "../answers.ts";
import type { Desk } from "../desk.ts";
import { searchAddress } from "../place.ts";
import { languageName, said } from "../words.ts";

/** Whose it is, what it is about, who has it, and why it is what it is. */
export const facts = (it: StaffCase, { face, pack }: Desk): TemplateResult => {
  const { customer, team, handler, receivedAt, channel, escalatedTo, closesAt, satisfied } = it;
  return html`<dl>
    ${fact(
      "Customer",
      html`${customer.name}, <a href=${searchAddress(pack, customer.email)}>${customer.email}</a>
        ${customer.phone ?? nothing}`,
    )}
    ${fact("Reads", languageName(it.language))}
    ${fact("Received", `${face.moment(receivedAt)}, by ${channel}`)}
    ${fact("Team", handler === undefined ? `${team}; nobody has it yet` : `${team}; ${handler} has it`)}
    ${fact("About", it.topic)}
    ${fact("Why a " + it.kind, it.kindReason)}
    ${Object.entries(it.fields).map(([name, value]) => fact(said(name), html`<span class="text">${value}</span>`))}
    ${fact("Missing", it.missing.length === 0 ? undefined : it.missing.join(", "))}
    ${(it.clarifying ?? []).map(({ name, done }) => fact(name, done ? "Clarified" : "Not clarified yet"))}
    ${(it.costs ?? []).map((cost) => fact("Costs", costOf(cost)))}
    ${fact("Handed up to", escalatedTo)}
    ${fact("Closes", closesAt && `by itself, ${face.moment(closesAt)}`)}
    ${fact("Satisfied", satisfied === undefined ? undefined : satisfied ? "Yes" : "No")}
    ${(it.elsewhere ?? []).map(({ system, standing, reference, trouble, givenUpAt }) =>
      fact(
        system,
        [
          reference,
          standing,
          trouble && `trouble since ${face.moment(trouble.since)}: ${trouble.reason}`,
          givenUpAt && `given up ${face.moment(givenUpAt)}`,
        ]
          .filter((each) => each !== undefined)
          .join("; ") || "not told yet",
      ),
    )}
  </dl>`;
};

const costOf = ({ amount, currency, coveredUntil, text, state, by }: Cost): string =>
  [
    amount && `${currency} ${amount}`,
    coveredUntil && `covered until ${coveredUntil}`,
    text,
    by === undefined ? said(state) : `${said(state)}, said ${by}`,
  ]
    .filter((each) => each !== undefined)
    .join("; ");

const fact = (name: string, value: string | TemplateResult | undefined): TemplateResult | typeof nothing =>
  value === undefined ? nothing : html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
