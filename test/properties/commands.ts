import fc from "fast-check";
import type { Ending } from "../faults/providers.ts";

/** What may happen to a company's appointments. Numbers choose among what is there then. */
export type Command =
  | { readonly do: "book"; readonly who: number; readonly slot: number; readonly request: number }
  | {
      readonly do: "change";
      readonly which: number;
      readonly slot: number;
      readonly by: "customer" | "staff";
      /** How many versions behind the page is on which the button was pressed. */
      readonly stale: number;
    }
  | {
      readonly do: "cancel";
      readonly which: number;
      readonly by: "customer" | "staff";
      readonly stale: number;
    }
  | { readonly do: "confirm"; readonly which: number }
  /** A step that runs again, late, or out of turn. */
  | { readonly do: "deliver"; readonly which: number; readonly version: number; readonly promise: number }
  | { readonly do: "end"; readonly which: number; readonly version: number }
  | {
      readonly do: "outcome";
      readonly which: number;
      readonly outcome: "attended" | "no-show" | "interrupted" | "host-fault";
    }
  | { readonly do: "sweep" }
  | { readonly do: "look"; readonly which: number }
  | { readonly do: "pass"; readonly minutes: number }
  | { readonly do: "fail-start" }
  | { readonly do: "lose-executions" };

/** A command, how the sends that it brings end, and the boundary at which its process dies. */
export interface Move {
  readonly command: Command;
  readonly endings: readonly Ending[];
  readonly dies: number | undefined;
}

const small = fc.nat(5);
const by = fc.constantFrom("customer" as const, "staff" as const);
const stale = fc.constantFrom(0, 0, 0, 1);
const one = fc.constantFrom;

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: one("book" as const), who: fc.nat(2), slot: small, request: small }),
  },
  { weight: 4, arbitrary: fc.record({ do: one("change" as const), which: small, slot: small, by, stale }) },
  { weight: 2, arbitrary: fc.record({ do: one("cancel" as const), which: small, by, stale }) },
  { weight: 1, arbitrary: fc.record({ do: one("confirm" as const), which: small }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: one("deliver" as const), which: small, version: fc.nat(2), promise: small }),
  },
  { weight: 1, arbitrary: fc.record({ do: one("end" as const), which: small, version: fc.nat(2) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: one("outcome" as const),
      which: small,
      outcome: one("attended" as const, "no-show" as const, "interrupted" as const, "host-fault" as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: one("sweep" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: one("look" as const), which: small }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: one("pass" as const),
      minutes: one(1, 5, 30, 120, 25 * 60, 47 * 60, 5 * 24 * 60),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: one("fail-start" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: one("lose-executions" as const) }) },
);

const ending = one<Ending[]>("accepted", "throttled", "rejected", "lost", "lost-but-taken");

export const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.record({
    command,
    endings: fc.oneof(
      { weight: 3, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(ending, { maxLength: 4 }) },
    ),
    dies: fc.option(fc.nat(40), { nil: undefined, freq: 2 }),
  }),
  { minLength: 1, maxLength: 25 },
);
