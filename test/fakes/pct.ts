import { createHmac } from "node:crypto";
import { type Answer, aFaultySystem, type Faulty, type Request } from "./faulty.ts";

export interface PctEvent {
  readonly id: string;
  readonly type: string;
  readonly sequence: number;
  readonly data: { readonly number: string; readonly status: string; readonly page: string };
}

export interface Pct extends Faulty {
  /** Taken once for each id, whatever came how often. */
  readonly events: PctEvent[];
  /** The bodies that came under an id: more than one would be two stories. */
  readonly bodies: Map<string, Set<string>>;
}

const key = Buffer.alloc(32, 7);
export const pctSecret = `whsec_${key.toString("base64")}`;

/** A receiver of signed webhooks that knows an event again by its id. */
export const aPct = async (): Promise<Pct> => {
  const events: PctEvent[] = [];
  const bodies = new Map<string, Set<string>>();
  const faulty = await aFaultySystem((request) => take(events, bodies, request));
  return Object.assign(faulty, { events, bodies });
};

const take = (events: PctEvent[], bodies: Pct["bodies"], { headers, text }: Request): Answer => {
  const id = String(headers["webhook-id"]);
  const signed = `${id}.${String(headers["webhook-timestamp"])}.${text}`;
  const signature = createHmac("sha256", key).update(signed).digest("base64");
  if (headers["webhook-signature"] !== `v1,${signature}`) return { status: 401 };
  bodies.set(id, (bodies.get(id) ?? new Set()).add(text));
  if (!events.some((each) => each.id === id))
    events.push({ ...(JSON.parse(text) as Omit<PctEvent, "id">), id });
  return { status: 202, body: { id: `PCT-${events.length}` } };
};
