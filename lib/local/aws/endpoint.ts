import type { Clock } from "../ports.ts";
import type { Answer, Request } from "../server.ts";
import { AwsError } from "./aws-error.ts";
import { jsonError } from "./json.ts";

export type ServiceEndpoint = (request: Request) => Promise<Answer>;

/** One address for all services: the scope that a request was signed for says whose it is. */
export const awsEndpoint =
  (services: Readonly<Record<string, ServiceEndpoint>>, clock: () => Clock): ServiceEndpoint =>
  async (request) => {
    const service = serviceOf(request);
    const endpoint = services[service];
    if (endpoint === undefined)
      return jsonError(new AwsError("UnknownService", `The local world does not serve "${service}".`));
    return clock().inFlight(() => endpoint(request));
  };

const targets: readonly (readonly [prefix: string, service: string])[] = [
  ["AWSStepFunctions.", "states"],
  ["DynamoDB_", "dynamodb"],
];

/** `Credential=KEY/20261201/eu-west-1/states/aws4_request`; unsigned requests are told by X-Amz-Target. */
const serviceOf = ({ headers }: Request): string => {
  const scope = /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\/aws4_request/.exec(headers.authorization ?? "")?.[1];
  const target = String(headers["x-amz-target"] ?? "");
  return scope ?? targets.find(([prefix]) => target.startsWith(prefix))?.[1] ?? "an unsigned request";
};
