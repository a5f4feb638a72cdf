import { randomUUID } from "node:crypto";
import type { Answer, Request } from "../server.ts";
import { asAwsError, unknownAction } from "./aws-error.ts";

/** One action of a service that speaks the Query protocol: the form's fields in, the result's fields out. */
export type QueryAction = (form: URLSearchParams) => Readonly<Record<string, string>>;

/** Answers from a table of actions; an action that is not in it is refused by its name. */
export const answerQuery = (
  service: string,
  namespace: string,
  actions: Readonly<Record<string, QueryAction>>,
  request: Request,
): Answer => {
  try {
    const form = new URLSearchParams(request.body.toString("utf8"));
    const name = form.get("Action") ?? request.query.get("Action") ?? "";
    const action = actions[name];
    if (action === undefined) throw unknownAction(service, name);
    return xml(200, result(name, namespace, action(form)));
  } catch (error) {
    return queryError(error, namespace);
  }
};

/** Reads `Tags.member.1.Name`, `Tags.member.1.Value`, … into rows, in their order. */
export const members = (form: URLSearchParams, prefix: string): Record<string, string>[] => {
  const rows: Record<string, string>[] = [];
  for (const [key, value] of form) {
    if (!key.startsWith(`${prefix}.`)) continue;
    const [position = "", ...field] = key.slice(prefix.length + 1).split(".");
    const row = (rows[Number(position) - 1] ??= {});
    row[field.join(".")] = value;
  }
  return rows.filter((row) => row !== undefined);
};

const queryError = (error: unknown, namespace: string): Answer => {
  const { code, message, status } = asAwsError(error);
  const type = status < 500 ? "Sender" : "Receiver";
  const inner = `<Error><Type>${type}</Type><Code>${escape(code)}</Code><Message>${escape(message)}</Message></Error>`;
  return xml(
    status,
    `<ErrorResponse xmlns="${namespace}">${inner}<RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
  );
};

const result = (name: string, namespace: string, fields: Readonly<Record<string, string>>): string => {
  const inner = Object.entries(fields).map(([field, value]) => `<${field}>${escape(value)}</${field}>`);
  const metadata = `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;
  return `<${name}Response xmlns="${namespace}"><${name}Result>${inner.join("")}</${name}Result>${metadata}</${name}Response>`;
};

/** An answer in XML, as the older services give it. */
export const xml = (status: number, body: string): Answer => ({
  status,
  headers: { "content-type": "text/xml" },
  body,
});

/** For text between tags. */
export const escape = (text: string): string => text.replace(/[&<>]/g, (each) => `&#${each.charCodeAt(0)};`);
