import { deployedPolicies } from "#adapters/policies.ts";
import type { DeployedPolicy } from "#adapters/ports.ts";
import { caseStories } from "#cli/case-stories/all.ts";
import { createCaseScene } from "#cli/simulation/case-scene.ts";
import { createScene } from "#cli/simulation/scene.ts";
import { createSimulation } from "#cli/simulation/world.ts";
import { keptToPlan } from "#cli/stories/kept-to-plan.ts";
import type { Write } from "#core/table.ts";
import { instant } from "#core/time.ts";
import { createMemoryTable } from "#local/memory-table.ts";
import { synthesized } from "../shared/database.ts";
import { type Meter, metered } from "./metered.ts";

/** What one story cost. */
export interface Cost extends Meter {
  /** States that were entered, in all executions. */
  readonly transitions: number;
  /** Lambdas that the machines called. */
  readonly steps: number;
  /** Write units of the first transaction: the booking's or the registration's, and how many of them are for indexes. */
  readonly first: number;
  readonly firstItems: number;
  readonly mails: number;
  readonly texts: number;
}

const deployed = (pack: string): DeployedPolicy =>
  deployedPolicies().find(({ policy }) => policy.pack === pack)!;

/** The appointment that is booked, kept and reviewed; TaxDome's policy, with all its reminders. */
export const costOfAppointment = (): Promise<Cost> => {
  const company = deployed("taxdome");
  return played(company, instant("2026-12-01T08:00:00Z"), (world) =>
    keptToPlan.play(createScene(world, company)),
  );
};

/** The complaint whose three milestones are kept, until the customer has said that they are satisfied. */
export const costOfComplaint = (): Promise<Cost> => {
  const company = deployed("solar");
  const story = caseStories.find(({ name, pack }) => name === "kept" && pack === "solar")!;
  return played(company, story.start, (world) => story.play(createCaseScene(world, company)));
};

const played = async (
  company: DeployedPolicy,
  start: ReturnType<typeof instant>,
  play: (world: ReturnType<typeof createSimulation>) => Promise<void>,
): Promise<Cost> => {
  const meter: Meter = { writeUnits: 0, readUnits: 0 };
  const sent = { mails: 0, texts: 0 };
  let first: Pick<Cost, "first" | "firstItems"> | undefined;
  const accepted = (what: keyof typeof sent) => async () => {
    sent[what] += 1;
    return { outcome: "accepted", messageId: `m-${sent[what]}` } as const;
  };
  const errors: string[] = [];
  const world = createSimulation({
    assembly: synthesized(),
    table: metered(createMemoryTable(), meter),
    start,
    policies: { current: () => company, version: async () => company.policy },
    providers: () => ({ mailer: { send: accepted("mails") }, texter: { send: accepted("texts") } }),
    log: { info: () => {}, error: (message) => void errors.push(message) },
    committed: (writes: readonly Write[]) => {
      first ??= { first: meter.writeUnits, firstItems: writes.length };
    },
  });
  try {
    await play(world);
    if (errors.length > 0) throw new Error(errors.join("; "));
    return { ...meter, ...sent, ...stepsOf(world), first: 0, firstItems: 0, ...first };
  } finally {
    await world.end();
  }
};

const stepsOf = ({ runner }: ReturnType<typeof createSimulation>): Pick<Cost, "transitions" | "steps"> => {
  const executions = runner.machines().flatMap(({ stateMachineArn }) => runner.list(stateMachineArn));
  const types = executions.flatMap(({ executionArn }) =>
    runner.history(executionArn).map(({ type }) => type),
  );
  return {
    transitions: types.filter((type) => type.endsWith("StateEntered")).length,
    steps: types.filter((type) => type === "TaskScheduled" || type === "LambdaFunctionScheduled").length,
  };
};
