import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { type Problem, type ProblemCode, problem } from "#api/problem.ts";
import type { Refusal } from "#core/errors.ts";

/** Thrown where a request is parsed; a refusal of the core comes back as a value instead. */
export class RequestProblem extends Error {
  readonly problem: Problem;

  constructor(code: ProblemCode, detail: string, errors?: Problem["errors"]) {
    super(detail);
    this.problem = problem(code, detail, errors);
  }
}

export const answer = (status: number, body: object): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
  body: JSON.stringify(body),
});

/** A file to be saved: whatever it says it is, no browser shows it in our name. */
export const handOut = (file: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): APIGatewayProxyStructuredResultV2 => ({
  statusCode: 200,
  headers: {
    "content-type": "application/octet-stream",
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  },
  isBase64Encoded: true,
  body: Buffer.from(file.bytes).toString("base64"),
});

export const refuse = ({ refused, detail, facts }: Refusal<ProblemCode>): APIGatewayProxyStructuredResultV2 =>
  answerProblem(problem(refused, detail, undefined, facts));

export const answerProblem = (what: Problem): APIGatewayProxyStructuredResultV2 => ({
  ...answer(what.status, what),
  headers: {
    "content-type": "application/problem+json; charset=utf-8",
    "cache-control": "no-store",
    ...(what.status === 503 && { "retry-after": "1" }),
  },
});
