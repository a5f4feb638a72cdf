import type { Choosing, Page } from "./state.ts";

/** What is shown now, and what is waited for. */
export interface Stage {
  now(): Page;
  become(page: Page): void;
  /** Changes what is shown while somebody chooses; once they have booked, it comes too late and is nothing. */
  change(part: Partial<Choosing>): void;
  waiting<T>(work: Promise<T>): Promise<T>;
  /** Uses what a search found, unless another one began since. */
  seek<T>(search: Promise<T>, use: (found: T) => void): Promise<void>;
}

export const createStage = (show: (page: Page) => void, wait: (waiting: boolean) => void): Stage => {
  let page: Page = { at: "opening" };
  let searches = 0;
  let underWay = 0;
  const become = (next: Page): void => show((page = next));
  const waiting = async <T>(work: Promise<T>): Promise<T> => {
    wait((underWay += 1) > 0);
    return work.finally(() => wait((underWay -= 1) > 0));
  };
  return {
    now: () => page,
    become,
    change: (part) => {
      if (page.at === "choosing") become({ ...page, ...part });
    },
    waiting,
    seek: async (search, use) => {
      const mine = (searches += 1);
      const found = await waiting(search);
      if (mine === searches) use(found);
    },
  };
};
