import { type Absence, type Away, awayOf } from "./absence.ts";

/** An absence as staff see it. */
export const absenceView = ({ endedEarly, ...away }: Away & Pick<Absence, "endedEarly">) => ({
  ...awayOf(away),
  ...(endedEarly && { endedEarly }),
});
