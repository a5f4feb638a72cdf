import { setTimeout as pause } from "node:timers/promises";
import type { Milliseconds } from "#core/time.ts";
import { preflight, readable } from "./cors.ts";
import { httpAnswer, httpEvent } from "./http-event.ts";
import type { Lambdas } from "./lambda.ts";
import type { Clock } from "./ports.ts";
import { problem } from "./problem.ts";
import { createRouter } from "./router.ts";
import type { Answer, Request } from "./server.ts";
import { signedIn } from "./sign-in.ts";
import type { Cors, Route } from "./template/records.ts";

/** What the contract allows in a body; files come by mail. */
export const mostBodyBytes = 64 * 1024;

export interface GatewaySettings {
  readonly routes: readonly Route[];
  /** Without it, browsers call from the API's own origin alone. */
  readonly cors?: Cors | undefined;
  readonly lambdas: Pick<Lambdas, "invoke">;
  readonly clock: () => Clock;
  /** A number that is another after any execution was started. */
  readonly started: () => number;
}

/** Plays API Gateway's HTTP API: a request becomes an event, the function's result the answer. */
export const createGateway = ({ cors, ...settings }: GatewaySettings) => {
  const answer = createAnswer(settings);
  return async (request: Request): Promise<Answer> =>
    preflight(cors, request) ?? readable(cors, request, await answer(request));
};

const createAnswer = ({ routes, lambdas, clock, started }: Omit<GatewaySettings, "cors">) => {
  const find = createRouter(routes);
  return async (request: Request): Promise<Answer> => {
    if (request.cut) return problem(413, "too-large", "A body holds 64 KB at most; send files by mail.");
    const match = find(request.method, request.path);
    if (match === undefined)
      return problem(404, "not-found", `Nothing is at ${request.method} ${request.path}.`);
    const claims = signedIn(request.headers.authorization);
    if (match.route.signedIn && claims === undefined)
      return problem(401, "unauthorized", "Sign in as staff: Authorization: Bearer local:NAME.");
    const [life, before] = [clock(), started()];
    const answer = await life.inFlight(async () => {
      const event = httpEvent(request, match, life.now(), match.route.signedIn ? claims : undefined);
      const invoked = await lambdas.invoke(match.route.functionName, event);
      if (invoked.ok) return httpAnswer(invoked.payload);
      process.stderr.write(`${match.route.routeKey}: ${invoked.error} ${invoked.cause}\n`);
      return invoked.error === "Sandbox.Timedout" ? unavailable : internal;
    });
    if (started() !== before) await settled(life);
    return answer;
  };
};

const longestWait: Milliseconds = 2_000;

/**
 * In AWS an execution takes its first step while the answer travels. Here nothing travels, and whoever books and looks at
 * once finds the confirmation all the same. What takes longer is not waited for.
 */
const settled = (clock: Clock): Promise<void> =>
  Promise.race([clock.settled(), pause(longestWait, undefined, { ref: false })]);

/** API Gateway's own words; our functions answer their errors themselves, so only a fault of ours ends here. */
const unavailable: Answer = {
  status: 503,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ message: "Service Unavailable" }),
};
const internal: Answer = {
  ...unavailable,
  status: 500,
  body: JSON.stringify({ message: "Internal Server Error" }),
};
