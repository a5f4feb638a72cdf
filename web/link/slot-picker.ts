import type { LinkClient } from "./client.ts";
import { type AskSlots, type Found, timesAround, timesFrom } from "./find-times.ts";
import type { FreeTime } from "./free-times.ts";
import type { Link } from "./link.ts";
import { daysAfter, type Moments } from "./moment.ts";
import type { ChangePanel, Open, Page } from "./state.ts";

/** What is shown, and how to show something else. */
export interface Shown {
  readonly now: () => Page;
  readonly become: (page: Page) => void;
}

type Choosing = Open & { readonly panel: ChangePanel };

const isChoosing = (page: Page): page is Choosing => page.at === "open" && page.panel.shows === "change";

/** Finds free times for the panel that is open, and keeps which one was chosen. */
export const createSlotPicker = (
  client: LinkClient,
  momentsOf: (link: Link) => Moments,
  { now, become }: Shown,
) => {
  let searches = 0;

  /** An answer that was overtaken by another question is thrown away. */
  const find = async ({ panel: { from } }: Choosing, search: () => Promise<Found>): Promise<void> => {
    const mine = (searches += 1);
    const free = await search();
    const page = now();
    if (mine === searches && isChoosing(page)) become({ ...page, panel: { shows: "change", from, free } });
  };

  /** Looks for times where the panel that is open still needs them: around a time that went, or from its day on. */
  const fill = async (around?: string): Promise<void> => {
    const page = now();
    if (!isChoosing(page) || page.panel.free !== "looking") return;
    const { link, panel } = page;
    const moments = momentsOf(link);
    const ask: AskSlots = (first, to) => client.slots(link, first, to);
    await find(page, () =>
      around === undefined
        ? timesFrom(ask, link, panel.from, moments)
        : timesAround(ask, link, around, moments),
    );
  };

  const from = async (date: string): Promise<void> => {
    const page = now();
    if (!isChoosing(page)) return;
    become({ ...page, panel: { shows: "change", from: date, free: "looking" } });
    await fill();
  };

  return {
    fill,
    from,
    /** From the day after the last one shown. */
    later: async (): Promise<void> => {
      const page = now();
      if (!isChoosing(page)) return;
      const { free } = page.panel;
      const last = typeof free === "object" ? free.days.at(-1)?.date : undefined;
      await from(daysAfter(last ?? page.panel.from, 1));
    },
    choose: (chosen: FreeTime): void => {
      const page = now();
      if (isChoosing(page)) become({ ...page, panel: { ...page.panel, chosen } });
    },
  };
};
