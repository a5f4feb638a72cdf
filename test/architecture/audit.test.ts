import { expect, test } from "vitest";
import { sources } from "./sources.ts";

test("entries of a case are written in one place, so that none can be left out of the chain", () => {
  const ofCases = sources("lib/core/case", "lib/steps/case");
  const writers = ofCases.filter(({ text }) => text.includes("recordChange(")).map(({ path }) => path);
  expect(writers).toEqual(["lib/core/case/write.ts"]);
});
