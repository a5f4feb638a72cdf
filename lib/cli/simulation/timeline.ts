import type { OutgoingMail, OutgoingText, Ports } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import { asChange, type Change } from "#core/change.ts";
import type { Write } from "#core/table.ts";
import type { Instant } from "#core/time.ts";
import type { Runner } from "#local/states/runner.ts";
import type { MilestoneTold } from "./milestones-told.ts";

/** One thing that happened, for a reader of the story. */
export type Happening = MilestoneTold | Event;

type Event = { readonly at: Instant } & (
  | ({ readonly what: "change"; readonly version: number } & ChangeTold)
  | { readonly what: "state"; readonly state: string; readonly execution: string }
  | { readonly what: "stopped"; readonly execution: string; readonly cause: string }
  | ({ readonly what: "mail"; readonly to: string; readonly subject: string } & Labels)
  | ({ readonly what: "sms"; readonly text: string } & Labels)
);

type ChangeTold = Pick<Change, "actor" | "action" | "notice" | "reason"> & {
  readonly session?: Pick<Appointment, "start" | "end" | "host">;
};

interface Labels {
  readonly kind: string;
  readonly promise: string;
}

/** Writes down what happens, in the order in which one thing led to another. */
export interface Timeline {
  readonly happenings: () => readonly Happening[];
  committed(writes: readonly Write[]): void;
  /** Providers that take everything and write it down. */
  readonly providers: (now: () => Instant) => Pick<Ports, "mailer" | "texter">;
  /** The runner is made with the providers, so it comes later. */
  watch(runner: Runner): void;
}

/** @param also what a transaction means beyond its changes. */
export const createTimeline = (
  also: (writes: readonly Write[], at: Instant) => readonly Happening[] = () => [],
): Timeline => {
  const happened: Happening[] = [];
  let states: () => readonly Happening[] = () => [];
  const note = (happening: Happening): void => void happened.push(...states(), happening);
  const accepted = () => ({ outcome: "accepted", messageId: `message-${happened.length}` }) as const;
  return {
    watch: (runner) => {
      states = newStates(runner);
    },
    committed: (writes) => {
      for (const change of changesIn(writes))
        for (const happening of [change, ...also(writes, change.at)]) note(happening);
    },
    providers: (now) => ({
      mailer: {
        send: async (mail) => {
          note({ at: now(), ...mailTold(mail) });
          return accepted();
        },
      },
      texter: {
        send: async (text) => {
          note({ at: now(), ...textTold(text) });
          return accepted();
        },
      },
    }),
    happenings: () => {
      happened.push(...states());
      return happened.toSorted((one, other) => (one.at === other.at ? 0 : one.at < other.at ? -1 : 1));
    },
  };
};

const mailTold = ({ to: { name }, subject, labels: { kind, promise } }: OutgoingMail) => {
  const to = kind.startsWith("staff-case-") ? name : kind.startsWith("staff-") ? "host" : "customer";
  return { what: "mail", to, subject, kind, promise } as const;
};

const textTold = ({ text, labels: { kind, promise } }: OutgoingText) =>
  ({ what: "sms", text, kind, promise }) as const;

const changesIn = (writes: readonly Write[]): Happening[] => {
  const items = writes.flatMap((write) => ("put" in write ? [write.put] : []));
  const head = items.find((item) => item["type"] === "appointment") as Appointment | undefined;
  return items
    .filter((item) => item["type"] === "change")
    .map(asChange)
    .map(({ at, version, actor, action, notice, reason }) => ({
      at,
      what: "change",
      version,
      actor,
      action,
      ...(notice !== undefined && { notice }),
      ...(reason !== undefined && { reason }),
      ...(head !== undefined && { session: { start: head.start, end: head.end, host: head.host } }),
    }));
};

/** What the executions have come to since it was last asked. */
const newStates = (runner: Runner): (() => readonly Happening[]) => {
  const seen = new Map<string, number>();
  return () =>
    runner
      .machines()
      .flatMap(({ stateMachineArn }) => runner.list(stateMachineArn).toReversed())
      .flatMap(({ executionArn, name }) => {
        const events = runner.history(executionArn);
        const fresh = events.slice(seen.get(executionArn) ?? 0);
        seen.set(executionArn, events.length);
        return fresh.flatMap((event) => stateTold(event, name));
      });
};

const stateTold = (event: ReturnType<Runner["history"]>[number], execution: string): Happening[] => {
  const at = event.timestamp;
  if (event.type === "ExecutionAborted") {
    const cause = event["executionAbortedEventDetails"]?.["cause"];
    return [{ at, what: "stopped", execution, cause: typeof cause === "string" ? cause : "" }];
  }
  const state = event["stateEnteredEventDetails"]?.["name"];
  return typeof state === "string" ? [{ at, what: "state", state, execution }] : [];
};
