import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { Appointment } from "#core/appointment/appointment.ts";
import type { LinkClaim } from "#core/appointment/links.ts";
import { readAppointment } from "#steps/appointment.ts";
import { RequestProblem } from "./problems.ts";

export interface Opened {
  readonly claim: LinkClaim;
  readonly deployed: DeployedPolicy;
  readonly appointment: Appointment;
}

/**
 * What the token in the `Kept-Link` header opens. Forged, unknown, expired and meant for something else are one answer,
 * so that nobody learns from it what exists.
 * @throws RequestProblem `link-invalid`
 */
export const opened = async (ports: Ports, event: APIGatewayProxyEventV2): Promise<Opened> => {
  const { claim, deployed } = await claimed(ports, event);
  const appointment =
    claim.purpose === "appointment"
      ? await readAppointment(ports, { pack: claim.pack, code: claim.subject })
      : undefined;
  if (appointment === undefined) throw invalid();
  return { claim, deployed, appointment };
};

/**
 * What a token stands for, of whatever purpose.
 * @throws RequestProblem `link-invalid`
 */
export const claimed = async (
  ports: Ports,
  event: APIGatewayProxyEventV2,
): Promise<Pick<Opened, "claim" | "deployed">> => {
  const claim = await ports.links.verify(event.headers["kept-link"] ?? "");
  const deployed = claim && ports.policies.current(claim.pack);
  if (claim === undefined || deployed === undefined) throw invalid();
  return { claim, deployed };
};

/** Whose slots are asked for when a customer looks for another time: the code of the token's own appointment, if any. */
export const mover = async (
  ports: Ports,
  event: APIGatewayProxyEventV2,
  pack: string,
): Promise<string | undefined> => {
  const token = event.headers["kept-link"];
  const claim = token === undefined ? undefined : await ports.links.verify(token);
  return claim?.pack === pack && claim.purpose === "appointment" ? claim.subject : undefined;
};

export const invalid = (): RequestProblem =>
  new RequestProblem(
    "link-invalid",
    "This link is not valid, or no longer. Use the one in the newest mail, or write to us.",
  );
