import { epoch } from "#core/time.ts";
import { beginLife, type Life, type LifeSettings } from "./life.ts";

/** A world lives again after each reset; who serves asks for the life of the moment. */
export interface Lives {
  now(): Life;
  /** Begins the first one, and lets handlers read its clock. The returned function ends the last. */
  begin(): () => Promise<void>;
  reset(): Promise<void>;
}

export const createLives = (settings: LifeSettings): Lives => {
  let life: Life | undefined;
  const now = (): Life => {
    if (life === undefined) throw new Error("The world is between two lives; ask again.");
    return life;
  };
  const next = (): void => {
    life = beginLife(settings);
    life.resume();
  };
  return {
    now,
    begin: () => {
      globalThis.keptClock = () => epoch(now().clock.now());
      next();
      return async () => {
        await life?.end();
        globalThis.keptClock = undefined;
      };
    },
    reset: async () => {
      const { database, assembly } = settings;
      await now().forget();
      life = undefined;
      await database.drop(assembly.tables);
      await database.create(assembly.tables);
      next();
    },
  };
};
