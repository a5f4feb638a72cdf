import type { Instant } from "#core/time.ts";
import type { Json } from "#local/states/json.ts";
import type { Retries } from "#local/states/retry.ts";

/** One run of a machine, as it is kept: all that is needed to go on with it after a restart. */
export interface Execution {
  readonly arn: string;
  readonly machine: string;
  readonly name: string;
  /** The JSON text that it was started with. */
  readonly input: string;
  /** The hash of its definition: it keeps the one it was started with, whatever the machine becomes. */
  readonly definition: string;
  readonly startDate: Instant;
  /** From the machine's TimeoutSeconds. */
  readonly deadline?: Instant;
  /** How many history events it has. */
  readonly events: number;
  readonly progress: Progress;
}

/** An execution that has not taken its first step. */
export type Launch = Omit<Execution, "progress">;

export type Progress =
  | { readonly status: "RUNNING"; readonly at: Position }
  | { readonly status: "SUCCEEDED"; readonly stopDate: Instant; readonly output: string }
  | { readonly status: "TIMED_OUT"; readonly stopDate: Instant }
  | {
      readonly status: "FAILED" | "ABORTED";
      readonly stopDate: Instant;
      readonly error?: string;
      readonly cause?: string;
    };

export type Status = Progress["status"];

interface Stay {
  readonly state: string;
  readonly entered: Instant;
  readonly input: Json;
  readonly retries: Retries;
}

/** What a running execution waits for. */
export type Position =
  | (Stay & { readonly doing: "wait"; readonly until: Instant })
  | (Stay & { readonly doing: "backoff"; readonly until: Instant })
  | (Stay & { readonly doing: "invoke" })
  | (Stay & {
      readonly doing: "callback";
      readonly token: string;
      /** The Lambda that was given the token has ended: it is not run again. */
      readonly submitted: boolean;
      readonly expires?: Instant;
      readonly heartbeat?: { readonly seconds: number; readonly due: Instant };
    });

export type Callback = Extract<Position, { doing: "callback" }>;
