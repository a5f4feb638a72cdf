import type { Change } from "#core/change.ts";
import type { Instant } from "#core/time.ts";

/** One end of a case that held, until it was reopened, and what the customer said of it. */
export interface Ending {
  readonly subject: string;
  readonly pack: string;
  /** When it was closed; for a customer who spoke before that, and while it is not closed, when they did. */
  readonly at: Instant;
  /** When they were asked; whoever has said it already is asked no more. */
  readonly askedAt?: Instant;
  readonly said?: "satisfied" | "not-satisfied";
  readonly saidAt?: Instant;
}

type Entry = Pick<Change, "at" | "action" | "rev">;
type Going = Partial<Pick<Ending, "at" | "askedAt" | "said" | "saidAt">>;

/** Each real closing once (expandit, "Fragestellung nach der Zufriedenheit"), from the entries of a case. */
export const endingsOf = (about: Pick<Ending, "subject" | "pack">, entries: readonly Entry[]): Ending[] => {
  const runs: Going[] = [{}];
  for (const entry of entries.toSorted((one, other) => one.rev - other.rev)) {
    const going = runs.pop() ?? {};
    runs.push(...(entry.action === "reopened" ? [going, {}] : [{ ...going, ...factIn(entry) }]));
  }
  return runs.flatMap(({ at, saidAt, ...rest }) => {
    const ended = at ?? saidAt;
    return ended === undefined
      ? []
      : [{ ...about, at: ended, ...(saidAt !== undefined && { saidAt }), ...rest }];
  });
};

const factIn = ({ action, at }: Entry): Going => {
  switch (action) {
    case "closed":
      return { at };
    case "satisfaction-asked":
      return { askedAt: at };
    case "satisfied":
    case "not-satisfied":
      return { said: action, saidAt: at };
    default:
      return {};
  }
};
