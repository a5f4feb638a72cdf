import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Ports } from "#adapters/ports.ts";
import { accountBody, accountsBody } from "#api/access-schemas.ts";
import { type Account, accountIdShape, accountView } from "#core/customer/account.ts";
import { entitlementsView } from "#core/customer/entitled.ts";
import { licenceProblem } from "#core/customer/entitlement.ts";
import { isRefusal } from "#core/errors.ts";
import type { Policy } from "#core/policy/shape.ts";
import { readAccount } from "#steps/access.ts";
import { enterAccounts } from "#steps/enter-accounts.ts";
import { type Acting, acting } from "./acting.ts";
import { named } from "./named.ts";
import { answer, RequestProblem, refuse } from "./problems.ts";
import { body, idempotency } from "./request.ts";

const theAccount = async (
  ports: Ports,
  event: APIGatewayProxyEventV2,
  { pack }: Acting,
): Promise<Account> => {
  const account = await readAccount(ports, pack, named(event));
  if (account === undefined) throw new RequestProblem("not-found", "There is no such account.");
  return account;
};

/** All that is wrong with an import at once, each with its place. */
const checkLicences = (policy: Policy, accounts: readonly { readonly licence: string }[]): void => {
  const errors = accounts.flatMap(({ licence }, at) => {
    const problem = licenceProblem(policy, licence);
    return problem === undefined ? [] : [{ place: `accounts.${at}.licence`, message: problem.detail }];
  });
  if (errors.length > 0)
    throw new RequestProblem("unknown-licence", "Some licences are not in the policy.", errors);
};

const seeAccount = async (ports: Ports, event: APIGatewayProxyEventV2) =>
  answer(200, accountView(await theAccount(ports, event, acting(ports, event))));

const seeEntitlements = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const who = acting(ports, event);
  const { policy } = who.company;
  const account = await theAccount(ports, event, who);
  return answer(200, entitlementsView(policy, account, ports.now()));
};

const enterAccount = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { company, pack, staff } = acting(ports, event);
  const id = named(event);
  if (!accountIdShape.test(id))
    throw new RequestProblem(
      "invalid-request",
      "An account's id has letters, digits, dots, hyphens, 64 at most.",
    );
  const { rev: seen, ...facts } = body(event, accountBody);
  const actor = `staff:${staff.name}` as const;
  const entered = await enterAccounts(
    ports,
    company,
    [{ id, ...facts, seen }],
    actor,
    idempotency(event, pack),
  );
  return isRefusal(entered) ? refuse(entered) : answer(200, entered.map(accountView)[0] ?? {});
};

const importAccounts = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { company, pack, staff } = acting(ports, event);
  const { accounts, check = false } = body(event, accountsBody);
  checkLicences(company.policy, accounts);
  if (check) return answer(200, { checked: accounts.length });
  const actor = `staff:${staff.name}` as const;
  const entered = await enterAccounts(ports, company, accounts, actor, idempotency(event, pack));
  return isRefusal(entered) ? refuse(entered) : answer(200, { entered: entered.length });
};

/** What staff see and enter about accounts. */
export const accounts = {
  "POST /v1/{pack}/staff/accounts": importAccounts,
  "GET /v1/{pack}/staff/accounts/{id}": seeAccount,
  "PUT /v1/{pack}/staff/accounts/{id}": enterAccount,
  "GET /v1/{pack}/staff/accounts/{id}/entitlements": seeEntitlements,
} as const;
