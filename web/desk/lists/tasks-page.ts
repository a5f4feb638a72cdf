import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Task } from "../answers.ts";
import type { Desk } from "../desk.ts";
import { deadline } from "../near.ts";
import { conductAddress, searchAddress } from "../place.ts";
import { said } from "../words.ts";
import { taskAsks } from "./task-words.ts";

/** What waits for a person, the oldest first. */
export const openTasks = async (desk: Desk): Promise<void> => {
  const { client, found, say } = desk;
  const look = async (): Promise<void> => {
    const list = await found(client.get<{ tasks: Task[] }>("tasks"));
    if (list !== undefined) desk.show("Tasks", view(desk, list.tasks, done));
  };
  const done = async ({ id, code }: Task): Promise<void> => {
    if ((await found(client.post(`tasks/${encodeURIComponent(id)}/done`, {}))) === undefined) return;
    say(`Done: ${code}.`);
    await look();
    desk.toTop();
  };
  await look();
  desk.every(60, () => void look());
};

const view = (desk: Desk, tasks: readonly Task[], done: (task: Task) => unknown): TemplateResult => html`
  ${tasks.length === 0 ? html`<p>Nothing waits.</p>` : ""}
  <ul class="rows">${repeat(
    tasks,
    ({ id }) => id,
    (task) => html`<li>
      <h2>${taskAsks(task.what)}</h2>
      <p>About ${about(task, desk.pack)}: ${task.reason}</p>
      ${task.due === undefined ? nothing : html`<p>${deadline(task.due, desk.now(), desk.face)}</p>`}
      <p class="quiet">${said(task.promise)}, since ${desk.face.moment(task.since)}${whose(task)}</p>
      <button type="button" aria-label="Done: ${task.code}" @click=${() => done(task)}>Done</button>
    </li>`,
  )}</ul>
`;

/** What is neither a session nor a case has no page here. */
const elsewhere = ["article-not-useful", "contact-due", "meeting-unrecorded"];

const about = ({ what, code }: Task, pack: string): TemplateResult | string => {
  if (elsewhere.includes(what)) return code;
  return what === "conduct-reported"
    ? html`<a href=${conductAddress(pack, code)}>the report</a>`
    : html`<a href=${searchAddress(pack, code)}>${code}</a>`;
};

const whose = ({ for: name, standIn }: Task): string =>
  name === undefined ? "" : `; for ${name}${standIn === undefined ? "" : `, ${standIn} stands in`}`;
