/** In the order in which they run, and stand in the table. */
export const names = [
  "deadline",
  "booking",
  "storm",
  "cost",
  "start",
  "mail",
  "executions",
  "year",
  "growth",
  "slots",
] as const;
export type Name = (typeof names)[number];

/** Takes so long that it runs only where it is named. */
export const onlyNamed: readonly Name[] = ["growth"];
