import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { fromEpoch, type Instant, parseInstant } from "#core/time.ts";
import { advanceToNext } from "./next-event.ts";
import type { Forgotten, Outbox, Posted } from "./outbox.ts";
import type { Clock } from "./ports.ts";
import { problem } from "./problem.ts";
import type { Answer, Request } from "./server.ts";

export interface LocalApiSettings {
  readonly clock: () => Clock;
  /** A number that is another after something was sent, or an execution took a step. */
  readonly events: () => number;
  readonly outbox: () => Outbox;
  /** Lets a mail come back; resolves when everybody concerned has heard of it. */
  readonly bounce: (mail: Posted) => Promise<void>;
  /** Resolves when nothing that was sent to a person or about them is left on disk. */
  readonly erase: (person: Forgotten) => Promise<void>;
  /** Resolves when the world is as new. */
  readonly reset: () => Promise<void>;
}

type Action = (request: Request) => Answer | Promise<Answer>;

/** `/local/…`: what a person or a test may do to the world itself. Its own requests do not hold back the clock. */
export const createLocalApi = (settings: LocalApiSettings) => {
  const actions = actionsOf(settings);
  return async (request: Request): Promise<Answer> => {
    const { method, path } = request;
    const eml = /^\/local\/mail\/([^/]+)\.eml$/.exec(path)?.[1];
    if (method === "GET" && eml !== undefined) return rawMail(settings.outbox(), eml);
    const bounced = /^\/local\/mail\/([^/]+)\/bounce$/.exec(path)?.[1];
    if (method === "POST" && bounced !== undefined) return bounceMail(settings, bounced);
    const action = actions[`${method} ${path}`];
    return action === undefined
      ? problem(404, "not-found", `Nothing is at ${method} ${path}.`)
      : action(request);
  };
};

const actionsOf = ({
  clock,
  events,
  outbox,
  erase,
  reset,
}: LocalApiSettings): Readonly<Record<string, Action>> => ({
  "GET /local/clock": () => json({ now: clock().now() }),
  "POST /local/clock": (request) => advance(clock(), events, request),
  "GET /local/mail": async () => json(await outbox().mails()),
  "GET /local/sms": () => json(outbox().texts()),
  "POST /local/forget": async (request) => {
    const person = forgotten.safeParse(parsedJson(request));
    if (!person.success)
      return problem(400, "invalid-body", 'Send {"pack":…,"address":…,"codes":[…]}, as `kept forget` does.');
    await erase(person.data);
    return json({ now: clock().now() });
  },
  "POST /local/reset": async () => {
    await reset();
    return json({ now: clock().now() });
  },
});

const forgotten = z.strictObject({
  pack: z.string(),
  address: z.string().toLowerCase(),
  codes: z.array(z.string()),
});

const clockBody = z.union([z.strictObject({ advance: z.string() }), z.strictObject({ to: z.string() })]);

const advance = async (clock: Clock, events: () => number, request: Request): Promise<Answer> => {
  const parsed = clockBody.safeParse(parsedJson(request));
  if (!parsed.success)
    return problem(
      400,
      "invalid-body",
      'Send {"advance":"P2D"} with an ISO 8601 duration, or {"to":"<RFC 3339 instant>"}, or {"to":"next"}.',
    );
  if ("to" in parsed.data && parsed.data.to === "next")
    return json({ now: await advanceToNext(clock, events) });
  const to = "to" in parsed.data ? parseInstant(parsed.data.to) : after(clock.now(), parsed.data.advance);
  if (to === undefined)
    return problem(400, "invalid-time", `${JSON.stringify(parsed.data)} names no length or moment.`);
  if (to < clock.now())
    return problem(409, "clock-in-past", `It is ${clock.now()} already; the clock only goes forward.`);
  return json({ now: await clock.advance(to) });
};

/** Days, weeks and months are those of the calendar in UTC; `undefined` for what is no duration or leaves the calendar. */
const after = (now: Instant, length: string): Instant | undefined => {
  try {
    const moment = Temporal.Instant.from(now).toZonedDateTimeISO("UTC").add(Temporal.Duration.from(length));
    return parseInstant(fromEpoch(moment.epochMilliseconds));
  } catch {
    return undefined;
  }
};

const parsedJson = ({ body }: Request): unknown => {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
};

const bounceMail = async ({ outbox, bounce }: LocalApiSettings, id: string): Promise<Answer> => {
  const posted = outbox().posted(id);
  if (posted === undefined) return noMail(id);
  await bounce(posted);
  return json({ id, to: posted.destinations });
};

const noMail = (id: string): Answer => problem(404, "not-found", `No mail has the id ${id}.`);

const rawMail = (outbox: Outbox, id: string): Answer => {
  const raw = outbox.raw(id);
  if (raw === undefined) return noMail(id);
  return { status: 200, headers: { "content-type": "message/rfc822" }, body: raw };
};

const json = (value: unknown): Answer => ({
  status: 200,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(value),
});
