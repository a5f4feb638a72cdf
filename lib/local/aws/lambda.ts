import type { Lambdas } from "../lambda.ts";
import type { Invoked } from "../ports.ts";
import type { Answer, Request } from "../server.ts";
import { arn, functionName } from "../template/account.ts";
import type { LambdaFunction } from "../template/records.ts";
import { AwsError, unknownAction } from "./aws-error.ts";
import { jsonAnswer, jsonError } from "./json.ts";

const invocation = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;
const oneFunction = /^\/2015-03-31\/functions\/([^/]+)$/;
const allFunctions = /^\/2015-03-31\/functions\/?$/;

/** Lambda's REST interface, for a person at the AWS CLI and for steps that call other steps. */
export const lambdaEndpoint =
  (lambdas: Lambdas) =>
  async (request: Request): Promise<Answer> => {
    try {
      return await route(lambdas, request);
    } catch (error) {
      return jsonError(error);
    }
  };

const route = async (lambdas: Lambdas, request: Request): Promise<Answer> => {
  const { method, path } = request;
  const invoked = invocation.exec(path)?.[1];
  if (method === "POST" && invoked !== undefined) return invoke(lambdas, find(lambdas, invoked), request);
  const described = oneFunction.exec(path)?.[1];
  if (method === "GET" && described !== undefined)
    return jsonAnswer({ Configuration: configuration(find(lambdas, described)) });
  if (method === "GET" && allFunctions.test(path))
    return jsonAnswer({ Functions: lambdas.functions.map(configuration) });
  throw unknownAction("lambda", `${method} ${path}`);
};

const find = ({ functions }: Lambdas, reference: string): LambdaFunction => {
  const name = functionName(decodeURIComponent(reference));
  const found = functions.find((each) => each.name === name);
  if (found !== undefined) return found;
  throw new AwsError(
    "ResourceNotFoundException",
    `Function not found: ${arn("lambda", `function:${name}`)}`,
    404,
  );
};

const invoke = async (
  { invoke: run }: Lambdas,
  { name }: LambdaFunction,
  request: Request,
): Promise<Answer> => {
  const payload = payloadOf(request);
  const type = request.headers["x-amz-invocation-type"] ?? "RequestResponse";
  if (type === "DryRun") return { status: 204 };
  const running = run(name, payload);
  if (type === "Event") return { status: 202 };
  return invokedAnswer(await running);
};

const payloadOf = ({ body }: Request): unknown => {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    throw new AwsError("InvalidRequestContentException", "Could not parse request body into json.");
  }
};

const invokedAnswer = (invoked: Invoked): Answer =>
  invoked.ok
    ? jsonAnswer(invoked.payload, 200, { "x-amz-executed-version": "$LATEST" })
    : jsonAnswer(JSON.parse(invoked.cause), 200, { "x-amz-function-error": "Unhandled" });

const configuration = ({ name, handler, timeoutSeconds }: LambdaFunction) => ({
  FunctionName: name,
  FunctionArn: arn("lambda", `function:${name}`),
  Runtime: "nodejs24.x",
  Handler: `index.${handler}`,
  Timeout: timeoutSeconds,
  Version: "$LATEST",
});
