import type { Scheduler } from "fast-check";
import type { Ports } from "#adapters/ports.ts";
import { wrapped } from "./boundaries.ts";

/** These ports, with every call waiting for its turn: which of those that wait comes next, the scheduler decides. */
export const interleaved = (ports: Ports, scheduler: Scheduler): Ports =>
  wrapped(ports, (name, call) => async (...args) => {
    await scheduler.schedule(Promise.resolve(), name);
    return call(...args);
  });
