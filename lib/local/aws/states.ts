import { randomUUID } from "node:crypto";
import * as z from "zod";
import { StatesRefusal } from "#local/states/refusal.ts";
import type { Runner } from "#local/states/runner.ts";
import type { Answer, Request } from "../server.ts";
import { AwsError, unknownAction } from "./aws-error.ts";
import { jsonAnswer, jsonBody, jsonError, targetAction } from "./json.ts";
import { page } from "./page.ts";
import { inSeconds, withoutData } from "./states-form.ts";

/** Step Functions' own interface over the runner, as the SDK and the AWS CLI speak it. */
export const statesEndpoint =
  (runner: () => Runner) =>
  async (request: Request): Promise<Answer> => {
    try {
      const name = targetAction(request);
      const action = actions[name];
      if (action === undefined) throw unknownAction("states", name);
      return jsonAnswer(inSeconds(action(runner(), jsonBody(request))));
    } catch (error) {
      return jsonError(error instanceof StatesRefusal ? new AwsError(error.name, error.message) : error);
    }
  };

type Action = (runner: Runner, body: unknown) => unknown;

/** @throws AwsError ValidationException that names the field. */
const reading =
  <T>(schema: z.ZodType<T>, action: (runner: Runner, body: T) => unknown): Action =>
  (runner, body) => {
    const parsed = schema.safeParse(body);
    if (parsed.success) return action(runner, parsed.data);
    throw new AwsError("ValidationException", z.prettifyError(parsed.error));
  };

const paged = { maxResults: z.number().int().min(0).max(1000).optional(), nextToken: z.string().optional() };
const ofExecution = z.object({ executionArn: z.string() });
const ofMachine = z.object({ stateMachineArn: z.string() });
const status = z.enum(["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"]);

const start = ofMachine.extend({ name: z.string().optional(), input: z.string().default("{}") });
const stop = ofExecution.extend({ error: z.string().optional(), cause: z.string().optional() });
const listing = ofMachine.extend({ statusFilter: status.optional(), ...paged });
const history = ofExecution.extend({
  reverseOrder: z.boolean().default(false),
  includeExecutionData: z.boolean().default(true),
  ...paged,
});
const success = z.object({ taskToken: z.string(), output: z.string() });
const failure = z.object({
  taskToken: z.string(),
  error: z.string().default(""),
  cause: z.string().default(""),
});

const actions: Readonly<Record<string, Action>> = {
  StartExecution: reading(start, (runner, { stateMachineArn, name, input }) =>
    runner.start(stateMachineArn, name ?? randomUUID(), input),
  ),
  StopExecution: reading(stop, (runner, { executionArn, error, cause }) =>
    runner.stop(executionArn, error, cause),
  ),
  DescribeExecution: reading(ofExecution, (runner, { executionArn }) => runner.describe(executionArn)),
  ListExecutions: reading(listing, (runner, { stateMachineArn, statusFilter, ...where }) => {
    const all = runner.list(stateMachineArn, statusFilter === undefined ? {} : { status: statusFilter });
    const [executions, next] = page(all, where);
    return { executions, ...next };
  }),
  GetExecutionHistory: reading(
    history,
    (runner, { executionArn, reverseOrder, includeExecutionData, ...where }) => {
      const all = runner.history(executionArn);
      const [events, next] = page(reverseOrder ? all.toReversed() : all, where);
      return { events: includeExecutionData ? events : events.map(withoutData), ...next };
    },
  ),
  ListStateMachines: reading(z.object(paged), (runner, where) => {
    const [stateMachines, next] = page(runner.machines(), where);
    return { stateMachines, ...next };
  }),
  DescribeStateMachine: reading(ofMachine, (runner, { stateMachineArn }) =>
    runner.describeMachine(stateMachineArn),
  ),
  DescribeStateMachineForExecution: reading(ofExecution, (runner, { executionArn }) => ({
    ...runner.describeMachine(runner.describe(executionArn).stateMachineArn),
    definition: runner.definitionOf(executionArn),
  })),
  SendTaskSuccess: reading(success, (runner, { taskToken, output }) => {
    runner.sendTaskSuccess(taskToken, output);
    return {};
  }),
  SendTaskFailure: reading(failure, (runner, { taskToken, error, cause }) => {
    runner.sendTaskFailure(taskToken, error, cause);
    return {};
  }),
  SendTaskHeartbeat: reading(z.object({ taskToken: z.string() }), (runner, { taskToken }) => {
    runner.sendTaskHeartbeat(taskToken);
    return {};
  }),
};
