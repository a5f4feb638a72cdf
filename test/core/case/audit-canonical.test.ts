import { describe, expect, test } from "vitest";
import { canonical } from "#core/case/canonical.ts";

describe("what is digested reads the same", () => {
  test.each<[string, unknown, unknown]>([
    [
      "in whatever order its keys came",
      { b: 1, a: { d: [1, 2], c: "x" } },
      { a: { c: "x", d: [1, 2] }, b: 1 },
    ],
    ["with a field that is not there, as the table drops it", { a: 1, b: undefined }, { a: 1 }],
    ["with half a character, as the table mends it", { a: "x\ud83d" }, { a: "x\ufffd" }],
  ])("%s", (_, one, other) => {
    expect(canonical(one)).toBe(canonical(other));
  });

  test.each<[string, unknown, unknown]>([
    ["another order of a list", ["a", "b"], ["b", "a"]],
    ["a list of pairs in place of fields", { a: 1 }, [["a", 1]]],
    ["a number in place of its digits", { a: 1 }, { a: "1" }],
    ["a text cut in another place", ["ab", "c"], ["a", "bc"]],
    ["nothing in place of an empty text", [null], [""]],
  ])("and not with %s", (_, one, other) => {
    expect(canonical(one)).not.toBe(canonical(other));
  });
});
