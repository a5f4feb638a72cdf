import type { Elsewhere } from "./elsewhere.ts";

/** How another system knows a case, for staff: what it is called there, and what it was told when. */
export const elsewhereView = ({ system, told, remote, history, trouble, givenUp }: Elsewhere) => ({
  system,
  ...(told !== undefined && { standing: told.picture.standing }),
  ...(remote?.reference !== undefined && { reference: remote.reference }),
  told: history.map(({ what, at }) => ({ what, at })),
  ...(trouble !== undefined && { trouble: { since: trouble.since, reason: trouble.reason } }),
  ...(givenUp !== undefined && { givenUpAt: givenUp.at }),
});
