import { describe, expect, test } from "vitest";
import { readAccounts } from "#cli/import/accounts.ts";
import { readCsv } from "#cli/import/csv.ts";
import { aStory, type Story } from "../scenarios/world.ts";
import { aFile, kept } from "./typed.ts";

const bram = { authorization: "Bearer local:bram:staff:taxdome" };

const imported = (story: Story, csv: string) =>
  kept(
    `import ${aFile("accounts.csv", csv)} --url ${story.world.url} --pack taxdome --token local:anna:staff:taxdome`,
  );

describe("a file of accounts", () => {
  test("is entered as a whole, in more than one transaction if it must", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    const lines = Array.from({ length: 60 }, (_, at) => `c${at},pro,${at + 1},"Company ""${at}"", Ltd"`);
    const { code, out } = await imported(story, `id,licence,users,name\r\n${lines.join("\r\n")}\r\n`);
    expect([code, out]).toEqual([0, "accounts.csv: 60 accounts entered\n"]);
    const { body } = await story.get("/v1/taxdome/staff/accounts/c59", bram);
    expect(body).toMatchObject({ licence: "pro", users: 60, name: 'Company "59", Ltd' });
  });

  test("with one licence that the policy does not know enters none, and names its line", async () => {
    const story = await aStory("2026-12-01T08:00:00Z");
    const lines = Array.from({ length: 60 }, (_, at) => `c${at},${at === 57 ? "gold" : "pro"},1`);
    const { code, out } = await imported(story, `id,licence,users\n${lines.join("\n")}`);
    expect(code).toBe(1);
    expect(out).toBe(
      'accounts.csv:59: There is no licence "gold"; write one of essentials, pro, business.\n',
    );
    expect(await story.get("/v1/taxdome/staff/accounts/c0", bram)).toMatchObject({ status: 404 });
  });

  test("needs a world that answers, and somebody who asks", async () => {
    const file = aFile("one.csv", "id,licence,users\na,pro,1\n");
    expect(await kept(`import ${file} --url http://127.0.0.1:9 --pack taxdome --token t`)).toMatchObject({
      code: 1,
      notes: "http://127.0.0.1:9 does not answer: is a world running there?\n",
    });
    expect(await kept(`import ${file} --token t`)).toMatchObject({ code: 2 });
  });
});

describe("what is wrong with a file", () => {
  test("is told all at once, each with its line, counting the lines inside quotes", () => {
    const csv = 'id,licence,users,name\n"a",pro,3,"two\nlines"\nb#,pro,3,\nc,pro,none,\n\na,pro,3,\nd,pro\n';
    expect(readAccounts(csv)).toEqual({
      mistakes: [
        { line: 4, message: expect.stringMatching(/^id: write letters/) },
        { line: 5, message: expect.stringMatching(/^users: /) },
        { line: 7, message: '"a" stands in line 2 already' },
        { line: 8, message: "2 fields where the first line names 4" },
      ],
    });
  });

  test.each([
    ["nothing in it", ""],
    ["no account", "id,licence,users\n"],
    ["a column that there is not", "id,licence,users,colour\na,pro,1,red\n"],
    ["a column missing", "id,licence\na,pro\n"],
  ])("%s", (_, csv) => {
    expect(readAccounts(csv)).toMatchObject({ mistakes: [{ line: 1 }] });
  });

  test.each([
    ["a quote inside a plain field", 'a,b\nx"y,z\n'],
    ["a quote that nothing closes", 'a,b\n"xy,z\n'],
    ["text behind a closing quote", 'a,b\n"x"y,z\n'],
  ])("%s is a mistake of its line", (_, csv) => {
    expect(readCsv(csv)).toMatchObject({ mistake: { line: 2 } });
  });

  test("a file as spreadsheets write it here is none: semicolons, a mark in front, and no line break at its end", () => {
    expect(readCsv('\uFEFFa;b\r\n1;"x;y"')).toEqual({
      records: [
        { line: 1, fields: ["a", "b"] },
        { line: 2, fields: ["1", "x;y"] },
      ],
    });
  });
});
