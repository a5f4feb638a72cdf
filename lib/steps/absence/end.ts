import type { Ports } from "#adapters/ports.ts";
import { absenceView } from "#core/absence/view.ts";
import { endedEarly } from "#core/absence/write.ts";
import type { Actor } from "#core/change.ts";
import type { Refusal } from "#core/errors.ts";
import { type Idempotency, remember } from "#core/idempotency.ts";
import { recall } from "../recall.ts";
import { untilCommitted } from "../until-committed.ts";
import type { AbsenceShown } from "./enter.ts";
import { readAbsence } from "./read.ts";
import { watchNow } from "./watch.ts";

type Refused = Refusal<"not-found" | "already-over" | "idempotency-mismatch">;

/** They are back before their time, or never left: from this moment on what is theirs comes to them again. */
export const endAbsence = async (
  ports: Ports,
  id: string,
  actor: Actor,
  request: Idempotency,
): Promise<AbsenceShown | Refused> => {
  const known = await recall<AbsenceShown>(ports, request);
  if (known !== undefined) return known;
  let refused: Refused | undefined;
  await untilCommitted(ports, async () => {
    refused = undefined;
    if ((await recall(ports, request)) !== undefined) return [];
    const it = await readAbsence(ports, request.pack, id);
    const now = ports.now();
    if (it === undefined) refused = { refused: "not-found", detail: "There is no such absence." };
    else if (it.endedEarly || it.to <= now)
      refused = { refused: "already-over", detail: `${it.person} is back since ${it.to}.` };
    if (it === undefined || refused !== undefined) return [];
    const shown = absenceView({ ...it, to: it.from < now ? now : it.to, endedEarly: true });
    return [...endedEarly(it, actor, now), remember(request, shown, now)];
  });
  const shown = refused ?? (await recall<AbsenceShown>(ports, request));
  if (shown === undefined) throw new Error("an absence was ended, and nobody knows");
  const after = await readAbsence(ports, request.pack, id);
  if (after !== undefined) await watchNow(ports, after);
  return shown;
};
