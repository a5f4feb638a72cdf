import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import type { CaseRequest } from "#core/case/register.ts";
import type { WorkCalendar } from "#core/case/work-calendar.ts";
import { type Taken, taken } from "#core/contacts/call.ts";
import { isRefusal } from "#core/errors.ts";
import { type ContactRefusal, chooseContact } from "./choose.ts";

/** What is registered of a call with a question: an inquiry by phone, unless somebody says that it is something else. */
export const asCall = (request: CaseRequest): CaseRequest =>
  request.question === undefined
    ? request
    : { ...request, kind: request.kind ?? "inquiry", channel: "phone", mailbox: "phone" };

/** Whom a call comes to now; `undefined` for whatever is none. */
export const takeCall = async (
  ports: Ports,
  company: DeployedPolicy,
  { question }: Pick<CaseRequest, "question">,
  calendar: WorkCalendar,
): Promise<Taken | ContactRefusal | undefined> => {
  const { contacts } = company.policy;
  if (question === undefined) return undefined;
  const choice = await chooseContact(ports, company, question, ports.now());
  if (isRefusal(choice) || contacts === undefined) return isRefusal(choice) ? choice : undefined;
  return taken(choice, contacts, calendar, ports.now());
};
