import type { DeployedPolicy } from "#adapters/ports.ts";
import type { CustomerAct, CustomerWish, StaffAct, StaffWish } from "#core/case/action.ts";
import { isRefusal } from "#core/errors.ts";
import type { CasePolicy } from "#core/policy/cases.ts";
import type { Policy } from "#core/policy/shape.ts";
import { day, epoch, plus } from "#core/time.ts";
import { actOnCase, answerCase } from "#steps/case/act.ts";
import { readCase } from "#steps/case/read.ts";
import { registerCase } from "#steps/case/register.ts";
import type { Deed, Watched } from "../../oracle/deed.ts";
import type { Place } from "../../simulation/world.ts";
import type { Dice } from "../dice.ts";
import { broughtBy } from "./brought.ts";
import { type Plan, staffPlan } from "./staff.ts";

/** One case, from the moment somebody brings it to whatever is done about it. */
export interface CaseLife {
  /** Unique in the year: it makes the request's Idempotency-Key. */
  readonly number: number;
  readonly world: Place;
  readonly deployed: DeployedPolicy & { readonly policy: Policy & { readonly cases: CasePolicy } };
  readonly dice: Dice;
  /** Told why something was not possible. */
  readonly refused: (code: string) => void;
  /** Told of each case, with a list that goes on growing. */
  readonly watched: (it: Watched) => void;
}

interface Going extends CaseLife {
  readonly id: { readonly pack: string; readonly number: string };
  readonly deeds: Deed[];
  /** What staff will never do. */
  readonly passed: Set<string>;
}

export const beginCase = async (life: CaseLife): Promise<void> => {
  const { world, deployed, dice, number: nth } = life;
  const { pack } = deployed.policy;
  const now = world.clock.now();
  const request = broughtBy(deployed.policy, dice, nth, now);
  const key = `case-${nth}`;
  const registered = await registerCase(world.ports, deployed, request, { pack, key, fingerprint: key });
  if (isRefusal(registered)) return life.refused(registered.refused);
  const { number, kind } = registered;
  const deeds: Deed[] = [];
  const it = await readCase(world.ports, { pack, number });
  life.watched({
    mailbox: it?.mailbox,
    entitled: it?.entitled,
    number,
    kind,
    deeds,
    ...(request.topic !== undefined && { topic: request.topic }),
    region: request.customer.region ?? deployed.policy.holidays?.region ?? "",
    filled: Object.keys(request.fields),
    receivedAt: epoch(request.receivedAt ?? now),
    registeredAt: epoch(now),
  });
  const going = { ...life, id: { pack, number }, deeds, passed: new Set<string>() };
  customerActs(going);
  await staffGoOn(going);
};

/** Staff look at the case, decide, and look again when that is done; once they do nothing more, nobody wakes them. */
const staffGoOn = async (going: Going): Promise<void> => {
  const { world, deployed, id, dice, passed } = going;
  const it = await readCase(world.ports, id);
  const plan = it && staffPlan(deployed.policy.cases, it, passed, dice, world.clock.now());
  if (plan === undefined) return;
  world.clock.at(plan.at, async () => {
    await staffAct(going, plan);
    await staffGoOn(going);
  });
};

const staffAct = async (going: Going, { does, wish }: Plan): Promise<void> => {
  const { world, id, refused, dice } = going;
  const actor = dice.pick(["staff:sanne", "staff:joost"] as const);
  const done = await actOnCase<StaffAct>(world.ports, id, does, wish as StaffWish[StaffAct], { actor });
  if (isRefusal(done)) return refused(done.refused);
  going.deeds.push({ at: epoch(world.clock.now()), by: "staff", does, ...factsOf(wish) });
};

const factsOf = (wish: Plan["wish"]): Pick<Deed, "kind" | "date" | "of"> => ({
  ...("kind" in wish && { kind: wish.kind }),
  ...("by" in wish && { date: wish.by }),
  ...("newDate" in wish && { date: wish.newDate }),
  ...("of" in wish && wish.of !== undefined && { of: wish.of }),
});

/** Some never say anything; others answer, ask for somebody else, or say how it was, whenever they please. */
const customerActs = (going: Going): void => {
  const { world, dice } = going;
  const count = Math.floor(dice.between(0, 4));
  for (let nth = 0; nth < count; nth += 1) {
    const at = plus(world.clock.now(), Math.floor(dice.between(day / 4, 80 * day)));
    const [does, wish] = dice.pick(sayings(nth));
    world.clock.at(at, () => customerAct(going, does, wish));
  }
};

const text = "Said in a year that never was";

type Saying = readonly [CustomerAct, CustomerWish[CustomerAct]];

/** Never twice in the same words: those count as one press. */
const sayings = (nth: number): readonly Saying[] => {
  const own = { text: `${text}, ${nth}` };
  return [
    ["answer", own],
    ["answer", own],
    ["escalate", own],
    ["satisfaction", { satisfied: true }],
    ["satisfaction", { satisfied: false, ...own }],
  ];
};

const customerAct = async (
  going: Going,
  does: CustomerAct,
  wish: CustomerWish[CustomerAct],
): Promise<void> => {
  const { world, id, refused } = going;
  const before = await readCase(world.ports, id);
  const done = await answerCase(world.ports, id, does, wish);
  if (isRefusal(done)) return refused(done.refused);
  going.deeds.push({ at: epoch(world.clock.now()), by: "customer", does });
  // Staff had put it away: whoever is asked again begins anew.
  if (before?.closeAt !== done.closeAt || before?.status !== done.status) {
    going.passed.clear();
    await staffGoOn(going);
  }
};
