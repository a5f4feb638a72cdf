import * as z from "zod";
import { type Instant, parseInstant, plus, second } from "#core/time.ts";
import { StateFailed } from "#local/states/failure.ts";
import { commonFields, onwardFields, pathSchema, secondsSchema } from "#local/states/fields.ts";
import { inputOf, type Outcome, outputOf, required, type Visit } from "#local/states/visit.ts";

const moments = ["Seconds", "SecondsPath", "Timestamp", "TimestampPath"] as const;

export const waitSchema = z
  .strictObject({
    Type: z.literal("Wait"),
    ...commonFields,
    ...onwardFields,
    Seconds: secondsSchema.optional(),
    SecondsPath: pathSchema.optional(),
    Timestamp: z
      .string()
      .refine((text) => parseInstant(text) !== undefined, "is not an RFC 3339 instant")
      .optional(),
    TimestampPath: pathSchema.optional(),
  })
  .refine((state) => moments.filter((moment) => state[moment] !== undefined).length === 1, {
    message: `needs exactly one of ${moments.join(", ")}`,
  });

type WaitState = z.infer<typeof waitSchema>;

/** A moment that has passed is no wait. */
export const enterWait = (state: WaitState, visit: Visit): Outcome => {
  const until = untilOf(state, visit);
  return until <= visit.now ? leaveWait(state, visit) : { sleepUntil: until };
};

export const leaveWait = (state: WaitState, visit: Visit): Outcome => ({
  leave: outputOf(state, inputOf(state, visit), visit.context),
  to: state.Next,
});

const untilOf = (state: WaitState, visit: Visit): Instant => {
  if (state.Timestamp !== undefined) return momentFrom(state.Timestamp);
  if (state.Seconds !== undefined) return plus(visit.now, state.Seconds * second);
  const found = required(
    state.TimestampPath ?? state.SecondsPath ?? "$",
    inputOf(state, visit),
    visit.context,
  );
  return state.TimestampPath === undefined ? plus(visit.now, secondsFrom(found) * second) : momentFrom(found);
};

const momentFrom = (value: unknown): Instant => {
  const moment = typeof value === "string" ? parseInstant(value) : undefined;
  if (moment === undefined)
    throw new StateFailed("States.Runtime", `${JSON.stringify(value)} is no RFC 3339 instant`);
  return moment;
};

const secondsFrom = (value: unknown): number => {
  const seconds = secondsSchema.safeParse(value);
  if (!seconds.success)
    throw new StateFailed("States.Runtime", `${JSON.stringify(value)} is no number of seconds`);
  return seconds.data;
};
