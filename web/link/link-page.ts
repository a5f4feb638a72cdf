import type { LinkClient } from "./client.ts";
import type { FreeTime } from "./free-times.ts";
import type { Link, Press } from "./link.ts";
import type { Moments } from "./moment.ts";
import { createSlotPicker } from "./slot-picker.ts";
import { done, failed, lookedAgain, nothing, type Open, opened, type Page, type Panel } from "./state.ts";

/** What a person can do on the page. Only `press` changes an appointment. */
export interface Presses {
  /** Looks at the link as if for the first time. */
  again(): Promise<void>;
  open(panel: "change" | "cancel"): Promise<void>;
  back(): void;
  /** Shows the times from a day on, `2026-12-01`. */
  from(date: string): Promise<void>;
  /** Shows the times after the last day shown. */
  later(): Promise<void>;
  choose(time: FreeTime): void;
  press(press: Press): Promise<void>;
}

export interface LinkPageSettings {
  readonly client: LinkClient;
  /** What the mail's button asked for: which panel is open at first, and nothing more. */
  readonly wanted: string | null;
  readonly momentsOf: (link: Link) => Moments;
  readonly show: (page: Page) => void;
  /** Whether an answer is being waited for. */
  readonly wait: (waiting: boolean) => void;
}

/** The page behind a link: it looks, shows, and acts when a button is pressed. */
export const createLinkPage = ({ client, wanted, momentsOf, show, wait }: LinkPageSettings): Presses => {
  let page: Page = { at: "opening" };
  const become = (next: Page): void => show((page = next));
  const picker = createSlotPicker(client, momentsOf, { now: () => page, become });
  const once = oneAtATime(wait);

  const panelOf = (shows: string | null, link: Link): Panel => {
    const action = link.actions.find((each) => each === shows);
    if (action === "cancel") return { shows: "cancel" };
    if (action !== "change") return nothing;
    return { shows: "change", from: momentsOf(link).day(link.appointment.start), free: "looking" };
  };
  const first = async (): Promise<void> => {
    const seen = opened(await client.look());
    become(seen.at === "open" ? { ...seen, panel: panelOf(wanted, seen.link) } : seen);
    await picker.fill();
  };
  const open = async (shows: "change" | "cancel"): Promise<void> => {
    if (page.at !== "open") return;
    const { link, panel } = page;
    become(lookedAgain({ at: "open", link, panel }, await client.look(), (now) => panelOf(shows, now)));
    await picker.fill();
  };
  const act = async (before: Open, press: Press): Promise<void> => {
    const answer = await client.press(before.link, press);
    if ("found" in answer) return become(done(press.action, answer.found));
    become(failed(before, answer.failed, await client.look()));
    await picker.fill(press.action === "change" ? press.start : undefined);
  };

  return {
    again: () => once(first),
    open: (shows) => once(() => open(shows)),
    back: () => {
      if (page.at === "open") become({ at: "open", link: page.link, panel: nothing });
    },
    from: picker.from,
    later: picker.later,
    choose: picker.choose,
    press: (press) => once(async () => (page.at === "open" ? act(page, press) : undefined)),
  };
};

/** A second press while the first is under way does nothing. */
const oneAtATime = (wait: (waiting: boolean) => void) => {
  let waiting = false;
  return async (work: () => Promise<void>): Promise<void> => {
    if (waiting) return;
    wait((waiting = true));
    await work().finally(() => wait((waiting = false)));
  };
};
