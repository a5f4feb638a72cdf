import { spawn } from "node:child_process";
import { once } from "node:events";
import { now } from "#adapters/clock.ts";
import { dateOf } from "#core/calendar.ts";
import { day, epoch } from "#core/time.ts";
import { sharedEnvironment } from "#local/environment.ts";
import { bodyFor, eventFor, freeSlots } from "../booking/requests.ts";
import { openAws } from "../shared/aws.ts";
import { openStage } from "../shared/database.ts";
import type { Bundle } from "./bundles.ts";

/** What a fresh process is given as its first event, another one each time. */
export interface FirstEvents {
  /** The free slots of a month: what the page of a customer asks for. */
  slots(publicApi: Bundle): Promise<void>;
  /** An appointment of one of these slots; the host's mail goes out before it is answered. */
  booking(publicApi: Bundle): Promise<void>;
  /** The confirmation of the appointment that was booked last. */
  confirmation(sendConfirmation: Bundle): Promise<void>;
  nothing(empty: Bundle): Promise<void>;
  end(): Promise<void>;
}

/** Over a real database, with the rest of AWS answering at once that all is well. */
export const openFirstEvents = async (): Promise<FirstEvents> => {
  const [stage, aws] = await Promise.all([openStage(), openAws()]);
  const shared = sharedEnvironment(stage.assembly.functions, aws.url, { KEPT_SITE: "https://kept.example" });
  const environment = { ...shared, AWS_ENDPOINT_URL_DYNAMODB: stage.database.endpoint };
  const slots = await freeSlots(now());
  let booked: { readonly code: string; readonly version: number } | undefined;
  const next = (): object => {
    const slot = slots.shift();
    if (slot === undefined) throw new Error("no slot is free any more");
    return eventFor(bodyFor(slot, slots.length), `first-${slots.length}`);
  };
  return {
    slots: async (bundle) => void (await answered(bundle, slotsAsked(), environment)),
    booking: async (bundle) => {
      booked = JSON.parse((await answered(bundle, next(), environment)).body ?? "") as typeof booked;
    },
    confirmation: async (bundle) => {
      const errand = { pack: "taxdome", code: booked?.code, version: booked?.version };
      await answered(bundle, { ...errand, promise: "confirmation" }, environment);
    },
    nothing: async (bundle) => void (await answered(bundle, {}, environment)),
    end: async () => {
      await aws.close();
      await stage.end();
    },
  };
};

const slotsAsked = (): object => {
  const today = Math.floor(epoch(now()) / day);
  const span = { from: dateOf(today + 2), to: dateOf(today + 30), timeZone: "Europe/Amsterdam" };
  return {
    ...eventFor(bodyFor({ start: now(), end: now(), host: "lucia" }, 0), "unused"),
    routeKey: "GET /v1/{pack}/slots",
    rawPath: "/v1/taxdome/slots",
    queryStringParameters: { sessionType: "quick-assist", ...span },
  };
};

interface Answer {
  readonly statusCode?: number;
  readonly body?: string;
}

/** @throws Error when the process fails, or answers that it could not. */
const answered = async (
  { name, file }: Bundle,
  event: object,
  environment: Readonly<Record<string, string>>,
): Promise<Answer> => {
  const script = `import(${JSON.stringify(file)})
    .then(({ handler }) => handler(${JSON.stringify(event)}, ${context}))
    .then((answer) => process.stdout.write(JSON.stringify(answer ?? {}), () => process.exit(0)));`;
  const env = { PATH: process.env["PATH"], TZ: "UTC", POWERTOOLS_LOG_LEVEL: "CRITICAL", ...environment };
  const child = spawn(process.execPath, ["-e", script], { env, stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (data: Buffer) => void (said += data.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  const answer = code === 0 ? (JSON.parse(said) as Answer) : { statusCode: 500, body: said };
  if ((answer.statusCode ?? 200) >= 400) throw new Error(`${name} does not answer: ${answer.body}`);
  return answer;
};

/** What our handlers read of Lambda's context. */
const context = `{ functionName: "kept", awsRequestId: "bench", getRemainingTimeInMillis: () => 30000 }`;
