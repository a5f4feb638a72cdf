import type { Absence } from "./absence.ts";

/** An absence as staff see it. */
export const absenceView = ({
  id,
  person,
  from,
  to,
  standIn,
  automaticAnswer,
  endedEarly,
}: Pick<Absence, "id" | "person" | "from" | "to" | "standIn" | "automaticAnswer" | "endedEarly">) => ({
  id,
  person,
  from,
  to,
  ...(standIn !== undefined && { standIn }),
  automaticAnswer,
  ...(endedEarly && { endedEarly }),
});
