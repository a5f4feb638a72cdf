import type { DeployedPolicy } from "#adapters/ports.ts";
import { isRefusal } from "#core/errors.ts";
import { epoch, fromEpoch } from "#core/time.ts";
import { saysUseful } from "#steps/article/answer.ts";
import { readArticles } from "#steps/article/read.ts";
import { openTasks } from "#steps/tasks.ts";
import { agreed } from "./agreed.ts";
import type { Desk, Notes } from "./desk.ts";
import type { Simulation } from "./world.ts";

type Reading = Pick<Desk, "readerAnswers" | "readerIsRefused" | "tasksWait" | "articlesAre">;

/** Readers of articles, and whoever keeps them. */
export const createReaders = (world: Simulation, deployed: DeployedPolicy, notes: Notes): Reading => {
  const { ports, clock } = world;
  const { policy } = deployed;
  const pages = new Map<string, string>();
  let pressed = 0;
  const press = (pack: string) => ({ pack, key: `press-${(pressed += 1)}`, fingerprint: "the-story" });
  return {
    readerAnswers: async (who, article, answer, comment) => {
      const asked = { article, answer, comment, reader: pages.get(who), language: "en" as const };
      const said = agreed(await saysUseful(ports, deployed, asked, press(policy.pack)));
      pages.set(who, said.reader);
      notes.say(who, `${article}: ${answer}${comment === undefined ? "" : `, “${comment}”`}`);
      notes.say("page", said.reply);
    },
    readerIsRefused: async (pack, reason) => {
      const other = { ...deployed, policy: { ...policy, pack, articles: undefined } };
      const result = await saysUseful(ports, other, { article: "a", answer: "no" }, press(pack));
      notes.compare(`at ${pack}`, isRefusal(result) ? result.refused : "answered", reason);
    },
    tasksWait: async (count) => {
      const tasks = (await openTasks(ports, policy.pack)).filter(({ what }) => what === "article-not-useful");
      for (const { about, reason } of tasks) notes.say("task", `${about.code}, ${reason}`);
      notes.compare("tasks", tasks.length, count);
    },
    articlesAre: async (told) => {
      const stretch = { from: fromEpoch(epoch(clock.now()) - 100 * 86_400_000), to: clock.now() };
      const found = await readArticles(ports, policy, stretch);
      const lines = isRefusal(found)
        ? [found.refused]
        : found.map(
            ({ month, article, yes, no, keeper }) =>
              `${month} ${article}: ${yes} yes, ${no} no, kept by ${keeper}`,
          );
      for (const line of lines) notes.say("report", line);
      notes.compare("articles", lines, told);
    },
  };
};
