import middy from "@middy/core";
import { now } from "#adapters/clock.ts";
import { createElsewhere } from "#adapters/elsewhere.ts";
import { createAccesses } from "#adapters/elsewhere-secret.ts";
import { environment } from "#adapters/environment.ts";
import { sweepElsewhere, type ToldElsewhere } from "#steps/case/elsewhere-sweep.ts";
import { inContext, log } from "./shared/log.ts";
import { ports } from "./shared/ports.ts";

const { KEPT_ELSEWHERE, KEPT_SITE } = environment(process.env);
const elsewhere = createElsewhere({ accesses: createAccesses(KEPT_ELSEWHERE), site: KEPT_SITE, now });

/** What one telling may take at the most; with less than that left, the rest waits for the next run. */
const enoughForOne = 12_000;

/** Every five minutes: what other systems are to know of cases, and do not yet. */
export const handler = middy<unknown, ToldElsewhere>()
  .use(inContext)
  .handler(async (_event, context) => {
    const enough = () => context.getRemainingTimeInMillis() < enoughForOne;
    const told = await sweepElsewhere({ ...ports(), elsewhere }, enough);
    log.info("told other systems", { ...told });
    return told;
  });
