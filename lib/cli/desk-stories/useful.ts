import { instant } from "#core/time.ts";
import type { DeskStory } from "./story.ts";

export const useful: DeskStory = {
  name: "useful",
  pack: "solar",
  about:
    "Three readers say whether an article was useful; one says why not, which is a task for its keeper, and changes their mind when it was mended.",
  start: instant("2026-12-01T08:00:00Z"),
  play: async (desk) => {
    await desk.readerAnswers("mira", "warranty", "yes");
    await desk.readerAnswers("tom", "warranty", "no");
    await desk.readerAnswers("eva", "warranty", "no");
    await desk.readerAnswers("eva", "warranty", "no", "It does not name my model.");
    await desk.tasksWait(2);
    await desk.timePassesTo("2027-01-04T08:00:00Z");
    await desk.readerAnswers("eva", "warranty", "yes");
    await desk.tasksWait(1);
    await desk.articlesAre(["2026-12 warranty: 2 yes, 1 no, kept by technical-team"]);
    await desk.readerIsRefused("bnc", "no-articles");
  },
};
