import { randomUUID } from "node:crypto";
import { isObject, parseJson } from "#local/states/json.ts";

/** A task token, readable by us alone; it names its execution, so that one that is over is told from one that never was. */
export const newToken = (execution: string): string =>
  Buffer.from(JSON.stringify({ execution, once: randomUUID() })).toString("base64url");

/** The ARN of the execution that a token belongs to; `undefined` when we never made it. */
export const executionOf = (token: string): string | undefined => {
  const content = parseJson(Buffer.from(token, "base64url").toString());
  const execution = isObject(content) ? content["execution"] : undefined;
  return typeof execution === "string" ? execution : undefined;
};
