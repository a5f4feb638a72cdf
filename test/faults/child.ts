import type { Instant } from "#core/time.ts";
import { type Act, perform } from "./act.ts";
import { type Boundary, interruptedAt } from "./boundaries.ts";
import { type Durable, durablePorts } from "./durable.ts";

/** What the parent says: what to do, when it is, and where to die. */
export interface Orders {
  readonly durable: Durable;
  readonly now: Instant;
  readonly act: Act;
  readonly dies: Boundary;
}

const { durable, now, act, dies } = JSON.parse(process.argv[2] ?? "") as Orders;
const ports = durablePorts(durable, () => now);
await perform(interruptedAt(ports, dies, () => process.kill(process.pid, "SIGKILL")).ports, act);
