import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { RequestProblem } from "./problems.ts";

/**
 * What the path names, with `%40` and the like read: API Gateway hands some of them on as they were written.
 * @throws RequestProblem `not-found` for what cannot be read.
 */
export const named = ({ pathParameters }: APIGatewayProxyEventV2): string => {
  try {
    return decodeURIComponent(pathParameters?.["id"] ?? "");
  } catch {
    throw new RequestProblem("not-found", "There is nothing of that name.");
  }
};
