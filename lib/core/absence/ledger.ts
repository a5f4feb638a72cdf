import type { LedgerRow } from "#core/ledger/row.ts";
import { type Absence } from "./absence.ts";

/**
 * What an absence of that length promised: whoever writes meanwhile is answered (expandit, "E-Mail-Regeln"). Due when they
 * are back, and settled then; a shorter one promises nothing.
 */
export const absenceRows = ({ promised, id, pack, version, madeAt, to, ended }: Absence): LedgerRow[] =>
  promised
    ? [
        {
          promise: "absence-answered",
          subject: id,
          about: "absence",
          version,
          pack,
          made: madeAt < to ? madeAt : to,
          due: to,
          ...(ended ?? { state: "open" }),
        },
      ]
    : [];
