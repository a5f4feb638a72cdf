import type { AccountFacts } from "#core/customer/account.ts";
import type { Incident, Judgement, Verdict } from "#core/customer/conduct.ts";
import { isRefusal, type Refusal } from "#core/errors.ts";
import { enterAccounts } from "#steps/enter-accounts.ts";
import { type JudgementRefusal, judgeConduct } from "#steps/judge-conduct.ts";
import { reportConduct } from "#steps/report-conduct.ts";
import { type TestWorld, taxdome } from "./world.ts";

/** A request that nobody has sent before. */
export const afresh = (world: TestWorld) => ({ pack: "taxdome", key: world.newId(), fingerprint: "f" });

export const granted = <Value extends object>(value: Value | Refusal): Value => {
  if (isRefusal(value)) throw new Error(`refused: ${value.refused}`);
  return value;
};

export const anAccount = async (world: TestWorld, facts: Partial<AccountFacts> = {}, id = "acme") =>
  granted(
    await enterAccounts(
      world,
      taxdome(world),
      [{ id, licence: "pro", users: 5, ...facts }],
      "staff:anna",
      afresh(world),
    ),
  );

/** Noor was abusive in a session, says Anna. */
export const anIncident = async (world: TestWorld, customer = "noor@customer.example"): Promise<Incident> =>
  granted(
    await reportConduct(
      world,
      taxdome(world),
      { customer, evidence: "Shouted at the host and would not stop.", by: "anna" },
      afresh(world),
    ),
  );

type Judging = Verdict & { readonly id: string } & Partial<Pick<Judgement, "by" | "openBookings">>;

/** By Bram, a manager. */
export const tryToJudge = (world: TestWorld, judging: Judging): Promise<Incident | JudgementRefusal> => {
  const request = {
    reason: "The recording is clear.",
    by: "bram",
    openBookings: "keep",
    ...judging,
  } as const;
  return judgeConduct(world, taxdome(world), request, afresh(world));
};

export const aJudgement = async (world: TestWorld, judging: Judging): Promise<Incident> =>
  granted(await tryToJudge(world, judging));
