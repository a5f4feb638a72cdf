import type { Benefit, Need } from "#core/policy/benefits.ts";
import type { Account } from "./account.ts";
import { type AssuranceState, assuranceInWords } from "./assurance.ts";

interface Met {
  readonly has: boolean;
  readonly why: string;
}

/** Whether an account has one of the benefits, with every condition in words: each that is met, each that is not. */
export const benefitOf = ({ id, needs }: Benefit, account: Account, assurance: AssuranceState): Met => {
  const conditions = needs.map((need) => conditionsOf[need](account, assurance));
  return {
    has: conditions.every(({ has }) => has),
    why: [
      ...(conditions.length === 0 ? ["Every account has it."] : conditions.map(({ why }) => why)),
      ...(id === "source-escrow" && account.escrow?.priority === true
        ? ["Access before others was arranged with the agent."]
        : []),
    ].join(" "),
  };
};

const conditionsOf: { readonly [N in Need]: (account: Account, assurance: AssuranceState) => Met } = {
  assurance: (_account, assurance) => ({
    has: assurance.state === "active",
    why: assuranceInWords(assurance),
  }),
  "current-software": ({ currentSoftware }) => ({
    has: currentSoftware === true,
    why:
      currentSoftware === undefined
        ? "Nobody has said whether its software is the current one."
        : currentSoftware
          ? "Its software is the current one."
          : "Its software is not the current one.",
  }),
  check: ({ escrow: { checkedOn } = {} }) => ({
    has: checkedOn !== undefined,
    why:
      checkedOn === undefined
        ? "Its right has not been checked yet."
        : `Its right was checked on ${checkedOn}.`,
  }),
};
