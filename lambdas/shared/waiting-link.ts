import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type * as z from "zod";
import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import { linkAcceptBody, linkDeclineBody } from "#api/schemas.ts";
import type { LinkClaim } from "#core/appointment/links.ts";
import { isRefusal } from "#core/errors.ts";
import type { Entry } from "#core/waiting/entry.ts";
import { type AnswerRefused, type AnswerRequest, acceptOffer, declineOffer } from "#steps/waiting/answer.ts";
import { readEntry } from "#steps/waiting/read.ts";
import { viewEntry } from "#steps/waiting/view.ts";
import { claimed, invalid } from "./link.ts";
import { answer, refuse } from "./problems.ts";
import { body } from "./request.ts";

/** The place on the waiting list that a token opens, as the page shows it. */
export const placeView = async (
  ports: Ports,
  { claim, deployed }: { readonly claim: LinkClaim; readonly deployed: DeployedPolicy },
) => {
  const entry = await readEntry(ports, { pack: claim.pack, code: claim.subject });
  if (entry === undefined) throw invalid();
  return viewEntry(ports, deployed, entry);
};

type Answer<Body> = (
  ports: Ports,
  deployed: DeployedPolicy,
  request: AnswerRequest & Body,
) => Promise<Entry | AnswerRefused>;

/** One press of a button of somebody who waits: for the token's own place, on the version that the page showed. */
const answeredBy =
  <Body extends { readonly version: number }>(schema: z.ZodType<Body>, act: Answer<Body>) =>
  async (ports: Ports, event: APIGatewayProxyEventV2) => {
    const { claim, deployed } = await claimed(ports, event);
    if (claim.purpose !== "offer") throw invalid();
    const asked = body(event, schema);
    const after = await act(ports, deployed, {
      ...asked,
      code: claim.subject,
      proven: claim.given === "mail",
    });
    return isRefusal(after) ? refuse(after) : answer(200, await viewEntry(ports, deployed, after));
  };

/** What somebody who waits can do about an offer. */
export const offerActs = {
  "POST /v1/link/accept": answeredBy(linkAcceptBody, acceptOffer),
  "POST /v1/link/decline": answeredBy(linkDeclineBody, declineOffer),
} as const;
