import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Task } from "../answers.ts";
import type { Desk } from "../desk.ts";
import { searchAddress } from "../place.ts";
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
      <p>About <a href=${searchAddress(desk.pack, task.code)}>${task.code}</a>: ${task.reason}</p>
      <p class="quiet">${said(task.promise)}, since ${desk.face.moment(task.since)}</p>
      <button type="button" aria-label="Done: ${task.code}" @click=${() => done(task)}>Done</button>
    </li>`,
  )}</ul>
`;
