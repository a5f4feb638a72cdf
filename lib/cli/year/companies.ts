import { deployedPolicies } from "#adapters/policies.ts";
import type { DeployedPolicy } from "#adapters/ports.ts";
import { Mistake } from "../mistake.ts";
import { noSuchPack } from "../policy-document.ts";
import type { YearsCompany } from "./wishes.ts";

interface Asked {
  readonly appointments: number | undefined;
  readonly cases: number | undefined;
}

/** What comes where nobody says how much; what alone is asked for comes alone. */
const usual = 1000;

/**
 * The company of that name, or all of them, and how much comes to each: appointments and cases are shared out evenly among
 * those that take them.
 * @throws Mistake when a company is asked for what it does not take.
 */
export const yearsCompanies = (name: string | undefined, asked: Asked): YearsCompany[] => {
  const those = deployedPolicies().filter(({ policy }) => name === undefined || policy.pack === name);
  if (those.length === 0) throw noSuchPack(name ?? "");
  const usually = asked.appointments === undefined && asked.cases === undefined ? usual : 0;
  const shares = (what: keyof Asked): number[] => sharesOf(those, what, asked[what] ?? usually);
  for (const what of ["appointments", "cases"] as const) refuseUntaken(those, what, asked[what]);
  const [appointments, cases] = [shares("appointments"), shares("cases")];
  return those.map((deployed, nth) => ({
    deployed,
    appointments: Number(appointments[nth]),
    cases: Number(cases[nth]),
  }));
};

const refuseUntaken = (those: readonly DeployedPolicy[], what: keyof Asked, wanted = 0): void => {
  if (wanted > 0 && !those.some((each) => takes(each, what)))
    throw new Mistake(`${those[0]?.policy.company} takes no ${what}: leave --${what} out`);
};

const takes = ({ policy }: DeployedPolicy, what: keyof Asked): boolean => policy[what] !== undefined;

/** Of ten among three, four, three and three. */
const sharesOf = (companies: readonly DeployedPolicy[], what: keyof Asked, total: number): number[] => {
  const count = companies.filter((each) => takes(each, what)).length;
  let [left, among] = [total, count];
  return companies.map((each) => {
    if (!takes(each, what)) return 0;
    const share = Math.ceil(left / among);
    left -= share;
    among -= 1;
    return share;
  });
};
