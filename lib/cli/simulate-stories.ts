import { deployedPolicies } from "#adapters/policies.ts";
import type { DeployedPolicy } from "#adapters/ports.ts";
import type { Assembly } from "#local/assembly.ts";
import { caseStories } from "./case-stories/all.ts";
import type { CaseStory } from "./case-stories/story.ts";
import type { ExitCode, Given } from "./command.ts";
import { deskStories } from "./desk-stories/all.ts";
import type { DeskStory } from "./desk-stories/story.ts";
import type { Io } from "./io.ts";
import { Mistake, UsageMistake } from "./mistake.ts";
import { noSuchPack } from "./policy-document.ts";
import { playedCaseText } from "./simulation/case-text.ts";
import { type Played, play } from "./simulation/play.ts";
import { type PlayedCase, playCase } from "./simulation/play-case.ts";
import { type PlayedDesk, playDesk, playedDeskText } from "./simulation/play-desk.ts";
import { playedText } from "./simulation/played-text.ts";
import { stories } from "./stories/all.ts";
import type { Story } from "./stories/story.ts";

type AnyStory = Story | CaseStory | DeskStory;

/** 1 when a promise was left open, a step failed, or a case went otherwise than is told: a story comes to its end. */
export const simulateStories = async (given: Given, io: Io): Promise<ExitCode> => {
  const deployed = packNamed(given.positionals[0]);
  const chosen = storiesNamed(deployed, given.text("story"));
  const assembly = await io.assembly();
  const told = [];
  for (const story of chosen) told.push(await playOne(assembly, deployed, story));
  io.out(
    given.flag("json")
      ? `${JSON.stringify(
          told.map(({ played }) => played),
          undefined,
          2,
        )}\n`
      : told.map(({ text }) => text).join("\n"),
  );
  return told.every(({ ended }) => ended) ? 0 : 1;
};

interface Told {
  readonly played: Played | PlayedCase | PlayedDesk;
  readonly text: string;
  readonly ended: boolean;
}

const playOne = async (assembly: Assembly, deployed: DeployedPolicy, story: AnyStory): Promise<Told> => {
  if ("ends" in story) {
    const played = await playCase(assembly, deployed, story);
    const ended = played.errors.length === 0 && played.problems.length === 0;
    return { played, text: playedCaseText(played), ended };
  }
  if ("pack" in story) {
    const played = await playDesk(assembly, deployed, story);
    const ended = played.errors.length === 0 && played.problems.length === 0;
    return { played, text: playedDeskText(played), ended };
  }
  const played = await play(assembly, deployed, story);
  const { errors, promises } = played;
  const ended = errors.length === 0 && promises.every(({ state }) => state !== "open");
  return { played, text: playedText(played), ended };
};

/** Without a name it is the first that has appointments. */
const packNamed = (name: string | undefined): DeployedPolicy => {
  const deployed = deployedPolicies().find(({ policy }) =>
    name === undefined ? policy.appointments !== undefined : policy.pack === name,
  );
  if (deployed === undefined) throw noSuchPack(name ?? "");
  return deployed;
};

const storiesOf = ({ policy }: DeployedPolicy): readonly AnyStory[] => [
  ...(policy.appointments === undefined ? [] : stories),
  ...caseStories.filter(({ pack }) => pack === policy.pack),
  ...deskStories.filter(({ pack }) => pack === policy.pack),
];

const storiesNamed = (deployed: DeployedPolicy, name: string | undefined): readonly AnyStory[] => {
  const all = storiesOf(deployed);
  if (all.length === 0) throw new Mistake(`there is no story of ${deployed.policy.company}`);
  const chosen = all.filter((story) => name === undefined || story.name === name);
  if (chosen.length > 0) return chosen;
  throw new UsageMistake(
    `there is no story "${name}"; name one of ${all.map((story) => story.name).join(", ")}`,
  );
};
