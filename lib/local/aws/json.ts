import { randomUUID } from "node:crypto";
import type { Answer, Request } from "../server.ts";
import { AwsError, asAwsError } from "./aws-error.ts";

/** The name after the dot in `AWSStepFunctions.StartExecution`. */
export const targetAction = ({ headers }: Request): string =>
  String(headers["x-amz-target"] ?? "")
    .split(".")
    .at(-1) ?? "";

/** @throws AwsError SerializationException when the body is no JSON object. */
export const jsonBody = (request: Request): Readonly<Record<string, unknown>> => {
  try {
    const parsed: unknown = JSON.parse(request.body.toString("utf8") || "{}");
    if (typeof parsed === "object" && parsed !== null) return parsed as Record<string, unknown>;
  } catch {
    // Told below, together with JSON that is no object.
  }
  throw new AwsError("SerializationException", "The body is not a JSON object.");
};

export const jsonAnswer = (value: unknown, status = 200, more: Record<string, string> = {}): Answer => ({
  status,
  headers: { "content-type": "application/x-amz-json-1.0", "x-amzn-requestid": randomUUID(), ...more },
  body: JSON.stringify(value),
});

export const jsonError = (error: unknown): Answer => {
  const { code, message, status } = asAwsError(error);
  return jsonAnswer({ __type: code, message, Message: message }, status, { "x-amzn-errortype": code });
};
