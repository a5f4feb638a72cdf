import type { DeployedPolicy, PersonalPorts } from "#adapters/ports.ts";
import { isRefusal, type Refusal } from "#core/errors.ts";
import { type Forgetting, type ForgetWish, forget } from "#steps/erase/forget.ts";
import { withMail } from "./mail.ts";
import type { TestWorld } from "./world.ts";

export interface PersonalWorld extends TestWorld, PersonalPorts {
  readonly table: TestWorld["table"];
  /** Ids of raw mails that were erased. */
  readonly erased: string[];
}

/** A world in which people can be forgotten; parts go by the sum of the letters of `pk`. */
export const withErasing = <World extends TestWorld>(
  world: World,
  packs: readonly string[],
): World & PersonalWorld => {
  const erased: string[] = [];
  return {
    ...withMail(world, packs),
    erased,
    rawMailEraser: { erase: async (id) => void erased.push(id) },
    wholeTable: {
      async *part(part, of) {
        yield* world.table.all().filter(({ pk }) => sum(pk) % of === part);
      },
    },
  };
};

const sum = (text: string): number =>
  Array.from(text).reduce((total, letter) => total + letter.charCodeAt(0), 0);

export const noor = "noor@customer.example";

export const wish = (changes: Partial<ForgetWish> = {}): ForgetWish => ({
  email: noor,
  reason: "She asked us to by letter.",
  evenOpen: false,
  actor: "staff:bram",
  ...changes,
});

/** Asks as often as it takes; one that is busy stays so here. */
export const forgotten = async (
  world: PersonalWorld,
  company: DeployedPolicy,
  changes: Partial<ForgetWish> = {},
): Promise<Forgetting | Refusal> => {
  for (;;) {
    const come = await forget(world, company, wish(changes));
    if (isRefusal(come) || come.done || come.busy.length > 0) return come;
  }
};

/** Whatever in the table has one of these words in it. */
export const tracesOf = (world: TestWorld, ...words: readonly string[]): string[] =>
  world.table
    .all()
    .filter((item) => words.some((word) => JSON.stringify(item).toLowerCase().includes(word.toLowerCase())))
    .map(({ pk, sk }) => `${pk} ${sk}`);
