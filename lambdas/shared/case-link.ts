import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type * as z from "zod";
import type { Ports } from "#adapters/ports.ts";
import { linkAnswerBody, linkCostBody, linkEscalateBody, linkSatisfactionBody } from "#api/case-schemas.ts";
import type { CustomerAct, CustomerWish } from "#core/case/action.ts";
import type { Case } from "#core/case/case.ts";
import { caseLink } from "#core/case/link.ts";
import { caseView } from "#core/case/view.ts";
import { isRefusal } from "#core/errors.ts";
import { answerCase } from "#steps/case/act.ts";
import { readCosts } from "#steps/case/costs.ts";
import { openQuestions } from "#steps/case/questions.ts";
import { readCase } from "#steps/case/read.ts";
import { rulesOf } from "#steps/case/rules.ts";
import { filesFromCustomer } from "#steps/mail/mails-of-case.ts";
import { claimed, invalid } from "./link.ts";
import { answer, refuse } from "./problems.ts";
import { body } from "./request.ts";

type Claimed = Awaited<ReturnType<typeof claimed>>;

/** The case that a token opens, as its page shows it. Whoever else was written to about it acts at the desk, or by mail. */
export const casePage = async (ports: Ports, { claim }: Claimed) => {
  if (claim.recipient !== "customer") throw invalid();
  const it = await readCase(ports, { pack: claim.pack, number: claim.subject });
  if (it === undefined) throw invalid();
  return view(ports, it);
};

const view = async (ports: Ports, it: Case) => {
  const [rules, questions, costs, files, replyTo] = await Promise.all([
    rulesOf(ports, it),
    openQuestions(ports, it),
    readCosts(ports, it),
    filesFromCustomer(ports, it),
    ports.links.replyAddress(caseLink(it, "mail", "customer")),
  ]);
  return caseView(rules, it, { now: ports.now(), questions, costs, files, replyTo });
};

/** One press of a customer's button: for the token's own case. */
const pressed =
  <Act extends CustomerAct>(act: Act, schema: z.ZodType<{ version: number; wish: CustomerWish[Act] }>) =>
  async (ports: Ports, event: APIGatewayProxyEventV2) => {
    const { claim } = await claimed(ports, event);
    if (claim.purpose !== "case" || claim.recipient !== "customer") throw invalid();
    const { version, wish } = body(event, schema);
    const id = { pack: claim.pack, number: claim.subject };
    const it = await readCase(ports, id);
    if (it === undefined) throw invalid();
    if (it.version !== version)
      return refuse({
        refused: "changed-meanwhile",
        detail: "It has changed since you opened it; look again.",
      });
    const after = await answerCase(ports, id, act, wish);
    return isRefusal(after) ? refuse(after) : answer(200, await view(ports, after));
  };

/** The version says what the page showed, and is no part of the wish. */
const apart = <Wish>({ version, ...wish }: Wish & { readonly version: number }) => ({ version, wish });

/** What customers do by the link in a mail about their case. */
export const caseActs = {
  "POST /v1/link/answer": pressed("answer", linkAnswerBody.transform(apart)),
  "POST /v1/link/escalate": pressed("escalate", linkEscalateBody.transform(apart)),
  "POST /v1/link/accept": pressed("accept", linkCostBody.transform(apart)),
  "POST /v1/link/decline": pressed("decline", linkCostBody.transform(apart)),
  "POST /v1/link/satisfaction": pressed("satisfaction", linkSatisfactionBody.transform(apart)),
} as const;
