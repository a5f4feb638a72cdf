import type { DeployedPolicy } from "#adapters/ports.ts";
import type { StaffAct, StaffWish } from "#core/case/action.ts";
import type { Case } from "#core/case/case.ts";
import type { CaseRequest, Registered } from "#core/case/register.ts";
import { isRefusal } from "#core/errors.ts";
import type { Policy } from "#core/policy/shape.ts";
import { policiesOf } from "#stack/policies.ts";
import { actOnCase, type CaseActRefusal } from "#steps/case/act.ts";
import { nextStep } from "#steps/case/next-step.ts";
import { readCase } from "#steps/case/read.ts";
import { registerCase } from "#steps/case/register.ts";
import { aWorld, type TestWorld } from "./world.ts";

export const policyOf = (pack: string): Policy => {
  const [policy] = policiesOf([pack]);
  if (policy === undefined) throw new Error(`there is no policy of "${pack}"`);
  return policy;
};

export interface CaseWorld extends TestWorld {
  readonly deployed: DeployedPolicy;
}

/** A world in which one company takes cases. It begins on Monday 2 November 2026, 10:00 in Amsterdam. */
export const aCaseWorld = (policy = policyOf("solar"), now = "2026-11-02T09:00:00.000Z"): CaseWorld => {
  const deployed: DeployedPolicy = { policy, version: `${policy.pack}@test` };
  const policies = {
    current: (pack: string) => (pack === policy.pack ? deployed : undefined),
    version: async (pack: string) => (pack === policy.pack ? policy : undefined),
  };
  return { ...aWorld(now), policies, deployed };
};

/** Noor's inverter, by the portal, with all that is needed. */
const aComplaint = (changes: Partial<CaseRequest> = {}): CaseRequest => ({
  topic: "product",
  fields: { model: "SG10RT", description: "No output since Sunday" },
  customer: { name: "Noor Bakker", email: "noor@customer.example" },
  language: "nl",
  channel: "portal",
  actor: "customer",
  ...changes,
});

export const tryToRegister = (world: CaseWorld, changes: Partial<CaseRequest> = {}, key = world.newId()) => {
  const request = aComplaint(changes);
  const { pack } = world.deployed.policy;
  return registerCase(world, world.deployed, request, { pack, key, fingerprint: JSON.stringify(request) });
};

export const aRegisteredCase = async (
  world: CaseWorld,
  changes: Partial<CaseRequest> = {},
): Promise<Registered> => {
  const registered = await tryToRegister(world, changes);
  if (isRefusal(registered)) throw new Error(`not registered: ${registered.refused}`);
  return registered;
};

export const theCase = async (world: CaseWorld, number: string): Promise<Case> => {
  const it = await readCase(world, { pack: world.deployed.policy.pack, number });
  if (it === undefined) throw new Error(`there is no case ${number}`);
  return it;
};

/** Staff act, in the name of Sanne unless another is named. */
export const staffAct = <Act extends StaffAct>(
  world: CaseWorld,
  number: string,
  act: Act,
  wish: StaffWish[Act],
  actor: `staff:${string}` = "staff:sanne",
): Promise<Case | CaseActRefusal> =>
  actOnCase(world, { pack: world.deployed.policy.pack, number }, act, wish, { actor });

/** The execution wakes, as far as it is still the one that watches. */
export const wakeUp = async (world: CaseWorld, number: string, wakes = 0) => {
  const { pack, run } = await theCase(world, number);
  return nextStep(world, { pack, code: number, run, wakes });
};

export const kindsOf = (mails: TestWorld["mails"]): string[] => mails.map(({ mail }) => mail.labels.kind);
