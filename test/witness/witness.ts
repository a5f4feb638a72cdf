import { judgeAudit } from "./audit.ts";
import { judgeCells } from "./cells.ts";
import type { Evidence } from "./evidence.ts";
import { judgePrivacy } from "./privacy.ts";
import { judgePromises } from "./promises.ts";
import { judgeRequests } from "./requests.ts";
import { judgeSends } from "./sends.ts";
import { judgeWakes } from "./wakes.ts";

/**
 * Judges invariants 1, 2, 3, 7, 9 and 10 from the table and the outbox alone. It shares nothing with what it judges:
 * items, keys and quarters are read here a second time. To be asked when everything has come to rest.
 * @returns what is wrong, in words; nothing when all holds.
 */
export const judge = (evidence: Evidence): string[] =>
  [judgeCells, judgeRequests, judgeSends, judgePromises, judgeAudit, judgeWakes, judgePrivacy].flatMap(
    (each) => each(evidence),
  );
