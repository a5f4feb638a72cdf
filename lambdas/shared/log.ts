import { Logger } from "@aws-lambda-powertools/logger";
import type { Context } from "aws-lambda";
import type { Log } from "#adapters/ports.ts";

let made: Logger | undefined;
let invocations = 0;
let current: Context | undefined;

/** What is logged from here on belongs to that invocation: a middleware. */
export const inContext = {
  before: ({ context }: { readonly context: Context }): void => {
    invocations += 1;
    current = context;
    made?.addContext(context);
  },
};

/** Its service name and level come from the stack's POWERTOOLS_ settings. */
const make = (): Logger => {
  const logger = new Logger();
  if (current === undefined) return logger;
  // It takes the first that it hears of for the cold start's.
  if (invocations > 1) logger.addContext(current);
  logger.addContext(current);
  return logger;
};

/** Made when something is first logged: it opens the standard streams, and most events have nothing to say. */
const logger = (): Logger => (made ??= make());

export const log: Log = {
  info: (message, facts) => logger().info(message, { facts }),
  error: (message, facts) => logger().error(message, { facts }),
};
