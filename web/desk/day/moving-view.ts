import { html, nothing, type TemplateResult } from "lit";
import type { FreeDay, FreeTime } from "../../link/free-times.ts";
import type { ClockFace } from "../words.ts";
import { createClockFace } from "../words.ts";
import type { MoveTimes, Moving } from "./moving.ts";
import type { StaffAppointment } from "./session-answers.ts";

/** The times to choose from, day by day, and what the chosen one means. */
export const movingView = (moving: Moving, seen: StaffAppointment, face: ClockFace): TemplateResult => {
  const { from, free, chosen } = moving.times();
  return html`
    <div class="field">
      <label for="move-from">Times from this day on, those of ${face.timeZone}</label>
      <input id="move-from" type="date" min="2000-01-01" .value=${from} @change=${(event: Event) => {
        const { value, validity } = event.target as HTMLInputElement;
        if (value !== "" && validity.valid) void moving.from(value);
      }} />
    </div>
    <p role="status">${telling(free)}</p>
    ${typeof free === "string" ? nothing : free.days.map((day) => dayView(day, chosen, moving))}
    ${
      typeof free === "string" || free.days.length === 0
        ? nothing
        : html`<button type="button" @click=${moving.later}>Later times</button>`
    }
    ${chosen === undefined ? nothing : chosenView(chosen, seen, face)}
  `;
};

const telling = (free: MoveTimes["free"]): string => {
  if (free === "looking") return "Looking for free times…";
  if (free === "away") return "The times cannot be seen just now. Choose the day again in a moment.";
  if (free.days.length === 0) return "No time is free around this day.";
  return free.nearest ? "These are the nearest free times." : "";
};

const dayView = (
  { date, name, times }: FreeDay,
  chosen: FreeTime | undefined,
  moving: Moving,
): TemplateResult => html`
  <h4 id="day-${date}">${name}</h4>
  <ul class="times" aria-labelledby="day-${date}">${times.map(
    (time) => html`<li><button type="button" aria-pressed=${String(time.start === chosen?.start)}
      @click=${() => moving.choose(time)}>${time.label}</button></li>`,
  )}</ul>
`;

const chosenView = (
  { start, end, otherHost }: FreeTime,
  { appointment, timeZone }: StaffAppointment,
  face: ClockFace,
): TemplateResult => html`
  <p id="move-chosen" tabindex="-1">
    From ${face.moment(appointment.start)} to <strong>${face.moment(start)}–${face.time(end)}</strong>${
      otherHost ? `, with somebody else than ${appointment.hostName}` : ""
    }.
    ${
      timeZone === face.timeZone
        ? nothing
        : `For the customer: ${createClockFace(timeZone).moment(start)} (${timeZone}).`
    }
  </p>
`;
