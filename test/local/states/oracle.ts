import { StateMachine } from "aws-local-stepfunctions";
import { expect } from "vitest";
import { day, plus } from "#core/time.ts";
import { aWorld, begin, entered, executionArn, type Functions } from "./a-world.ts";

type TheirJson = Parameters<StateMachine["run"]>[0];

/** What both interpreters are given; `answers` stand for the Lambdas, by the name of their state. */
export interface Case {
  readonly definition: Definition;
  readonly input: unknown;
  readonly answers?: Functions;
}

export interface Definition {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, object>>;
}

type Task = {
  readonly Type: string;
  readonly Resource: string;
  readonly Parameters: { readonly Payload?: unknown };
};

/** The states on the way, in their order, with the status at the end. */
type Way = readonly [states: readonly string[], status: string];

/**
 * Puts a definition through our runner, a virtual year long, and through aws-local-stepfunctions with waits and retry
 * pauses of zero, and expects the same states in the same order and the same end. It has no task tokens and cannot
 * time out: an answer to a state with a token is what the token is answered with, at once.
 */
export const expectSameStates = async (given: Case): Promise<Way> => {
  const ours = await ourWay(given);
  expect(ours).toEqual(await theirWay(given));
  return ours;
};

const ourWay = async ({ definition, input, answers = {} }: Case): Promise<Way> => {
  const world = aWorld(
    byState(definition, answers, (token, answer) => world.runner.sendTaskSuccess(token, answer)),
  );
  begin(world, callingByState(definition), input);
  await world.clock.advance(plus(world.clock.now(), 365 * day));
  return [entered(world.runner.history(executionArn)), world.runner.describe(executionArn).status];
};

const isTask = (state: object): state is Task => "Type" in state && state.Type === "Task";
const hasToken = (state: Task): boolean => state.Resource.endsWith(".waitForTaskToken");

/** Each task calls a function with the name of its state, and hands the token over where it has one. */
const callingByState = (definition: Definition): Definition => {
  const states = Object.entries(definition.States).map(([name, state]) => [
    name,
    isTask(state) ? calling(name, state) : state,
  ]);
  return { ...definition, States: Object.fromEntries(states) as Definition["States"] };
};

const calling = (name: string, state: Task): object => {
  const { Parameters: parameters } = state;
  if (!hasToken(state))
    return { ...state, Parameters: { ...parameters, ...withoutName(parameters), FunctionName: name } };
  const payload = { original: withoutName(parameters), "token.$": "$$.Task.Token" };
  return { ...state, Parameters: { FunctionName: name, Payload: payload } };
};

const withoutName = (parameters: object): object =>
  Object.fromEntries(Object.entries(parameters).filter(([key]) => !key.startsWith("FunctionName")));

const byState = (
  definition: Definition,
  answers: Functions,
  succeed: (token: string, answer: string) => void,
): Functions =>
  Object.fromEntries(
    Object.entries(definition.States).map(([name, state]) => [
      name,
      async (payload: unknown) => {
        if (!isTask(state) || !hasToken(state)) return answers[name]?.(payload) ?? {};
        const { original, token } = payload as { original: { Payload?: unknown }; token: string };
        succeed(token, JSON.stringify((await answers[name]?.(original.Payload)) ?? {}));
        return {};
      },
    ]),
  );

const theirWay = async ({ definition, input, answers = {} }: Case): Promise<Way> => {
  const names = Object.keys(definition.States);
  const machine = new StateMachine(
    withoutTimeouts(definition) as ConstructorParameters<typeof StateMachine>[0],
    {
      validationOptions: { noValidate: true },
    },
  );
  const run = machine.run(input as TheirJson, {
    overrides: {
      taskResourceLocalHandlers: Object.fromEntries(
        names.map((name) => [name, theirHandler(definition, answers, name)]),
      ),
      waitTimeOverrides: Object.fromEntries(names.map((name) => [name, 0])),
      retryIntervalOverrides: Object.fromEntries(names.map((name) => [name, 0])),
    },
    context: { Task: { Token: "a token" }, Execution: { Id: executionArn, Name: "one" } },
  });
  const status = run.result.then(
    () => "SUCCEEDED",
    () => "FAILED",
  );
  const states: string[] = [];
  for await (const event of run.eventLogs) if (event.type === "StateEntered") states.push(event.state.name);
  return [states, await status];
};

/** Its timers cannot go beyond 24.8 days, and longer ones fire at once; a path to one it looks up in the wrong input. */
const withoutTimeouts = (definition: Definition): Definition =>
  JSON.parse(JSON.stringify({ ...definition, TimeoutSeconds: undefined }), (key, value: unknown) =>
    key.startsWith("TimeoutSeconds") ? undefined : value,
  ) as Definition;

const theirHandler =
  (definition: Definition, answers: Functions, name: string) =>
  async (given: unknown): Promise<TheirJson> => {
    const state = definition.States[name];
    const answer = ((await answers[name]?.((given as { Payload?: unknown }).Payload)) ?? {}) as TheirJson;
    return state !== undefined && isTask(state) && hasToken(state)
      ? answer
      : { Payload: answer, StatusCode: 200 };
  };
