import { html, nothing, type TemplateResult } from "lit";
import type { ActFormState } from "../act/act-form.ts";
import type { ActPresses } from "../act/acting.ts";
import { actsView } from "../act/acts-view.ts";
import type { Desk } from "../desk.ts";
import { executionLink } from "../frame.ts";
import { customerAddress } from "../place.ts";
import { said } from "../words.ts";
import type { Moving } from "./moving.ts";
import { movingView } from "./moving-view.ts";
import { revisionsOf } from "./revising.ts";
import type { Promised, StaffAppointment } from "./session-answers.ts";
import { type Press, sessionActs } from "./session-view.ts";

interface Means {
  readonly press: Press;
  readonly acting: ActFormState | undefined;
  readonly presses: ActPresses;
  readonly moving: Moving;
}

/** A session from top to bottom: whose, when and how it went, what can be done before it begins, and its promises. */
export const appointmentView = (
  desk: Desk,
  seen: StaffAppointment,
  { press, acting, presses, moving }: Means,
): TemplateResult => {
  const { face, pack } = desk;
  const { appointment, promises } = seen;
  const { start, end, code } = appointment;
  const revisions = revisionsOf(seen, face);
  return html`
    ${facts(seen, desk)}
    ${sessionActs({ ...seen, code, start, end }, desk, press)}
    ${revisions.length === 0 ? nothing : html`<h2>What to do</h2>`}
    ${actsView(
      `Session ${code}`,
      revisions,
      acting,
      presses,
      acting?.act.act === "change" ? movingView(moving, seen, face) : undefined,
    )}
    <h2>Promises</h2>
    <ul class="rows">${Object.entries(promises)
      .toSorted(([, one], [, other]) => (one.due < other.due ? -1 : 1))
      .map(([name, each]) => promiseRow(name, each, desk))}</ul>
    ${executionLink(desk.executionAt(`${pack}-appointment:${code}-v${seen.version}-r1`))}
  `;
};

const facts = (
  { appointment, customer, feedback, language }: StaffAppointment,
  { face, pack }: Desk,
): TemplateResult => html`<dl>
  <div>
    <dt>When</dt>
    <dd>${face.moment(appointment.start)}–${face.time(appointment.end)} (${face.timeZone})</dd>
  </div>
  <div><dt>What</dt><dd><span lang=${language}>${appointment.sessionName}</span> with ${appointment.hostName}</dd></div>
  <div>
    <dt>Customer</dt>
    <dd><a href=${customerAddress(pack, customer.email)}>${customer.name}</a>, ${customer.email} ${customer.phone ?? nothing}</dd>
  </div>
  ${
    feedback === undefined
      ? nothing
      : html`<div><dt>Feedback</dt><dd>${feedback.rating} of 5 ${feedback.comment ?? ""}</dd></div>`
  }
</dl>`;

const promiseRow = (
  name: string,
  { kind, channel, due, state, at, evidence, reason }: Promised,
  { face }: Desk,
): TemplateResult => html`<li>
  <strong>${said(kind)}</strong> by ${channel} <span class="quiet">${name}</span>
  <p>${said(state)}${at === undefined ? "" : ` ${face.moment(at)}`}; due ${face.moment(due)}${
    reason === undefined ? "" : `; ${reason}`
  }${evidence === undefined ? "" : html` <span class="quiet">${evidence}</span>`}</p>
</li>`;
