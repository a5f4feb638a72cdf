import type { Actor } from "./change.ts";
import type { Item, Key, Write } from "./table.ts";
import { day, epoch, type Instant, plus } from "./time.ts";

/** Something that waits for a person. Names the subject by its code; what is personal stays with the subject. */
export interface Task extends Key {
  readonly type: "task";
  readonly what: TaskKind;
  /** The subject's code and version, and the promise that is in question. */
  readonly about: { readonly code: string; readonly version: number; readonly promise: string };
  readonly reason: string;
  readonly since: Instant;
  /** By when it is to be done, where that was promised; and the member of staff whose task it is. */
  readonly due?: Instant;
  readonly for?: string;
  /** Who took it off the list by hand, and when. */
  readonly done?: TaskDone;
}

export interface TaskDone {
  readonly by: Actor;
  readonly at: Instant;
}

/** Stable words: the runbook has a section for each. */
export const taskKinds = [
  "send-failed",
  "send-unknown",
  "send-missed",
  "send-bounced",
  "send-complained",
  "step-failed",
  "execution-lost",
  "attendance",
  "consequence-to-confirm",
  "conduct-reported",
  "copy-not-taken",
  "elsewhere-unconnected",
  "elsewhere-late",
  "elsewhere-given-up",
  "mail-held-back",
  "article-not-useful",
  "contact-due",
  "meeting-unrecorded",
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** Once for each thing that went wrong, however often it is found: a second one is refused by its guard. */
export const openTask = (
  pack: string,
  what: TaskKind,
  about: Task["about"],
  reason: string,
  since: Instant,
): Write & { put: Item } => ({
  put: {
    pk: `${pack}#task`,
    sk: `${about.code}#${about.version}#${about.promise}#${what}`,
    type: "task",
    what,
    about,
    reason,
    since,
  },
  if: { exists: false },
});

/** Takes a task away that has answered itself. */
export const closeTask = ({ pk, sk }: Key): Write => ({ delete: { pk, sk }, if: { exists: true } });

/** The table gives items; what stands under `{pack}#task` is one, for only `openTask` writes there. */
export const asTask = (item: Item): Task => item as unknown as Task;

/** A task as staff see it: what to look at, and why. */
export const taskView = ({ sk, what, about, reason, since, due, for: whose, done }: Task) => ({
  id: sk.replaceAll("#", idSeparator),
  what,
  ...about,
  reason,
  since,
  ...(due !== undefined && { due }),
  ...(whose !== undefined && { for: whose }),
  ...(done !== undefined && { done }),
});

/** Stands in an address as it is, and in no part of a key. */
const idSeparator = ".";

/** The reverse of a task's id. */
export const taskKey = (pack: string, id: string): Key => ({
  pk: `${pack}#task`,
  sk: id.replaceAll(idSeparator, "#"),
});

/** So long it is still known who did it, and the same thing found again opens no second task. */
const doneFor = 90 * day;

export const doneByHand = ({ pk, sk }: Key, done: TaskDone): Write => ({
  update: { pk, sk },
  set: { done, expiresAt: Math.floor(epoch(plus(done.at, doneFor)) / 1000) },
  if: { exists: true, missing: ["done"] },
});
