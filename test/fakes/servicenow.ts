import { type Answer, aFaultySystem, type Faulty, type Request } from "./faulty.ts";

export interface ServiceNowRecord {
  readonly id: string;
  readonly columns: Record<string, string>;
  /** Each value of `state` that it ever had, in order; one that is written again is no change. */
  readonly states: string[];
}

export interface ServiceNow extends Faulty {
  readonly records: ServiceNowRecord[];
}

export const serviceNowUser = { user: "kept", password: "a password" };
export const serviceNowClient = { clientId: "kept", clientSecret: "a secret" };

/** What ServiceNow's Table API does with one table, as far as Kept asks it. */
export const aServiceNow = async (): Promise<ServiceNow> => {
  const records: ServiceNowRecord[] = [];
  const faulty = await aFaultySystem((request) => answer(records, request));
  return Object.assign(faulty, { records });
};

const answer = (records: ServiceNowRecord[], request: Request): Answer => {
  if (request.path === "/oauth_token.do") return token(request);
  if (!isKnown(request)) return { status: 401 };
  const id = /^\/api\/now\/table\/incident(?:\/([0-9a-f]{32}))?$/.exec(request.path);
  if (id === null) return { status: 400 };
  if (request.method === "GET") return { status: 200, body: { result: found(records, request) } };
  const columns = JSON.parse(request.text) as Record<string, string>;
  if (request.method === "POST") return { status: 201, body: { result: shown(create(records, columns)) } };
  const record = records.find((each) => each.id === id[1]);
  if (record === undefined) return { status: 404 };
  if (columns["state"] !== undefined && columns["state"] !== record.columns["state"])
    record.states.push(columns["state"]);
  Object.assign(record.columns, columns);
  return { status: 200, body: { result: shown(record) } };
};

const isKnown = ({ headers: { authorization } }: Request): boolean => {
  const { user, password } = serviceNowUser;
  const basic = Buffer.from(`${user}:${password}`).toString("base64");
  return authorization === `Basic ${basic}` || authorization === "Bearer granted";
};

const token = ({ text }: Request): Answer => {
  const form = new URLSearchParams(text);
  const { clientId, clientSecret } = serviceNowClient;
  const known = form.get("client_id") === clientId && form.get("client_secret") === clientSecret;
  const granted = known && form.get("grant_type") === "client_credentials";
  return granted
    ? { status: 200, body: { access_token: "granted", expires_in: 1799 } }
    : { status: 401, body: {} };
};

const create = (records: ServiceNowRecord[], columns: Record<string, string>): ServiceNowRecord => {
  const id = (records.length + 1).toString(16).padStart(32, "0");
  const number = `INC${String(records.length + 1).padStart(7, "0")}`;
  const record = { id, columns: { ...columns, number }, states: [columns["state"] ?? ""] };
  records.push(record);
  return record;
};

const found = (records: ServiceNowRecord[], { query }: Request): object[] => {
  const [, number] = /^correlation_id=([^^]+)/.exec(query.get("sysparm_query") ?? "") ?? [];
  return records.filter(({ columns }) => columns["correlation_id"] === number).map(shown);
};

const shown = ({ id, columns }: ServiceNowRecord) => ({
  sys_id: id,
  number: columns["number"],
  correlation_id: columns["correlation_id"],
});
