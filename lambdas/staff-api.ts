import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type * as z from "zod";
import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import { staffCancelBody, staffChangeBody } from "#api/schemas.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import type { RevisedBy } from "#core/appointment/revise.ts";
import { staffView } from "#core/appointment/view.ts";
import { isRefusal } from "#core/errors.ts";
import { taskView } from "#core/task.ts";
import { once } from "#steps/once.ts";
import {
  type ChangeRefusal,
  cancelAppointment,
  changeAppointment,
  type RevisionRequest,
} from "#steps/revise.ts";
import { openTasks } from "#steps/tasks.ts";
import { api } from "./shared/api.ts";
import { answer, refuse } from "./shared/problems.ts";
import { body, deployed, idempotency } from "./shared/request.ts";
import { staffOf } from "./shared/staff.ts";

type Act<Body> = (
  ports: Ports,
  deployed: DeployedPolicy,
  request: RevisionRequest & Body,
) => Promise<Appointment | ChangeRefusal>;

type StaffBody = {
  readonly version?: number | undefined;
  readonly reason?: string | undefined;
  readonly onBehalfOf?: "customer" | undefined;
};

/** What staff do to an appointment, in their own name; the same request again does nothing more. */
const acted =
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

/** What staff may ask and do, each within the company that their token names. */
export const handler = api<"staff">({
  "GET /v1/{pack}/staff/tasks": async (ports, event) => {
    const { pack } = deployed(ports, event).policy;
    staffOf(event, pack);
    return answer(200, { tasks: (await openTasks(ports, pack)).map(taskView) });
  },
  "POST /v1/{pack}/staff/appointments/{id}/change": acted(staffChangeBody, changeAppointment),
  "POST /v1/{pack}/staff/appointments/{id}/cancel": acted(staffCancelBody, cancelAppointment),
});
