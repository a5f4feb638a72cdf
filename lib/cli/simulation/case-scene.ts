import type { DeployedPolicy } from "#adapters/ports.ts";
import type { CustomerAct, CustomerWish, StaffAct, StaffWish } from "#core/case/action.ts";
import { waitingNotice } from "#core/case/cost.ts";
import type { CaseRequest } from "#core/case/register.ts";
import { isRefusal } from "#core/errors.ts";
import { day, instant, minute, plus } from "#core/time.ts";
import { actOnCase, answerCase } from "#steps/case/act.ts";
import { readCase } from "#steps/case/read.ts";
import { registerCase } from "#steps/case/register.ts";
import { Mistake } from "../mistake.ts";
import { agreed } from "./agreed.ts";
import { type AwayFor, createAway } from "./away.ts";
import { createMailRoom } from "./mail-room.ts";
import type { Simulation } from "./world.ts";

export interface Bringing {
  /** Left out: triage says. */
  readonly kind?: CaseRequest["kind"];
  readonly topic?: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Whose holidays count; left out: the company's own. */
  readonly region?: string;
}

/** What people do in the story of a case, and how time passes in between. */
export interface CaseScene {
  customerBrings(what: Bringing): Promise<void>;
  /** The answering service takes a call with a question of the matrix. */
  customerCalls(question: string, what: Bringing): Promise<void>;
  /** They answer a mail about their case. */
  customerWrites(text: string): Promise<void>;
  isAway(wish: AwayFor): Promise<void>;
  /** That absence cannot be entered, for this reason. */
  awayIsRefused(wish: AwayFor, reason: string): Promise<void>;
  /** In the name of Sanne, unless another is named. */
  staffDo<Act extends StaffAct>(act: Act, wish: StaffWish[Act], name?: string): Promise<void>;
  /** That cannot be done now, for this reason. */
  staffAreRefused<Act extends StaffAct>(act: Act, wish: StaffWish[Act], reason: string): Promise<void>;
  /** By the link in a mail. */
  customerDoes<Act extends CustomerAct>(act: Act, wish: CustomerWish[Act]): Promise<void>;
  /** What waits for it, by the link in a mail. */
  customerAnswersCosts(act: "accept" | "decline"): Promise<void>;
  timePassesTo(at: string): Promise<void>;
  /** Until it has closed by itself, and the customer was asked whether they are satisfied, where the policy asks. */
  timePassesUntilAsked(): Promise<void>;
}

/** @throws Mistake when the policy refuses what the story asks for, or does not refuse what it should. */
export const createCaseScene = (world: Simulation, deployed: DeployedPolicy): CaseScene => {
  const { ports, clock } = world;
  const { pack } = deployed.policy;
  const id = { pack, number: "" };
  const staffAct: CaseScene["staffDo"] = async (act, wish, name = "sanne") => {
    agreed(await actOnCase(ports, id, act, wish, { actor: `staff:${name}` }));
    await world.settle();
  };
  const registers = async (request: CaseRequest) => {
    const idempotency = { pack, key: "the-story", fingerprint: "the-story" };
    id.number = agreed(await registerCase(ports, deployed, request, idempotency)).number;
    await world.settle();
  };
  const mailComes = createMailRoom(ports, pack);
  const away = createAway(world, deployed);
  return {
    ...away,
    customerBrings: (what) => registers(requestOf(deployed, what)),
    customerCalls: (question, what) =>
      registers({
        ...requestOf(deployed, what),
        channel: "phone",
        question,
        actor: "staff:reception",
      }),
    customerWrites: async (text) => {
      const it = await readCase(ports, id);
      if (it === undefined) throw new Mistake("nobody can answer about a case that is not there");
      await mailComes(it, text);
      await world.settle();
    },
    staffDo: staffAct,
    staffAreRefused: async (act, wish, reason) => {
      const result = await actOnCase(ports, id, act, wish, { actor: "staff:sanne" });
      if (!isRefusal(result) || result.refused !== reason)
        throw new Mistake(`the story cannot be played: "${act}" was not refused as ${reason}`);
    },
    customerDoes: async (act, wish) => {
      agreed(await answerCase(ports, id, act, wish));
      await world.settle();
    },
    customerAnswersCosts: async (act) => {
      const notice = waitingNotice((await readCase(ports, id))?.requests ?? []);
      agreed(await answerCase(ports, id, act, { notice }));
      await world.settle();
    },
    timePassesTo: async (at) => void (await clock.advance(instant(at))),
    timePassesUntilAsked: () => untilQuiet(world, id),
  };
};

/** Longer than any policy takes to close and to ask; a case that still stands then never ends by itself. */
const longestWait = 120;

const untilQuiet = async ({ ports, clock }: Simulation, id: { pack: string; number: string }) => {
  for (let days = 0; days < longestWait; days += 1) {
    const it = await readCase(ports, id);
    if (it?.status === "closed" && it.askAt === undefined) break;
    await clock.advance(plus(clock.now(), day));
  }
  await clock.advance(plus(clock.now(), 5 * minute));
};

/** Noor, who reads English where the company writes it: the command speaks English too. */
const requestOf = ({ policy }: DeployedPolicy, { region, ...what }: Bringing): CaseRequest => ({
  ...what,
  customer: {
    name: "Noor Bakker",
    email: "noor@customer.example",
    ...(region !== undefined && { region }),
  },
  language: policy.languages.includes("en") ? "en" : (policy.languages[0] ?? "en"),
  channel: "portal",
  actor: "customer",
});
