import { html, nothing, type TemplateResult } from "lit";
import type { ActFormState } from "../act/act-form.ts";
import type { ActPresses } from "../act/acting.ts";
import { actsView } from "../act/acts-view.ts";
import type { Milestone, StaffCase } from "../answers.ts";
import type { Desk } from "../desk.ts";
import { executionLink } from "../frame.ts";
import { deadline } from "../near.ts";
import { said } from "../words.ts";
import { facts } from "./facts.ts";
import { actsFor } from "./offered.ts";
import { timeline } from "./timeline.ts";

/** A case from top to bottom: what is owed next, what can be done, and all that was. */
export const caseView = (
  desk: Desk,
  it: StaffCase,
  form: ActFormState | undefined,
  presses: ActPresses,
): TemplateResult => html`
  <p>${said(it.status)}. ${deadline(it.nextDeadline, desk.now(), desk.face)}</p>
  ${facts(it, desk)}
  <h2>Promises</h2>
  <ul class="rows">${it.milestones.map((each) => promise(each, desk))}</ul>
  ${it.earlier.map(
    ({ kind, milestones }) => html`<h3>Before, as ${kind}</h3>
      <ul class="rows">${milestones.map((each) => promise(each, desk))}</ul>`,
  )}
  <h2>What to do</h2>
  ${actsFor(it).map(
    ({ title, acts }) => html`${form === undefined ? html`<h3>${title}</h3>` : nothing}
      ${actsView(title, acts, form, presses)}`,
  )}
  <h2>What happened</h2>
  <p class="quiet">Times are those of ${desk.face.timeZone}.</p>
  ${timeline(it, desk)}
  ${executionLink(desk.executionAt(it.execution))}
`;

/** What each state of a promise says to people. */
const states: Readonly<Record<string, string>> = {
  open: "Owed",
  warned: "Owed, and its warning went out",
  kept: "Kept",
  broken: "Broken: its date has passed and it is still owed",
  late: "Done late",
  extended: "Owed, with a later date",
  void: "No longer owed",
};

const owed = ["open", "warned", "extended", "broken"];

const promise = ({ name, due, state, at, why }: Milestone, { face, now }: Desk): TemplateResult => html`<li>
  <h3>${name}</h3>
  <p>${
    owed.includes(state)
      ? html`${deadline(due, now(), face)} ${states[state]}`
      : `${states[state] ?? said(state)}${at === undefined ? "" : ` ${face.moment(at)}`}${
          due === undefined ? "" : `; it was due ${face.moment(due)}`
        }`
  }</p>
  ${why === undefined ? nothing : html`<p class="quiet">${why}</p>`}
</li>`;
