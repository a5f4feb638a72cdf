import { defineConfig } from "vitest/config";

const testsIn = (folders: readonly string[]): string[] =>
  folders.map((folder) => `test/${folder}/**/*.test.ts`);

/** Tests of what keeps nothing to itself: one process reads the modules once for all of them, which halves their time. */
const pure = testsIn([
  "core",
  "steps",
  "api",
  "adapters",
  "architecture",
  "docs",
  "stack",
  "witness",
  "properties",
]);

/** These set what a process reads once: keys of other systems, limits, a synthesis of their own. */
const alone = ["elsewhere", "fifty-accept-at-once", "the-bundles"];

/** Each of these ends its world with its test, so that the next one may begin in the same process. */
const stories = [...testsIn(["faults", "local/states"]), `test/scenarios/!(${alone.join("|")}).test.ts`];

export default defineConfig({
  test: {
    globalSetup: ["test/synthesize-once.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: "forks",
    // Every core: vitest would leave one to itself, and of two that is half.
    maxWorkers: "100%",
    projects: [
      { extends: true, test: { name: "pure", include: pure, isolate: false } },
      { extends: true, test: { name: "stories", include: stories, isolate: false } },
      {
        extends: true,
        test: { name: "worlds", include: ["test/**/*.test.ts"], exclude: [...pure, ...stories] },
      },
    ],
  },
});
