import type { DeployedPolicy } from "#adapters/ports.ts";
import type { Assembly } from "#local/assembly.ts";
import type { DeskStory } from "../desk-stories/story.ts";
import { createDesk, type DeskLine } from "./desk.ts";
import { momentIn } from "./played-text.ts";
import { createTimeline } from "./timeline.ts";
import { createSimulation } from "./world.ts";

/** Such a story as it went. */
export interface PlayedDesk {
  readonly story: string;
  readonly about: string;
  readonly pack: string;
  readonly timeZone: string;
  readonly lines: readonly DeskLine[];
  /** What the steps said to the log as errors: nothing, if all went well. */
  readonly errors: readonly string[];
  /** What was otherwise than the story tells. */
  readonly problems: readonly string[];
}

/** Plays it from its beginning to its end, in a world of its own. */
export const playDesk = async (
  assembly: Assembly,
  deployed: DeployedPolicy,
  { name, about, start, play }: DeskStory,
): Promise<PlayedDesk> => {
  const { pack, timeZone } = deployed.policy;
  const [lines, errors, problems]: [DeskLine[], string[], string[]] = [[], [], []];
  const world = createSimulation({
    assembly,
    policies: {
      current: (asked) => (asked === pack ? deployed : undefined),
      version: async (_pack, asked) => (asked === deployed.version ? deployed.policy : undefined),
    },
    start,
    providers: createTimeline().providers,
    log: { info: () => {}, error: (message) => void errors.push(message) },
  });
  try {
    const say = (who: string, what: string) => void lines.push({ at: world.clock.now(), who, what });
    const compare = (what: string, found: unknown, told: unknown) => {
      const [is, should] = [JSON.stringify(found), JSON.stringify(told)];
      if (is !== should) problems.push(`${what}: ${is}, and not ${should}`);
    };
    await play(createDesk(world, deployed, { say, compare }));
    await world.settle();
    return { story: name, about, pack, timeZone, lines, errors, problems };
  } finally {
    await world.end();
  }
};

/** For a reader: who did or read what, the moment only where it is another than in the line before. */
export const playedDeskText = ({ story, about, timeZone, lines, problems, errors }: PlayedDesk): string => {
  const say = momentIn(timeZone);
  const told = lines.map(({ at, who, what }, nth) => {
    const moment = lines[nth - 1]?.at === at ? "" : say(at);
    return `  ${moment.padEnd(momentWidth)}${who.padEnd(whoWidth)}${what}`;
  });
  const wrong = [...problems, ...errors].map((problem) => `  ! ${problem}`);
  return `${[story, about, "", ...told, ...wrong].join("\n")}\n`;
};

const momentWidth = "Thu 10 Dec 2026, 10:00".length + 2;
const whoWidth = "staff:planner".length + 2;
