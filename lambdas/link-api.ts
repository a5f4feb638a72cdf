import { linkBody, linkChangeBody } from "#api/schemas.ts";
import { confirmAppointment } from "#steps/confirm.ts";
import { cancelAppointment, changeAppointment } from "#steps/revise.ts";
import { api } from "./shared/api.ts";
import { caseActs, casePage } from "./shared/case-link.ts";
import { feedbackGiven, feedbackPage } from "./shared/feedback-link.ts";
import { claimed, opened } from "./shared/link.ts";
import { linkView } from "./shared/link-view.ts";
import { offerOrCost } from "./shared/offer-or-cost.ts";
import { pressed } from "./shared/pressed.ts";
import { answer } from "./shared/problems.ts";
import { placeView } from "./shared/waiting-link.ts";

/** What a customer does by the links in our mails. Looking never writes; every button names the version that it saw. */
export const handler = api<"link">({
  "GET /v1/link": async (ports, event) => {
    const link = await claimed(ports, event);
    if (link.claim.purpose === "offer") return answer(200, await placeView(ports, link));
    if (link.claim.purpose === "feedback") return answer(200, await feedbackPage(ports, link));
    if (link.claim.purpose === "case") return answer(200, await casePage(ports, link));
    const { deployed, appointment } = await opened(ports, event);
    return answer(200, await linkView(ports, deployed, appointment));
  },
  "POST /v1/link/confirm": pressed(linkBody, confirmAppointment),
  "POST /v1/link/change": pressed(linkChangeBody, changeAppointment),
  "POST /v1/link/cancel": pressed(linkBody, cancelAppointment),
  "POST /v1/link/feedback": feedbackGiven,
  ...caseActs,
  ...offerOrCost,
});
