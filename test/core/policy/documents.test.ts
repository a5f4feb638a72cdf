import { expect, test } from "vitest";
import { policySchema } from "#core/policy/read.ts";
import { policyFiles, policySchemaFile, readDocument, thePolicy } from "./documents.ts";

const renewal = `policies/${policySchemaFile} is not what the policy's shape says. Renew it with
  node_modules/.bin/node -e 'import("#core/policy/read.ts").then((m) => console.log(JSON.stringify(m.policySchema())))' > policies/${policySchemaFile}
  node_modules/.bin/biome check --write policies/${policySchemaFile}`;

test("the schema for editors is the shape that policies are read by", () => {
  expect(readDocument(policySchemaFile), renewal).toEqual(JSON.parse(JSON.stringify(policySchema())));
});

test("there are policies to read", () => {
  expect(policyFiles).toContain("taxdome.json");
});

test.each(policyFiles)("%s is a policy, named after its pack, with the schema beside it", (name) => {
  const policy = thePolicy(name);
  expect(`${policy.pack}.json`).toBe(name);
  expect(policy.$schema).toBe(`./${policySchemaFile}`);
});

test("TaxDome can be booked at least 30 days ahead, and has the four reminders of its §3", () => {
  const { appointments } = thePolicy("taxdome.json");
  expect(appointments?.booking.horizonDays).toBeGreaterThanOrEqual(30);
  expect(appointments?.reminders.map(({ channel, before }) => `${channel} ${before}`)).toEqual([
    "email PT48H",
    "email PT24H",
    "email PT1H",
    "sms PT30M",
  ]);
});
