import { html, nothing, type TemplateResult } from "lit";
import type { Found } from "../answers.ts";
import type { Customer } from "../customer/customer-answers.ts";
import type { Desk } from "../desk.ts";
import { caseAddress, customerAddress, sessionAddress } from "../place.ts";
import { said } from "../words.ts";
import { caseRow } from "./case-row.ts";

/** What was found; where it is one thing by its own code, that thing itself. */
export const openSearch = async (desk: Desk, words: string): Promise<void> => {
  const { client, found } = desk;
  const seen = await found(client.get<Found>(`search?${new URLSearchParams({ q: words })}`));
  if (seen === undefined) return;
  const only = theOne(desk.pack, seen, words);
  if (only !== undefined) return location.replace(only);
  desk.show(`Found for “${words}”`, view(desk, seen, await customersOf(desk, seen, words)));
};

interface Whose {
  readonly email: string;
  readonly name: string;
}

/** Whose sessions were found; an address finds its customer also without any, a report about them say. */
const customersOf = async (
  { client }: Desk,
  { appointments }: Found,
  words: string,
): Promise<readonly Whose[]> => {
  const found = new Map(appointments.map(({ email, customer: name }) => [email, name]));
  const email = words.trim().toLowerCase();
  if (email.includes("@") && !found.has(email)) {
    const known = await client.get<Customer>(`customers/${encodeURIComponent(email)}`);
    if ("found" in known) found.set(email, known.found.profile?.name ?? email);
  }
  return [...found].map(([address, name]) => ({ email: address, name }));
};

const theOne = (pack: string, { appointments, cases }: Found, words: string): string | undefined => {
  const code = words.replaceAll(/[\s-]/g, "").toUpperCase();
  const session = appointments.find((each) => each.code === code);
  const it = cases.find((each) => each.number === code);
  if (session !== undefined && it !== undefined) return undefined;
  if (session !== undefined) return sessionAddress(pack, code);
  return it && caseAddress(pack, code);
};

const view = (
  desk: Desk,
  { appointments, cases }: Found,
  customers: readonly Whose[],
): TemplateResult => html`
  ${appointments.length + cases.length + customers.length === 0 ? html`<p>Nothing was found.</p>` : nothing}
  <p class="quiet">
    A code or a number finds anything. A name is looked for among sessions from a week ago to five weeks ahead, and an
    address or a name among the newest cases.
  </p>
  ${
    customers.length === 0
      ? nothing
      : html`<h2>Customers</h2><ul class="rows">${customers.map(
          ({ email, name }) => html`<li>
            <p class="title"><a href=${customerAddress(desk.pack, email)}>${name}</a></p>
            <p class="quiet">${email}</p>
          </li>`,
        )}</ul>`
  }
  ${cases.length === 0 ? nothing : html`<h2>Cases</h2><ul class="rows">${cases.map((row) => caseRow(row, desk))}</ul>`}
  ${
    appointments.length === 0
      ? nothing
      : html`<h2>Sessions</h2><ul class="rows">${appointments.map(
          ({ code, start, customer, sessionName, status }) => html`<li>
            <p class="title"><a href=${sessionAddress(desk.pack, code)}>Session ${code}</a> ${customer}</p>
            <p>${sessionName}, ${desk.face.moment(start)}; ${said(status)}</p>
          </li>`,
        )}</ul>`
  }
`;
