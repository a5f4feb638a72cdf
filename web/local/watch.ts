import type { Glance } from "./world.ts";

export interface Watched {
  glance(): Promise<Glance>;
  /** `before` is absent at the first look. */
  changed(glance: Glance, before: Glance | undefined): Promise<void>;
  /** The world does not answer; it is asked again. */
  away(): void;
}

/** Looks at once, and then after each pause; never twice at a time. Resolves never. */
export const watch = async (
  { glance, changed, away }: Watched,
  pause: () => Promise<void>,
): Promise<never> => {
  let before: Glance | undefined;
  for (;;) {
    try {
      const now = await glance();
      await changed(now, before);
      before = now;
    } catch {
      before = undefined;
      away();
    }
    await pause();
  }
};
