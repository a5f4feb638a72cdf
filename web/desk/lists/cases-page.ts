import { html, type TemplateResult } from "lit";
import type { ListedCase } from "../answers.ts";
import type { Desk } from "../desk.ts";
import { listAddress } from "../place.ts";
import { byDeadline } from "./by-deadline.ts";
import { caseRow } from "./case-row.ts";

/** All open cases by their next deadline, or those that are closed, the newest first. */
export const openCases = async (desk: Desk, which: "cases" | "closed"): Promise<void> => {
  const { client, found } = desk;
  const look = async (): Promise<void> => {
    const list = await found(
      client.get<{ cases: ListedCase[] }>(which === "closed" ? "cases?status=closed" : "cases"),
    );
    if (list === undefined) return;
    const cases = which === "closed" ? list.cases.toReversed() : byDeadline(list.cases);
    desk.show(which === "closed" ? "Closed cases" : "Cases by next deadline", view(desk, cases, which));
  };
  await look();
  desk.every(60, () => void look());
};

const view = (desk: Desk, cases: readonly ListedCase[], which: "cases" | "closed"): TemplateResult => html`
  <p>
    ${cases.length === 0 ? "None." : `${cases.length}.`}
    ${
      which === "closed"
        ? html`<a href=${listAddress(desk.pack, "cases")}>Those that are open</a>`
        : html`<a href=${listAddress(desk.pack, "closed")}>Those that are closed</a>`
    }
  </p>
  <ul class="rows">${cases.map((row) => caseRow(row, desk))}</ul>
`;
