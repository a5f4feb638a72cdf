import type { Command } from "./command.ts";
import { worldOptions } from "./staff-call.ts";

const json = { type: "boolean", does: "the same as data" } as const;

/** Each is loaded when it is called: what one needs holds up no other. */
export const commands: Readonly<Record<string, Command>> = {
  start: {
    takes: "",
    does: "serve everything on this machine; settings are KEPT_… variables",
    arguments: { least: 0, most: 0 },
    options: {},
    run: async (_given, { root }) => {
      const { start } = await import("#local/start.ts");
      await start(root);
      return 0;
    },
  },
  check: {
    takes: "<policy.json>",
    does: "say what is wrong with a policy, and where; or what it promises",
    arguments: { least: 1, most: 1 },
    options: { json },
    run: async (given, io) => (await import("./check.ts")).check(given, io),
  },
  explain: {
    takes: "<pack or policy.json>",
    does: "say each promise of a policy in plain words, with an example on real dates",
    arguments: { least: 1, most: 1 },
    options: {
      language: { type: "string", value: "nl|es|de|en", does: "in which language (the policy's first)" },
      date: {
        type: "string",
        value: "2026-12-09",
        does: "the day of the example: a session at 14:00 (next Wednesday), a case at 10:00 (now)",
      },
      picture: { type: "boolean", does: "draw each machine below, as it is deployed" },
      svg: { type: "string", value: "FOLDER", does: "write a picture of each machine into a folder" },
      json,
    },
    run: async (given, io) => (await import("./explain.ts")).explain(given, io),
  },
  diff: {
    takes: "<old.json> <new.json>",
    does: "say which promises another version of a policy changes, and what that means on real dates",
    arguments: { least: 2, most: 2 },
    options: {
      date: {
        type: "string",
        value: "2026-12-09",
        does: "of the example session; cases from a week before (next Wednesday)",
      },
      json,
    },
    run: async (given, io) => (await import("./diff/diff.ts")).diff(given, io),
  },
  simulate: {
    takes: "[pack]",
    does: "play stories, or a year of appointments and cases, on the machines that are deployed",
    arguments: { least: 0, most: 1 },
    options: {
      story: { type: "string", value: "NAME", does: "one story alone" },
      year: { type: "string", value: "2026", does: "a synthetic year instead of stories" },
      appointments: { type: "string", value: "1000", does: "how many are booked in that year" },
      cases: { type: "string", value: "1000", does: "how many are brought in that year" },
      seed: { type: "string", value: "1", does: "the same seed gives the same year" },
      json,
    },
    run: async (given, io) => (await import("./simulate.ts")).simulate(given, io),
  },
  import: {
    takes: "<accounts.csv>",
    does: "enter accounts (id, licence, users, name) into a running world: all of them, or none and why",
    arguments: { least: 1, most: 1 },
    options: {
      url: { type: "string", value: "http://127.0.0.1:8787", does: "where the world is" },
      pack: { type: "string", value: "taxdome", does: "whose accounts they are" },
      token: { type: "string", value: "local:anna", does: "of a member of staff; or set KEPT_TOKEN" },
    },
    run: async (given, io) => (await import("./import/import.ts")).importFile(given, io),
  },
  audit: {
    takes: "<case>",
    does: "say who did what to a case, when and why, in a running world, and check that it is all there, as it was written",
    arguments: { least: 1, most: 1 },
    options: {
      ...worldOptions,
      pack: { type: "string", value: "solar", does: "whose case it is" },
      json,
    },
    run: async (given, io) => (await import("./audit/audit.ts")).audit(given, io),
  },
  export: {
    takes: "<customer>",
    does: "write all that is known about a customer, by the address, into a folder: JSON, and mails as they came in",
    arguments: { least: 1, most: 1 },
    options: {
      ...worldOptions,
      pack: { type: "string", value: "taxdome", does: "whose customer it is" },
      out: { type: "string", value: "FOLDER", does: "where to; made if it is not there" },
    },
    run: async (given, io) => (await import("./export/export.ts")).exportCustomer(given, io),
  },
  forget: {
    takes: "<customer>",
    does: "erase all that is known about a customer, by the address; what is still open is named first",
    arguments: { least: 1, most: 1 },
    options: {
      ...worldOptions,
      pack: { type: "string", value: "taxdome", does: "whose customer it is" },
      reason: { type: "string", value: "TEXT", does: "why; it is kept, so without the address" },
      "even-open": { type: "boolean", does: "cancel and close what is still open" },
      json,
    },
    run: async (given, io) => (await import("./forget/forget.ts")).forgetCustomer(given, io),
  },
  report: {
    takes: "",
    does: "count what was promised by pack, month and promise, and what became of it, in a running world",
    arguments: { least: 0, most: 0 },
    options: {
      ...worldOptions,
      pack: { type: "string", value: "taxdome", does: "one company alone" },
      from: { type: "string", value: "2026-12-01", does: "when it was made (the first of this month)" },
      to: { type: "string", value: "2027-01-01", does: "excluded (tomorrow)" },
      format: { type: "string", value: "table|csv|json", does: "how it is shown (table)" },
    },
    run: async (given, io) => (await import("./report/report.ts")).report(given, io),
  },
};
