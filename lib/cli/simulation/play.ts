import type { DeployedPolicy, Policies } from "#adapters/ports.ts";
import { instant } from "#core/time.ts";
import type { Assembly } from "#local/assembly.ts";
import type { Story } from "../stories/story.ts";
import { type PromiseEnd, promiseEnds } from "./promises.ts";
import { createScene } from "./scene.ts";
import { createTimeline, type Happening } from "./timeline.ts";
import { createSimulation } from "./world.ts";

/** A story as it went. */
export interface Played {
  readonly story: string;
  readonly about: string;
  readonly pack: string;
  /** Of the company: the text gives all times in it; the data is in UTC. */
  readonly timeZone: string;
  readonly timeline: readonly Happening[];
  readonly promises: readonly PromiseEnd[];
  /** What the steps said to the log as errors: nothing, if all went well. */
  readonly errors: readonly string[];
}

/** A Tuesday: where every story's clock starts. */
const start = instant("2026-12-01T08:00:00Z");

/** Plays a story from its beginning to its end, in a world of its own. */
export const play = async (assembly: Assembly, deployed: DeployedPolicy, story: Story): Promise<Played> => {
  const { pack, timeZone } = deployed.policy;
  const timeline = createTimeline();
  const errors: string[] = [];
  const policies: Policies = {
    current: (name) => (name === pack ? deployed : undefined),
    version: async (_pack, version) => (version === deployed.version ? deployed.policy : undefined),
  };
  const { providers, committed } = timeline;
  const log = { info: () => {}, error: (message: string) => void errors.push(message) };
  const world = createSimulation({ assembly, policies, start, providers, committed, log });
  timeline.watch(world.runner);
  try {
    await story.play(createScene(world, deployed));
    const { name, about } = story;
    const promises = promiseEnds(world.table.all());
    return { story: name, about, pack, timeZone, timeline: timeline.happenings(), promises, errors };
  } finally {
    await world.end();
  }
};
