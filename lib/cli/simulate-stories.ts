import type { ExitCode, Given } from "./command.ts";
import { packWithAppointments } from "./deployed-pack.ts";
import type { Io } from "./io.ts";
import { UsageMistake } from "./mistake.ts";
import { play } from "./simulation/play.ts";
import { playedText } from "./simulation/played-text.ts";
import { stories } from "./stories/all.ts";
import type { Story } from "./stories/story.ts";

/** 1 when a promise was left open, or a step failed: in a story everything comes to its end. */
export const simulateStories = async (given: Given, io: Io): Promise<ExitCode> => {
  const chosen = storiesNamed(given.text("story"));
  const deployed = packWithAppointments(given.positionals[0]);
  const assembly = await io.assembly();
  const played = [];
  for (const story of chosen) played.push(await play(assembly, deployed, story));
  io.out(
    given.flag("json") ? `${JSON.stringify(played, undefined, 2)}\n` : played.map(playedText).join("\n"),
  );
  const ended = played.every(
    ({ promises, errors }) => errors.length === 0 && promises.every(({ state }) => state !== "open"),
  );
  return ended ? 0 : 1;
};

const storiesNamed = (name: string | undefined): readonly Story[] => {
  const chosen = stories.filter((story) => name === undefined || story.name === name);
  if (chosen.length > 0) return chosen;
  throw new UsageMistake(
    `there is no story "${name}"; name one of ${stories.map((story) => story.name).join(", ")}`,
  );
};
