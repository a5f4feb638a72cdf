import type { Row } from "../answers.ts";

/** Those that come first, first; those without a deadline last. */
export const byDeadline = <Case extends Pick<Row, "nextDeadline">>(cases: readonly Case[]): Case[] =>
  cases.toSorted((one, other) => ((one.nextDeadline ?? "~") < (other.nextDeadline ?? "~") ? -1 : 1));
