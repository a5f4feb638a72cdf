import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "vitest";
import type { Audit } from "#core/case/audit.ts";
import { kept } from "../cli/typed.ts";
import { aBrought, aCompany } from "./case.ts";
import { aStory, type Story } from "./world.ts";

const staff = { authorization: "Bearer local:sanne:staff:solar" };

/** Writes into the database itself, past all that Kept checks. */
const database = (story: Story) => {
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: story.world.dynamodbUrl,
      region: "eu-west-1",
      credentials: { accessKeyId: "local", secretAccessKey: "local" },
    }),
  );
  return {
    set: async (key: object, attribute: string, value: unknown) =>
      client.send(
        new UpdateCommand({
          TableName: "kept",
          Key: key,
          UpdateExpression: "SET #attribute = :value",
          ExpressionAttributeNames: { "#attribute": attribute },
          ExpressionAttributeValues: { ":value": value },
        }),
      ),
    remove: async (key: object) => client.send(new DeleteCommand({ TableName: "kept", Key: key })),
  };
};

test("an audit of a complaint is checked from outside: erasing a text leaves it whole, and whoever rewrites it is found out", async () => {
  const story = await aStory("2026-12-01T08:00:00Z");
  const solar = aCompany(story, "solar");
  const { number, link } = await solar.bring(aBrought());
  await solar.act(number, "acknowledge", { text: "Wij zoeken het uit" });
  await solar.press(link, "answer", { text: "Hij bromt \u{1f41d}\u001b[2J" });
  const notes = ["een", "twee", "drie", "vier", "vijf"].map((text) => solar.act(number, "note", { text }));
  expect((await Promise.all(notes)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  await story.advanceTo("2027-01-20T08:00:00Z");

  const path = `/v1/solar/staff/cases/${number}/audit`;
  const read = async (): Promise<Audit> => (await story.get<Audit>(path, staff)).body;
  const { verified, entries, chain } = await read();
  expect([verified, chain?.count]).toEqual([true, entries.length]);
  expect(entries.map(({ actor, action }) => `${actor} ${action}`)).toEqual(
    expect.arrayContaining([
      "customer registered",
      "staff:sanne acknowledged",
      "customer customer-wrote",
      "kept warned",
      "kept missed",
    ]),
  );
  const [acknowledged, wrote] = ["acknowledged", "customer-wrote"].map((name) => {
    const rev = entries.find(({ action }) => action === name)?.rev ?? 0;
    return {
      rev,
      at: (kind: string) => ({ pk: `solar#case#${number}`, sk: `${kind}#${String(rev).padStart(6, "0")}` }),
    };
  });
  if (acknowledged === undefined || wrote === undefined) throw new Error("its entries are not there");

  const line = `audit ${number} --url ${story.world.url} --pack solar --token local:sanne:staff:solar`;
  const whole = await kept(line);
  expect([whole.code, whole.notes]).toEqual([0, ""]);
  expect(whole.out).toContain("staff:sanne  acknowledged\n              Wij zoeken het uit\n");
  expect(whole.out).toContain("Hij bromt \u{1f41d}\u{fffd}[2J");
  expect(whole.out).toContain(
    `Verified: every entry is there, as it was written.\nIts ${entries.length} links end in ${chain?.link}\n`,
  );

  const table = database(story);
  await table.remove(wrote.at("words"));
  expect(await read()).toMatchObject({ verified: true });
  expect((await kept(line)).out).toContain("(what was written here was erased)");

  await table.set(acknowledged.at("change"), "at", "2026-12-01T07:00:00.000Z");
  const broken = { rev: acknowledged.rev, why: "entry-altered" };
  expect(await read()).toMatchObject({ verified: false, broken });
  const found = await kept(`${line} --json`);
  expect([found.code, JSON.parse(found.out)]).toMatchObject([1, { verified: false, broken }]);
  expect((await kept(line)).out).toContain(
    `Not verified: at entry ${acknowledged.rev}, something is not as it was written.`,
  );

  expect(await kept(line.replace("solar --token", "bnc --token"))).toMatchObject({ code: 2 });
  expect(await kept(line.replace(number, "NOTHING"))).toMatchObject({
    code: 2,
    notes: "There is no such case.\n",
  });
  expect(await story.get(path.replace("solar", "bnc"), staff)).toMatchObject({ status: 403 });
  expect(await story.get(`${path}?after=x`, staff)).toMatchObject({ status: 400 });
});
