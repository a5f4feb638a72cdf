import type { Effect } from "#core/change.ts";
import type { Appointment } from "./appointment.ts";

type Executed = Pick<Appointment, "pack" | "code" | "version" | "promises" | "end">;

/** One execution a version; `run` counts repairs, for a name is taken for 90 days. */
export const executionName = ({ code, version }: Pick<Executed, "code" | "version">, run = 1): string =>
  `${code}-v${version}-r${run}`;

/** Whose execution has this name: the reverse of the above; `undefined` for one that somebody started by hand. */
export const executionOf = (
  machine: string,
  name: string,
): { pack: string; code: string; version: number } | undefined => {
  const pack = /^(.+)-appointment$/.exec(machine)?.[1];
  const [, code, version] = /^([0-9A-Z]+)-v(\d+)-r\d+$/.exec(name) ?? [];
  return pack === undefined || code === undefined ? undefined : { pack, code, version: Number(version) };
};

export const startExecution = (appointment: Executed, run = 1): Effect => ({
  effect: "start-execution",
  machine: `${appointment.pack}-appointment`,
  name: executionName(appointment, run),
  input: executionInput(appointment),
});

/** Ids and instants only, the same bytes at every start: the table keeps no order in a map, so the ids are sorted. */
const executionInput = ({ pack, code, version, promises, end }: Executed): string => {
  const due = Object.fromEntries(
    Object.entries(promises)
      .map(([id, promised]) => [id, promised.due] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return JSON.stringify({ pack, code, version, due, end });
};

/** Whether it starts the execution of an appointment's version. */
export const startsVersion = (effect: Effect): effect is StartExecution =>
  effect.effect === "start-execution" && executionOf(effect.machine, effect.name) !== undefined;

type StartExecution = Extract<Effect, { readonly effect: "start-execution" }>;
