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

/** Each of these ends its world with its test, so that the next one may begin in the same process. */
const stories = testsIn(["scenarios", "faults", "local/states"]);

/** These set what a process reads once: keys of other systems, limits, a synthesis of their own. */
const alone = ["elsewhere", "fifty-accept-at-once", "the-bundles"].map(
  (name) => `test/scenarios/${name}.test.ts`,
);

export default defineConfig({
  test: {
    globalSetup: ["test/synthesize-once.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: "forks",
    projects: [
      { extends: true, test: { name: "pure", include: pure, isolate: false } },
      { extends: true, test: { name: "stories", include: stories, exclude: alone, isolate: false } },
      {
        extends: true,
        test: {
          name: "worlds",
          include: ["test/**/*.test.ts", ...alone],
          exclude: [
            ...pure,
            ...testsIn(["faults", "local/states"]),
            "test/scenarios/a-*.test.ts",
            "test/scenarios/!(elsewhere|fifty-accept-at-once|the-bundles).test.ts",
          ],
        },
      },
    ],
  },
});
