import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { Ports } from "#adapters/ports.ts";
import { caseActs } from "./case-link.ts";
import { claimed } from "./link.ts";
import { offerActs } from "./waiting-link.ts";

type Answer = (ports: Ports, event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

/** What the token was given for says what is accepted or declined: a time that is offered, or costs that were told. */
const byPurpose =
  (offer: Answer, cost: Answer): Answer =>
  async (ports, event) => {
    const { claim } = await claimed(ports, event);
    return claim.purpose === "case" ? cost(ports, event) : offer(ports, event);
  };

export const offerOrCost = {
  "POST /v1/link/accept": byPurpose(offerActs["POST /v1/link/accept"], caseActs["POST /v1/link/accept"]),
  "POST /v1/link/decline": byPurpose(offerActs["POST /v1/link/decline"], caseActs["POST /v1/link/decline"]),
} as const;
