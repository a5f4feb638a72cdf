import * as z from "zod/mini";
import type { ElsewhereAnswer, ElsewhereErrand } from "#core/case/elsewhere-answer.ts";
import type { ServiceNowPolicy } from "#core/policy/systems.ts";
import { isSuccess, notTold } from "./elsewhere-answers.ts";
import { type Asked, ask, type Heard } from "./elsewhere-http.ts";
import type { ServiceNowAccess } from "./elsewhere-secret.ts";
import { createServiceNowSignIn } from "./servicenow-sign-in.ts";

const record = z.object({
  sys_id: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  correlation_id: z.optional(z.string()),
  /** Staff read it; one that is no such number is left out. */
  number: z.pipe(
    z.optional(z.unknown()),
    z.transform((it: unknown) => (typeof it === "string" && /^[\w-]{1,40}$/.test(it) ? it : undefined)),
  ),
});
const oneRecord = z.object({ result: record });
const records = z.object({ result: z.array(record) });

export interface ServiceNowErrand extends ElsewhereErrand {
  readonly system: ServiceNowPolicy;
  /** Where staff see the case. */
  readonly page: string;
}

export type TellServiceNow = (
  errand: ServiceNowErrand,
  access: ServiceNowAccess,
  signal: AbortSignal,
) => Promise<ElsewhereAnswer>;

/**
 * Tells ServiceNow by its Table API. A record is found by `correlation_id`, the case's number, before one is made: an answer
 * that was lost makes no second record. Told again, an update writes the same values, which changes nothing there.
 */
export const createServiceNow = (): TellServiceNow => {
  const signIn = createServiceNowSignIn();
  return async (errand, access, signal) => {
    const authorization = await signIn.authorization(access, signal);
    if (typeof authorization !== "string") return notTold(authorization);
    const send = (method: Asked["method"], path: string, body?: object): Promise<Heard> =>
      ask(`${access.url.replace(/\/+$/, "")}/api/now/table/${errand.system.table}${path}`, {
        method,
        signal,
        headers: { accept: "application/json", "content-type": "application/json", authorization },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    const answer = await (errand.remote === undefined
      ? register(errand, send)
      : write(send("PATCH", `/${errand.remote.id}?${shown}`, columnsOf(errand)), errand));
    if (answer.outcome === "later" && answer.reason === "not-authorized") signIn.forget(access);
    return answer;
  };
};

type Send = (method: Asked["method"], path: string, body?: object) => Promise<Heard>;

const shown = "sysparm_fields=sys_id,number,correlation_id&sysparm_exclude_reference_link=true";

const register = async (errand: ServiceNowErrand, send: Send): Promise<ElsewhereAnswer> => {
  const query = encodeURIComponent(`correlation_id=${errand.number}^ORDERBYsys_created_on`);
  const found = await send("GET", `?sysparm_query=${query}&sysparm_limit=1&${shown}`);
  const read = isSuccess(found) ? records.safeParse(found.body) : undefined;
  if (read?.success !== true) return notTold(found);
  const [known] = read.data.result;
  if (known !== undefined) return toldAs(known, errand);
  const correlation = { correlation_id: errand.number, correlation_display: "Kept" };
  return write(send("POST", `?${shown}`, { ...correlation, ...columnsOf(errand) }), errand);
};

const write = async (sent: Promise<Heard>, errand: ServiceNowErrand): Promise<ElsewhereAnswer> => {
  const heard = await sent;
  const read = isSuccess(heard) ? oneRecord.safeParse(heard.body) : undefined;
  return read?.success === true ? toldAs(read.data.result, errand) : notTold(heard);
};

/**
 * ServiceNow passes over a condition on a column that a table does not have, and answers with any record; it passes over
 * such a value as well. A record that does not carry the case's number is not ours.
 */
const toldAs = (
  { sys_id: id, number: reference, correlation_id: correlation }: z.infer<typeof record>,
  { number }: ServiceNowErrand,
): ElsewhereAnswer =>
  correlation === number
    ? { outcome: "told", remote: { id, ...(reference !== undefined && { reference }) } }
    : { outcome: "refused", reason: "no-correlation" };

const columnsOf = ({ number, system, picture, page }: ServiceNowErrand): Record<string, string> => ({
  [system.title]: `${picture.kind} ${number}`,
  [system.text]: [
    page,
    `team: ${picture.team}`,
    ...picture.milestones.map(({ name, state, due }) => `${name}: ${state}${due ? `, due ${due}` : ""}`),
  ].join("\n"),
  ...system.standings[picture.standing],
});
