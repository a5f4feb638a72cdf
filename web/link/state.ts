import type { Answer, Failure } from "./client.ts";
import type { Found } from "./find-times.ts";
import type { FreeTime } from "./free-times.ts";
import type { Action, Link } from "./link.ts";
import type { TextName } from "./texts.ts";

/** All that the page shows. */
export type Page = { readonly at: "opening" } | Shut | Open;

interface Shut {
  readonly at: "shut";
  readonly why: "missing" | "invalid" | "away";
}

export interface Open {
  readonly at: "open";
  readonly link: Link;
  readonly panel: Panel;
  /** How the last press ended. */
  readonly said?: TextName;
}

export type Panel = { readonly shows: "nothing" } | { readonly shows: "cancel" } | ChangePanel;

export interface ChangePanel {
  readonly shows: "change";
  /** The first day to show, `2026-12-01` in the customer's zone. */
  readonly from: string;
  readonly free: Found | "looking";
  readonly chosen?: FreeTime;
}

export const nothing: Panel = { shows: "nothing" };

/** The first look at a link. */
export const opened = (answer: Answer<Link>): Shut | Open => {
  if ("found" in answer) return { at: "open", link: answer.found, panel: nothing };
  return { at: "shut", why: answer.failed === "invalid" ? "invalid" : "away" };
};

/** How it stands now, before a panel says what its button would mean; what cannot be done any more is said instead. */
export const lookedAgain = (page: Open, answer: Answer<Link>, panel: (link: Link) => Panel): Shut | Open => {
  if ("failed" in answer) return answer.failed === "invalid" ? opened(answer) : { ...page, said: "away" };
  const link = answer.found;
  const moved = link.version !== page.link.version && ({ said: "changed-meanwhile" } as const);
  return { at: "open", link, panel: panel(link), ...moved };
};

const did = { confirm: "didConfirm", change: "didChange", cancel: "didCancel" } as const;

/** A press that worked. */
export const done = (action: Action, link: Link): Open => ({
  at: "open",
  link,
  panel: nothing,
  said: did[action],
});

/**
 * A press that did not work, and how it stands after it. What was chosen stays where pressing again may help; an answer
 * that got lost after the change was made shows as the change.
 */
export const failed = (page: Open, failure: Failure, now: Answer<Link>): Shut | Open => {
  if (failure === "invalid") return { at: "shut", why: "invalid" };
  if ("failed" in now) return { ...page, said: "away" };
  const link = now.found;
  if (link.version !== page.link.version || failure === "already-over")
    return {
      at: "open",
      link,
      panel: nothing,
      said: failure === "already-over" ? failure : "changed-meanwhile",
    };
  const panel = page.panel.shows === "change" && isOfTheTime(failure) ? unchosen(page.panel) : page.panel;
  return { at: "open", link, panel, said: failure };
};

/** Another time may be had where this one may not. */
const isOfTheTime = (failure: Failure): boolean => failure !== "away" && failure !== "busy";

const unchosen = ({ from }: ChangePanel): ChangePanel => ({ shows: "change", from, free: "looking" });
