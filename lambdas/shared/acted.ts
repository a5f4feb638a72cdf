import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type * as z from "zod";
import type { Ports } from "#adapters/ports.ts";
import type { RevisedBy } from "#core/appointment/revise.ts";
import { staffView } from "#core/appointment/view.ts";
import { isRefusal } from "#core/errors.ts";
import { once } from "#steps/once.ts";
import type { Act } from "./pressed.ts";
import { answer, refuse } from "./problems.ts";
import { body, deployed, idempotency } from "./request.ts";
import { staffOf } from "./staff.ts";

interface StaffBody {
  readonly version?: number | undefined;
  readonly reason?: string | undefined;
  readonly onBehalfOf?: "customer" | undefined;
}

/** What staff do to an appointment, in their own name; the same request again does nothing more. */
export const acted =
  <Body extends StaffBody>(schema: z.ZodType<Body>, act: Act<Body>) =>
  async (ports: Ports, event: APIGatewayProxyEventV2) => {
    const company = deployed(ports, event);
    const { policy } = company;
    const { name } = staffOf(event, policy.pack);
    const asked = body(event, schema);
    const by: RevisedBy = { actor: `staff:${name}`, reason: asked.reason, onBehalfOf: asked.onBehalfOf };
    const code = event.pathParameters?.["id"] ?? "";
    const after = await once(ports, idempotency(event, policy.pack), code, (alongside) =>
      act(ports, company, { ...asked, code, by, alongside }),
    );
    return isRefusal(after) ? refuse(after) : answer(200, staffView(policy, after, ports.now()));
  };
