import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { policySchema } from "#core/policy/read.ts";

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  /** What stands under each name of a list of names, such as the kinds of cases. */
  readonly additionalProperties?: Node | false;
  readonly anyOf?: readonly Node[];
}

/** Explained once for all rules, at the head of the page. */
const everywhere = new Set(["clause", "ours"]);
/** Its keys are the languages, which the row of the setting itself lists. */
const inEachLanguage = /(^|\.)(name|reason)$/;

/** `appointments.hosts[] timeZone`: the section that a setting stands in, and its name. */
const settingsOf = (node: Node, place = ""): string[] => [
  ...Object.entries(node.properties ?? {}).flatMap(([key, inner]) => {
    if (everywhere.has(key)) return [];
    const path = place === "" ? key : `${place}.${key}`;
    return [`${place} ${key}`, ...(inEachLanguage.test(path) ? [] : settingsOf(inner, path))];
  }),
  ...(node.items === undefined ? [] : settingsOf(node.items, `${place}[]`)),
  ...(node.additionalProperties ? settingsOf(node.additionalProperties, `${place}.*`) : []),
  ...(node.anyOf ?? []).flatMap((inner) => settingsOf(inner, place)),
];

const page = readFileSync(new URL("../../docs/policy.md", import.meta.url), "utf8");

/** In the same form: each row of each section; a heading may name several places. */
const documented = page
  .split(/^## /m)
  .slice(1)
  .flatMap((section) => {
    const [heading = ""] = section.split("\n", 1);
    const places =
      heading === "The document" ? [""] : Array.from(heading.matchAll(/`([^`]+)`/g), ([, name]) => name);
    const rows = Array.from(section.matchAll(/^\| `([^`]+)` \|/gm), ([, name]) => name);
    return places.flatMap((place) => rows.map((row) => `${place} ${row}`));
  });

const known = [...new Set(settingsOf(policySchema() as Node))];

test("docs/policy.md explains every setting of a policy, in the section of its place", () => {
  expect(known.length).toBeGreaterThan(50);
  expect(known.filter((setting) => !documented.includes(setting))).toEqual([]);
});

test("and none that does not exist, nor one twice", () => {
  expect(documented.filter((setting) => !known.includes(setting))).toEqual([]);
  expect(documented).toHaveLength(new Set(documented).size);
});

test("and says what a clause is, and why a figure may be ours", () => {
  for (const key of everywhere) expect(page).toContain(`\`${key}\``);
});
