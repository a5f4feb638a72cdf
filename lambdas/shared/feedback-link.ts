import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Ports } from "#adapters/ports.ts";
import { feedbackBody } from "#api/attendance-schemas.ts";
import { feedbackView } from "#core/appointment/view.ts";
import { isRefusal } from "#core/errors.ts";
import { readAppointment } from "#steps/appointment.ts";
import { giveFeedback } from "#steps/give-feedback.ts";
import { claimed, invalid } from "./link.ts";
import { answer, refuse } from "./problems.ts";
import { body } from "./request.ts";

type Claimed = Awaited<ReturnType<typeof claimed>>;

/** The session that a token for feedback opens. */
export const feedbackPage = async (ports: Ports, { claim, deployed }: Claimed) => {
  const appointment = await readAppointment(ports, { pack: claim.pack, code: claim.subject });
  if (appointment === undefined) throw invalid();
  return feedbackView(deployed.policy, appointment);
};

/** One press on that page. */
export const feedbackGiven = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { claim, deployed } = await claimed(ports, event);
  if (claim.purpose !== "feedback") throw invalid();
  const by = { actor: "customer", proven: claim.given === "mail" } as const;
  const after = await giveFeedback(ports, deployed, {
    ...body(event, feedbackBody),
    code: claim.subject,
    by,
  });
  return isRefusal(after) ? refuse(after) : answer(200, feedbackView(deployed.policy, after));
};
