import type { Executions, Ports } from "#adapters/ports.ts";
import { type Instant, instant, plus, second } from "#core/time.ts";
import { begin } from "#steps/begin.ts";
import { deliver } from "#steps/deliver.ts";
import { end } from "#steps/end-appointment.ts";
import { tellStaff } from "#steps/settle.ts";

/** An execution as the machine would run it: its promises at their moments, one after the other, then the end. */
interface Running {
  readonly input: Readonly<{ pack: string; code: string; version: number }>;
  readonly left: { readonly promise: string; readonly at: Instant }[];
  attempts: number;
  retryAt: Instant;
}

export interface Clockwork {
  readonly executions: Executions;
  readonly inputs: readonly string[];
  /** Failures of the next starts. */
  readonly startFailures: Error[];
  /** When the next step of any execution wants to run. */
  next(): Instant | undefined;
  /** Runs every step that is due by now. */
  run(ports: Ports): Promise<void>;
  /** Forgets what runs: the executions are lost without a word. */
  lose(): void;
}

const long = instant("0001-01-01T00:00:00Z");

export const createClockwork = (): Clockwork => {
  const running = new Map<string, Running>();
  const inputs: string[] = [];
  const known = new Set<string>();
  const startFailures: Error[] = [];
  return {
    inputs,
    startFailures,
    executions: {
      start: async (_machine, name, input) => {
        const failure = startFailures.shift();
        if (failure !== undefined) throw failure;
        if (known.has(name)) return;
        known.add(name);
        inputs.push(input);
        running.set(name, begun(input));
      },
      stop: async (_machine, name) => void running.delete(name),
      answer: async () => "over",
    },
    next: () =>
      [...running.values()]
        .map(momentOf)
        .sort((a, b) => (a < b ? -1 : 1))
        .at(0),
    run: async (ports) => {
      for (const [name, execution] of running) {
        if (momentOf(execution) <= ports.now()) await step(ports, execution);
        if (execution.left.length === 0) running.delete(name);
      }
    },
    lose: () => running.clear(),
  };
};

const begun = (text: string): Running => {
  const {
    due,
    end: over,
    ...input
  } = JSON.parse(text) as Running["input"] & {
    due: Record<string, Instant>;
    end: Instant;
  };
  const reminders = Object.entries(due)
    .filter(([id]) => id.includes("-PT"))
    .map(([promise, at]) => ({ promise, at }))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const left = [{ promise: "confirmation", at: long }, ...reminders, { promise: "end", at: over }];
  return { input, left, attempts: 0, retryAt: long };
};

const momentOf = ({ left: [first], retryAt }: Running): Instant =>
  first !== undefined && first.at > retryAt ? first.at : retryAt;

/** One try of its first step. What fails is tried again as the machine does, then left, and a person is told. */
const step = async (ports: Ports, execution: Running): Promise<void> => {
  const { input, left } = execution;
  const [{ promise } = { promise: "end" }] = left;
  const errand = { ...input, promise };
  try {
    await stepOf(promise)(ports, errand);
    settled(execution);
  } catch (error) {
    const { name } = error as Error;
    if (name === "Superseded") left.length = 0;
    else if (execution.attempts < 3) retry(ports, execution);
    else {
      await tellStaff(ports, errand, "step-failed", name).catch(() => undefined);
      settled(execution);
    }
  }
};

const stepOf = (promise: string) => {
  if (promise === "end") return end;
  return promise === "confirmation" ? begin : deliver;
};

const settled = (execution: Running): void => {
  execution.left.shift();
  execution.attempts = 0;
  execution.retryAt = long;
};

const retry = (ports: Ports, execution: Running): void => {
  execution.attempts += 1;
  execution.retryAt = plus(ports.now(), 30 * second);
};
