import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import { broughtBy, feeState, noShowRule } from "#core/customer/consequence.ts";
import type { Counted } from "#core/customer/counted.ts";
import type { Customer } from "#core/customer/customer.ts";
import { settleFee } from "#core/customer/fees.ts";
import { giveWord, noShowRecord, waive } from "#core/customer/strikes.ts";
import type { Refusal } from "#core/errors.ts";
import { previewSaid, type StandingSaid, sayOfCustomer, type Word } from "./customer-said.ts";

type Waiver = StandingSaid & { readonly reason: string };
type Judged = StandingSaid & { readonly applies: boolean };

/** A strike counts no more, on a named person's word and for a reason; what followed from it is computed without it. */
export const waiveStrike = (ports: Ports, deployed: DeployedPolicy, said: Waiver) =>
  sayOfCustomer(ports, deployed, said, waiver(said));

export const previewWaiver = (ports: Ports, deployed: DeployedPolicy, said: Waiver) =>
  previewSaid(ports, deployed, said, waiver(said));

const waiver = (said: Waiver): Word<typeof noStrike> => ({
  action: "strike-waived",
  decide: (customer, at) => {
    const { late, missed, waived } = noShowRecord(customer, said.code);
    if (waived !== undefined) return customer;
    if (late === undefined && missed === undefined) return noStrike;
    return waive(customer, said.code, { by: said.actor, at, reason: said.reason });
  },
});

const noStrike: Refusal<"not-found"> = {
  refused: "not-found",
  detail: "Nothing about this session counts against its customer.",
};

/** Where the policy leaves it to a person: whether the consequence of a repeated no-show applies, or is dropped. */
export const judgeStrike = (ports: Ports, deployed: DeployedPolicy, said: Judged) =>
  sayOfCustomer(ports, deployed, said, judgement(deployed, said));

export const previewJudgement = (ports: Ports, deployed: DeployedPolicy, said: Judged) =>
  previewSaid(ports, deployed, said, judgement(deployed, said));

const judgement = ({ policy }: DeployedPolicy, said: Judged): Word<typeof noWord> => ({
  action: said.applies ? "consequence-applied" : "consequence-dropped",
  decide: (customer, at, counted) => {
    const rule = noShowRule(policy);
    const brought = rule && broughtBy(rule, counted).find(({ strike }) => strike.code === said.code);
    if (rule?.applies !== "after-word" || brought === undefined) return noWord;
    if (noShowRecord(customer, said.code).word?.applies === said.applies) return customer;
    const reason = said.reason !== undefined && { reason: said.reason };
    return giveWord(customer, said.code, { by: said.actor, at, applies: said.applies, ...reason });
  },
});

const noWord: Refusal<"not-found"> = {
  refused: "not-found",
  detail: "No consequence of this session waits for anybody's word.",
};

/** Marks what a customer has accepted to pay; each fee is settled once. */
export const settleFeeOf = (
  ports: Ports,
  deployed: DeployedPolicy,
  said: StandingSaid & { readonly as: "paid" | "waived" },
) =>
  sayOfCustomer(ports, deployed, said, {
    action: `fee-${said.as}`,
    decide: (customer, at, counted) =>
      feeProblem(deployed, customer, counted, said) ??
      settleFee(customer, said.code, { as: said.as, by: said.actor, at }),
  });

/** Settled the same way before is as good; a fee that is owed no more cannot be paid. */
const feeProblem = (
  { policy }: DeployedPolicy,
  customer: Customer,
  counted: Counted,
  { code, as }: { readonly code: string; readonly as: string },
): Refusal<"not-found" | "already-over"> | Customer | undefined => {
  const fee = customer.fees?.[code];
  if (fee === undefined) return { refused: "not-found", detail: "No fee was accepted for this session." };
  const state = feeState(noShowRule(policy), counted, fee);
  if (state === "owed") return undefined;
  return state === as ? customer : { refused: "already-over", detail: `This fee is ${state} already.` };
};
