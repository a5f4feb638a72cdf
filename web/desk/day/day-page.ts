import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { ListedCase, Task } from "../answers.ts";
import type { Desk } from "../desk.ts";
import { byDeadline } from "../lists/by-deadline.ts";
import { caseRow } from "../lists/case-row.ts";
import { dayAddress, listAddress } from "../place.ts";
import { daysFrom, nearnessOf } from "../words.ts";
import type { Session } from "./session-answers.ts";
import { sessionRow } from "./session-view.ts";

interface Day {
  readonly date: string;
  /** These are absent while nobody has answered. */
  readonly sessions?: readonly Session[];
  readonly cases?: readonly ListedCase[];
  readonly tasks?: readonly Task[];
}

/** What a day at the desk begins with: its sessions, the cases that come first, and how many tasks wait. */
export const openDay = async (desk: Desk, asked?: string): Promise<void> => {
  const date = asked ?? desk.face.date(desk.now());
  let day: Day = { date };
  const draw = (): void => desk.show(desk.face.day(`${date}T12:00:00`), view(desk, day, press));
  const look = async (): Promise<void> => {
    day = await lookAt(desk, date, day);
    draw();
  };
  const press: Press = (session, act, body) =>
    void pressed(desk, session, act, body).then((done) => (done ? look() : undefined));
  await look();
  desk.every(60, () => void look());
  desk.every(1, () => day.sessions?.some(({ silentSince }) => silentSince !== undefined) && draw());
};

type Press = (session: Session, act: string, body: object) => void;

/** What cannot be read stays as it was seen before. */
const lookAt = async ({ client, found, face }: Desk, date: string, before: Day): Promise<Day> => {
  const query = new URLSearchParams({ date, timeZone: face.timeZone });
  const [agenda, list, waiting] = await Promise.all([
    found(client.get<Required<Pick<Day, "sessions">>>(`agenda?${query}`)),
    found(client.get<Required<Pick<Day, "cases">>>("cases")),
    found(client.get<Required<Pick<Day, "tasks">>>("tasks")),
  ]);
  return { ...before, ...agenda, ...list, ...waiting, date };
};

/** Whether it was done; what was not has been said. */
const pressed = async (
  { client, found, say }: Desk,
  { code, customer }: Session,
  act: string,
  body: object,
): Promise<boolean> => {
  const done = (await found(client.post(`appointments/${code}/${act}`, body))) !== undefined;
  if (done) say(`Noted: ${customer.name}, ${code}.`);
  return done;
};

/** Ours: enough to begin with; the list has them all. */
const first = 10;

const view = (desk: Desk, day: Day, press: Press): TemplateResult => html`
  <h2>Sessions</h2>
  <p>
    <a href=${dayAddress(desk.pack, daysFrom(day.date, -1))}>The day before</a> ·
    <a href=${dayAddress(desk.pack, daysFrom(day.date, 1))}>The day after</a>
    <span class="quiet">Times are those of ${desk.face.timeZone}.</span>
  </p>
  ${day.sessions && sessionsView(day.sessions, desk, press)}
  <h2>Cases by next deadline</h2>
  ${day.cases && casesView(day.cases, desk)}
  <h2>Tasks</h2>
  ${day.tasks && tasksView(day.tasks, desk)}
`;

const sessionsView = (sessions: readonly Session[], desk: Desk, press: Press): TemplateResult => html`
  ${sessions.length === 0 ? html`<p>No sessions on this day.</p>` : nothing}
  <ul class="rows">${repeat(
    sessions,
    ({ code }) => code,
    (session) => sessionRow(session, desk, (act, body) => press(session, act, body)),
  )}</ul>
`;

const casesView = (cases: readonly ListedCase[], desk: Desk): TemplateResult => {
  const isLate = ({ nextDeadline }: ListedCase): boolean =>
    nearnessOf(nextDeadline, desk.now()).near === "late";
  return html`
    <p>${cases.length} open, ${cases.filter(isLate).length} late.
      <a href=${listAddress(desk.pack, "cases")}>All cases</a></p>
    <ul class="rows">${byDeadline(cases)
      .slice(0, first)
      .map((row) => caseRow(row, desk))}</ul>
  `;
};

const tasksView = (tasks: readonly Task[], { pack }: Desk): TemplateResult => html`
  <p>${
    tasks.length === 0
      ? "Nothing waits."
      : html`<a href=${listAddress(pack, "tasks")}>${tasks.length === 1 ? "1 task waits" : `${tasks.length} tasks wait`}</a>`
  }</p>
`;
