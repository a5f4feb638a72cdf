import { html, nothing, type TemplateResult } from "lit";
import type { Promised, StaffAppointment } from "../answers.ts";
import type { Desk } from "../desk.ts";
import { executionLink } from "../frame.ts";
import { said } from "../words.ts";
import { type Press, sessionActs } from "./session-view.ts";

/** One appointment with every promise, and what became of each. */
export const openSession = async (desk: Desk, code: string): Promise<void> => {
  const { client, found, say } = desk;
  const path = `appointments/${code}`;
  let seen = await found(client.get<StaffAppointment>(path));
  const draw = (): void => {
    if (seen !== undefined) desk.show(`Session ${seen.appointment.code}`, view(desk, seen, press));
  };
  const press: Press = (act, body) =>
    void found(client.post<StaffAppointment>(`${path}/${act}`, body)).then((after) => {
      if (after === undefined) return;
      seen = after;
      say("Noted.");
      draw();
    });
  draw();
  desk.every(1, () => seen?.silentSince !== undefined && draw());
};

const view = (desk: Desk, seen: StaffAppointment, press: Press): TemplateResult => {
  const { face, pack } = desk;
  const { appointment, customer, promises, feedback } = seen;
  const { start, end } = appointment;
  return html`
    <dl>
      <div><dt>When</dt><dd>${face.moment(start)}–${face.time(end)} (${face.timeZone})</dd></div>
      <div><dt>What</dt><dd>${appointment.sessionName} with ${appointment.hostName}</dd></div>
      <div><dt>Customer</dt><dd>${customer.name}, ${customer.email} ${customer.phone ?? nothing}</dd></div>
      ${
        feedback === undefined
          ? nothing
          : html`<div><dt>Feedback</dt><dd>${feedback.rating} of 5 ${feedback.comment ?? ""}</dd></div>`
      }
    </dl>
    ${sessionActs({ ...seen, code: appointment.code, start, end }, desk, press)}
    <h2>Promises</h2>
    <ul class="rows">${Object.entries(promises)
      .toSorted(([, one], [, other]) => (one.due < other.due ? -1 : 1))
      .map(([name, each]) => promiseRow(name, each, desk))}</ul>
    ${executionLink(desk.executionAt(`${pack}-appointment:${appointment.code}-v${seen.version}-r1`))}
  `;
};

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
