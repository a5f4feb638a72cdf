import { type Synthesized, written } from "./synthesized.ts";

export interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly MaxAttempts: number;
  readonly BackoffRate?: number;
  readonly MaxDelaySeconds?: number;
  readonly JitterStrategy?: string;
}

export interface State {
  readonly Type: string;
  readonly Comment?: string;
  readonly Next?: string | undefined;
  readonly End?: boolean;
  readonly Choices?: readonly {
    readonly Variable?: string;
    readonly StringEquals?: string;
    readonly Next: string;
  }[];
  readonly Default?: string | undefined;
  readonly Seconds?: number | undefined;
  readonly SecondsPath?: string;
  readonly Timestamp?: string;
  readonly TimestampPath?: string;
  readonly Resource?: string;
  readonly TimeoutSeconds?: number | undefined;
  readonly TimeoutSecondsPath?: string;
  readonly ResultPath?: string | null;
  readonly ResultSelector?: Readonly<Record<string, unknown>>;
  readonly Parameters?: { readonly FunctionName: string; readonly Payload: Record<string, unknown> };
  readonly Retry?: readonly Retrier[];
  readonly Catch?: readonly { ErrorEquals: string[]; Next: string; ResultPath: string | null }[];
}

export interface Definition {
  readonly StartAt: string;
  readonly TimeoutSeconds: number;
  readonly States: Readonly<Record<string, State>>;
}

/** The only machine there is. */
export const definitionIn = ({ ofType }: Synthesized): Definition => {
  const machines = ofType("AWS::StepFunctions::StateMachine");
  return JSON.parse(written(machines[0]![1].Properties["DefinitionString"])) as Definition;
};

export const tasksOf = ({ States }: Definition): [string, State][] =>
  Object.entries(States).filter(([, state]) => state.Type === "Task");

/** The states that an execution enters when every task succeeds, in order. */
export const pathOf = ({ StartAt, States }: Definition): string[] => {
  const path: string[] = [];
  for (let name: string | undefined = StartAt; name !== undefined; name = States[name]!.Next) {
    if (path.includes(name)) throw new Error(`${name} comes round again`);
    path.push(name);
  }
  return path;
};

/** Seconds that a retrier waits in all when every attempt fails, each wait drawn as long as it can be. */
export const longestWait = ({
  IntervalSeconds = 1,
  MaxAttempts,
  BackoffRate = 2,
  ...rest
}: Retrier): number =>
  Array.from({ length: MaxAttempts }, (_, attempt) =>
    Math.min(IntervalSeconds * BackoffRate ** attempt, rest.MaxDelaySeconds ?? Number.POSITIVE_INFINITY),
  ).reduce((sum, wait) => sum + wait, 0);
