import type { DeployedPolicy, Policies } from "#adapters/ports.ts";
import { asCase, type Case } from "#core/case/case.ts";
import type { Assembly } from "#local/assembly.ts";
import type { CaseStory } from "../case-stories/story.ts";
import { type Counts, count } from "../year/counts.ts";
import { type MilestoneEnd, milestoneEnds } from "./case-ledger.ts";
import { createCaseScene } from "./case-scene.ts";
import { createMilestonesTold } from "./milestones-told.ts";
import { caseProblems } from "./story-check.ts";
import { createTimeline, type Happening } from "./timeline.ts";
import { createSimulation } from "./world.ts";

/** The story of a case as it went. */
export interface PlayedCase {
  readonly story: string;
  readonly about: string;
  readonly pack: string;
  /** Of the company: the text gives all times in it; the data is in UTC. */
  readonly timeZone: string;
  readonly number: string;
  readonly timeline: readonly Happening[];
  readonly milestones: readonly MilestoneEnd[];
  /** How many messages ended how. */
  readonly messages: Counts;
  /** What the steps said to the log as errors: nothing, if all went well. */
  readonly errors: readonly string[];
  /** Where it went otherwise than the story tells. */
  readonly problems: readonly string[];
}

/** Plays the story of a case from its beginning to its end, in a world of its own. */
export const playCase = async (
  assembly: Assembly,
  deployed: DeployedPolicy,
  story: CaseStory,
): Promise<PlayedCase> => {
  const { policy, version } = deployed;
  const { pack, timeZone } = policy;
  const timeline = createTimeline(createMilestonesTold(policy));
  const errors: string[] = [];
  const policies: Policies = {
    current: (name) => (name === pack ? deployed : undefined),
    version: async (_pack, asked) => (asked === version ? policy : undefined),
  };
  const { providers, committed } = timeline;
  const log = { info: () => {}, error: (message: string) => void errors.push(message) };
  const { start, name, about } = story;
  const world = createSimulation({ assembly, policies, start, providers, committed, log });
  timeline.watch(world.runner);
  try {
    await story.play(createCaseScene(world, deployed));
    const items = world.table.all();
    const it = items.filter(({ type }) => type === "case").map(asCase)[0];
    const happenings = timeline.happenings();
    return {
      story: name,
      about,
      pack,
      timeZone,
      errors,
      number: it?.number ?? "",
      timeline: happenings,
      milestones: milestoneEnds(policy, items),
      messages: messagesOf(it),
      problems: caseProblems(story, items, happenings),
    };
  } finally {
    await world.end();
  }
};

const messagesOf = (it: Case | undefined): Counts =>
  count(Object.values(it?.promises ?? {}).map(({ state }) => state));
