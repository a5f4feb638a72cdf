import { type Instant, plus, second } from "#core/time.ts";
import type { Position, Progress } from "#local/states/execution.ts";
import { task } from "#local/states/history.ts";
import { textOf } from "#local/states/json.ts";
import { running, type Stay, taskNamed, visitOf, type Walk } from "#local/states/stay.ts";
import { callOf } from "#local/states/task.ts";
import type { Call } from "#local/states/visit.ts";

/** Notes that a Lambda is to be run; running it is up to whoever saves the progress first. */
export const schedule = (walk: Walk, stay: Stay, call: Call): Progress => {
  const { Resource: resource } = taskNamed(walk, stay.state);
  walk.log.add(...task("Scheduled", resource, scheduling(call)));
  walk.log.add(...task("Started", resource));
  const { token, ...rest } = stay;
  if (token === undefined) return running({ ...rest, doing: "invoke" });
  return running({ ...rest, doing: "callback", token, submitted: false, ...deadlines(call, walk.now) });
};

const scheduling = (call: Call) => ({
  region: "eu-west-1",
  parameters: textOf(call.parameters),
  ...(call.timeoutSeconds === undefined ? {} : { timeoutInSeconds: call.timeoutSeconds }),
  ...(call.heartbeatSeconds === undefined ? {} : { heartbeatInSeconds: call.heartbeatSeconds }),
});

const deadlines = ({ timeoutSeconds, heartbeatSeconds: seconds }: Call, now: Instant) => ({
  ...(timeoutSeconds === undefined ? {} : { expires: plus(now, timeoutSeconds * second) }),
  ...(seconds === undefined ? {} : { heartbeat: { seconds, due: plus(now, seconds * second) } }),
});

/** The Lambda that a position asks for, the same after a restart. @throws StateFailed when a path leads nowhere. */
export const callAt = (walk: Walk, position: Position): Call =>
  callOf(taskNamed(walk, position.state), visitOf(walk, position));
