import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type * as z from "zod";
import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import type { AttendanceRefusal } from "#core/appointment/attendance.ts";
import { isRefusal } from "#core/errors.ts";
import type { ChangeRefusal, RevisionRequest } from "#steps/decide-revision.ts";
import { opened } from "./link.ts";
import { linkView } from "./link-view.ts";
import { answer, refuse } from "./problems.ts";
import { body } from "./request.ts";

/** Something that can be done to an appointment, by whoever may. */
export type Act<Body> = (
  ports: Ports,
  deployed: DeployedPolicy,
  request: RevisionRequest & Body,
) => Promise<Appointment | ChangeRefusal | AttendanceRefusal>;

/** One press of a customer's button: for the token's own appointment, on the version that the page showed. */
export const pressed =
  <Body extends object>(schema: z.ZodType<Body>, act: Act<Body>) =>
  async (ports: Ports, event: APIGatewayProxyEventV2) => {
    const { claim, deployed } = await opened(ports, event);
    const by = { actor: "customer", proven: claim.given === "mail" } as const;
    const after = await act(ports, deployed, { ...body(event, schema), code: claim.subject, by });
    return isRefusal(after) ? refuse(after) : answer(200, await linkView(ports, deployed, after));
  };
