import middy from "@middy/core";
import { oldestOwedMinutes } from "#steps/oldest-owed.ts";
import { type Swept, sweep } from "#steps/sweep.ts";
import { inContext, log } from "./shared/log.ts";
import { ports } from "./shared/ports.ts";

/** What one item may take at the most; with less than that left, the rest waits for the next sweep. */
const enoughForOne = 10_000;

/** Every five minutes: whatever should have happened by now and did not. */
export const handler = middy<unknown, Swept>()
  .use(inContext)
  .handler(async (_event, context) => {
    const oldestMinutes = await oldestOwedMinutes(ports());
    const swept = await sweep(ports(), () => context.getRemainingTimeInMillis() < enoughForOne);
    log.info("swept", { ...swept, oldestMinutes });
    return swept;
  });
