import { Logger } from "@aws-lambda-powertools/logger";
import type { Log } from "#adapters/ports.ts";

/** Its service name and level come from the stack's POWERTOOLS_ settings. */
export const logger = new Logger();

export const log: Log = {
  info: (message, facts) => logger.info(message, { facts }),
  error: (message, facts) => logger.error(message, { facts }),
};
