import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type * as z from "zod";
import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import { linkBody, linkChangeBody } from "#api/schemas.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import { appointmentView } from "#core/appointment/view.ts";
import { isRefusal } from "#core/errors.ts";
import { confirmAppointment } from "#steps/confirm.ts";
import {
  type ChangeRefusal,
  cancelAppointment,
  changeAppointment,
  type RevisionRequest,
} from "#steps/revise.ts";
import { api } from "./shared/api.ts";
import { opened } from "./shared/link.ts";
import { answer, refuse } from "./shared/problems.ts";
import { body } from "./shared/request.ts";

type Act<Body> = (
  ports: Ports,
  deployed: DeployedPolicy,
  request: RevisionRequest & Body,
) => Promise<Appointment | ChangeRefusal>;

/** One press of a button: for the token's own appointment, on the version that the page showed. */
const pressed =
  <Body extends object>(schema: z.ZodType<Body>, act: Act<Body>) =>
  async (ports: Ports, event: APIGatewayProxyEventV2) => {
    const { claim, deployed } = await opened(ports, event);
    const by = { actor: "customer", proven: claim.given === "mail" } as const;
    const after = await act(ports, deployed, { ...body(event, schema), code: claim.subject, by });
    return isRefusal(after)
      ? refuse(after)
      : answer(200, appointmentView(deployed.policy, after, ports.now()));
  };

/** What a customer does by the links in our mails. Looking never writes; every button names the version that it saw. */
export const handler = api<"link">({
  "GET /v1/link": async (ports, event) => {
    const { deployed, appointment } = await opened(ports, event);
    return answer(200, appointmentView(deployed.policy, appointment, ports.now()));
  },
  "POST /v1/link/confirm": pressed(linkBody, confirmAppointment),
  "POST /v1/link/change": pressed(linkChangeBody, changeAppointment),
  "POST /v1/link/cancel": pressed(linkBody, cancelAppointment),
});
