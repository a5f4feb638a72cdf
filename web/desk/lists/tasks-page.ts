import { html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Task } from "../answers.ts";
import type { Desk } from "../desk.ts";
import { searchAddress } from "../place.ts";
import { said } from "../words.ts";

/** What each task asks of a person; one that is not here is named by its stable word. */
const asks: Readonly<Record<string, string>> = {
  "send-failed": "A message was refused: reach the customer another way",
  "send-unknown": "Nobody knows whether a message went out: find out, and tell the customer if it did not",
  "send-missed": "A message came too late to be sent: tell the customer yourself",
  "send-bounced": "A mail came back: find the right address",
  "send-complained": "A customer called our mail spam: ask before you write again",
  "step-failed": "A step failed: look at its execution",
  "execution-lost": "An execution ended before its end: look at it",
  attendance: "Say how the session went",
  "consequence-to-confirm": "A second no-show: say whether it has its consequence",
  "conduct-reported": "A customer's conduct was reported: judge it",
  "copy-not-taken": "A copy of an answer could not be taken: enter it on the case",
  "elsewhere-unconnected": "Another system has no way in yet: enter its credentials",
  "elsewhere-late": "Another system does not answer: tell them",
  "elsewhere-given-up": "Another system was not told: tell it by hand",
  "mail-held-back": "A customer got no receipt: tell them that we have it",
  "article-not-useful": "A reader missed something in an article: see what, and mend it",
};

export const taskAsks = (what: string): string => asks[what] ?? said(what);

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
      <h3>${taskAsks(task.what)}</h3>
      <p>About <a href=${searchAddress(desk.pack, task.code)}>${task.code}</a>: ${task.reason}</p>
      <p class="quiet">${said(task.promise)}, since ${desk.face.moment(task.since)}</p>
      <button type="button" aria-label="Done: ${task.code}" @click=${() => done(task)}>Done</button>
    </li>`,
  )}</ul>
`;
