import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { Role } from "#api/roles.ts";
import { RequestProblem } from "./problems.ts";
import { deployed } from "./request.ts";
import { type Staff, staffOf } from "./staff.ts";

/** A member of staff at work, and the company that they work for. */
export interface Acting {
  readonly company: DeployedPolicy;
  readonly pack: string;
  readonly staff: Staff;
}

/**
 * Who asks, and for whom.
 * @param least the role that it takes; the board may do what managers may.
 * @throws RequestProblem `unknown-pack`, `unauthorized`, `forbidden`
 */
export const acting = (
  ports: Ports,
  event: APIGatewayProxyEventV2,
  least: "staff" | "manager" = "staff",
): Acting => {
  const company = deployed(ports, event);
  const { pack } = company.policy;
  const staff = staffOf(event, pack);
  if (least === "manager" && !staff.roles.some(decides))
    throw new RequestProblem("forbidden", "This is for a manager to decide.");
  return { company, pack, staff };
};

const decides = (role: Role): boolean => role === "manager" || role === "board";
