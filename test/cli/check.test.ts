import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { jsonLines, lineOf } from "#cli/json-lines.ts";
import { aFile, kept, root } from "./typed.ts";

const policy = join(root, "policies/taxdome.json");
const text = readFileSync(policy, "utf8");

/** The policy with one of its texts replaced; where the text stands, from 1. */
const withChange = (from: string, to: string): { file: string; line: number } => {
  expect(text).toContain(from);
  const line = text.slice(0, text.indexOf(from)).split("\n").length;
  return { file: aFile("changed.json", text.replace(from, to)), line };
};

test("a policy without mistakes is told in one line, with what it promises", async () => {
  const { code, out, notes } = await kept(`check ${policy}`);
  expect([code, notes]).toEqual([0, ""]);
  expect(out.trimEnd().split("\n")).toHaveLength(1);
  expect(out).toContain("TaxDome promises 5 messages around an appointment");
  expect(out).toContain("e-mail reminder, 2 days before");
  expect(out).toContain("24 hours notice");
});

test("a mistake is told with its file, line, place and remedy", async () => {
  const { file, line } = withChange('"before": "PT48H"', '"before": "P2D"');
  const { code, out } = await kept(`check ${file}`);
  expect(code).toBe(1);
  expect(out).toBe(
    `${file}:${line}: appointments.reminders[0].before: write a duration in hours, minutes or seconds, such as PT48H or PT30M (days are not exact)\n`,
  );
});

test("every mistake is told, in the order of the lines", async () => {
  const { file } = withChange('"Europe/Amsterdam",\n  "languages"', '"Amsterdam",\n  "lang"');
  const { out } = await kept(`check ${file}`);
  const lines = out
    .trimEnd()
    .split("\n")
    .map((each) => Number(each.split(":")[1]));
  expect(lines.length).toBeGreaterThanOrEqual(3);
  expect(lines).toEqual(lines.toSorted((one, other) => one - other));
  expect(out).toContain('no such setting "lang": remove it');
});

test("something that is missing is told at the line of what should hold it", async () => {
  const { file, line } = withChange('"within": "PT5M",', "");
  const { out } = await kept(`check ${file}`);
  expect(out).toContain(`${file}:${line - 1}: appointments.confirmation.within: missing: add it`);
});

test("as data it is the same", async () => {
  const fine = JSON.parse((await kept(`check ${policy} --json`)).out) as Record<string, unknown>;
  expect(fine).toMatchObject({ ok: true, pack: "taxdome", notice: "PT24H" });
  expect(fine["promises"]).toContainEqual({
    id: "email-PT48H",
    says: "E-mail reminder, 2 days before",
    clause: "§3",
  });
  const { file, line } = withChange('"horizonDays": 60', '"horizonDays": 0');
  const seen = await kept(`check --json ${file}`);
  expect([seen.code, JSON.parse(seen.out)]).toEqual([
    1,
    {
      file,
      ok: false,
      mistakes: [expect.objectContaining({ place: "appointments.booking.horizonDays", line })],
    },
  ]);
});

test.each([
  ["a file that is not there", "nowhere.json", /^nowhere\.json: there is no such file/],
  ["broken JSON", aFile("broken.json", '{ "a":\n 1,\n}\n'), /^broken\.json: not JSON: .*line 3/],
  ["a text", aFile("text.json", "A\nB\nC"), /^text\.json: not JSON: /],
])("%s is one line and no data", async (_what, file, says) => {
  const { code, out, notes } = await kept(`check ${file}`);
  expect([code, out]).toEqual([1, ""]);
  expect(notes).toMatch(says);
  expect(notes.trimEnd().split("\n")).toHaveLength(1);
});

test("braces, quotes and line breaks in texts move no line", () => {
  const lines = jsonLines('{\n  "a": "{[\\"\\n,",\n  "b": [\n    1,\n    { "c": "]" },\n    []\n  ]\n}');
  expect(Object.fromEntries(lines)).toEqual({ a: 2, b: 3, "b[0]": 4, "b[1]": 5, "b[1].c": 5, "b[2]": 6 });
  expect(lineOf(lines, "b[1].nothing")).toBe(5);
  expect(lineOf(lines, "nothing")).toBe(1);
});
