import { defineConfig } from "vitest/config";

/** Tests of what keeps nothing to itself: one process reads the modules once for all of them, which halves their time. */
const pure = ["core", "steps", "api", "adapters", "architecture", "docs", "stack", "witness", "properties"];
const pureTests = pure.map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  test: {
    globalSetup: ["test/synthesize-once.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: "forks",
    projects: [
      { extends: true, test: { name: "pure", include: pureTests, isolate: false } },
      { extends: true, test: { name: "worlds", include: ["test/**/*.test.ts"], exclude: pureTests } },
    ],
  },
});
