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
  "slots",
] as const;
export type Name = (typeof names)[number];
