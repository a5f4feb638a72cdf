import { GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { expect, test } from "vitest";
import { mailTo, refusedBy } from "../local/mail-client.ts";
import { aStory, type Story } from "./world.ts";

const complaint = {
  from: "Noor Bakker <noor@customer.example>",
  to: "complaints@bnc.example",
  subject: "De levering is te laat",
  text: "Goedemiddag, al drie weken wacht ik op antwoord.",
};

const mails = async (story: Story) => (await story.items()).filter(({ type }) => type === "mail");
const portOf = ({ world }: Story): number => world.smtpPort ?? 0;
const bucket = "RawMailsBucket";

const s3 = ({ world }: Story) =>
  new S3Client({
    endpoint: world.awsUrl,
    region: "eu-west-1",
    credentials: { accessKeyId: "x", secretAccessKey: "x" },
    forcePathStyle: true,
  });

test("a mail to a company's mailbox is stored, registered, and settled as one of three things", async () => {
  const story = await aStory("2026-12-01T09:00:00Z");
  const id = await mailTo(portOf(story), complaint);
  await story.advance("PT1S");
  const [mail, ...others] = await mails(story);
  expect(others).toEqual([]);
  expect(mail).toMatchObject({
    pk: `mail#${id}`,
    state: "settled",
    sender: "noor@customer.example",
    recipients: ["complaints@bnc.example"],
    subject: "De levering is te laat",
    verdicts: { spf: "PASS", dkim: "PASS", dmarc: "PASS", spam: "PASS", virus: "PASS" },
  });
  const stored = await s3(story).send(new GetObjectCommand({ Bucket: bucket, Key: id }));
  const raw = (await stored.Body?.transformToString()) ?? "";
  expect(raw).toContain("al drie weken");
  expect(raw.length).toBe(mail?.["size"]);
});

test("verdicts are those of the receiving service: a mail that brings its own is not believed", async () => {
  const story = await aStory("2026-12-01T09:00:00Z");
  const headers = { "X-SES-Spam-Verdict": "PASS", "X-Local-Verdicts": "dmarc=FAIL spf=GRAY" };
  const id = await mailTo(portOf(story), { ...complaint, headers });
  await story.advance("PT1S");
  const [mail] = await mails(story);
  expect(mail).toMatchObject({ verdicts: { dmarc: "FAIL", spf: "GRAY", dkim: "PASS" } });
  const stored = await s3(story).send(new GetObjectCommand({ Bucket: bucket, Key: id }));
  expect(await stored.Body?.transformToString()).not.toContain("X-Local-Verdicts");
});

test("a restart with mails in the queue loses none, and settles each once", async () => {
  const story = await aStory("2026-12-01T09:00:00Z");
  const held = Promise.withResolvers<void>();
  // As long as something is in flight no timer fires: what comes in stays in the queue.
  const holding = story.world.clock.inFlight(() => held.promise);
  const ids = [await mailTo(portOf(story), complaint), await mailTo(portOf(story), complaint)].sort();
  const restarting = story.restart();
  held.resolve();
  await Promise.all([holding, restarting]);
  expect(await mails(story)).toEqual([]);
  await story.advance("PT10M");
  const known = await mails(story);
  expect(known.map(({ id }) => String(id)).sort()).toEqual(ids);
  expect(known.map(({ state }) => state)).toEqual(["settled", "settled"]);
  const { Contents = [] } = await s3(story).send(new ListObjectsV2Command({ Bucket: bucket }));
  expect(Contents.map(({ Key = "" }) => Key).sort()).toEqual(ids);
});

test("what came to no mailbox is kept back for a person, and what came for somebody else is refused at the door", async () => {
  const story = await aStory("2026-12-01T09:00:00Z");
  const elsewhere = { ...complaint, to: "x@elsewhere.example" };
  expect(await refusedBy(portOf(story), elsewhere)).toMatchObject({ responseCode: 550 });
  await mailTo(portOf(story), { ...complaint, to: "whoever@kept.example" });
  await story.advance("PT1S");
  expect(await mails(story)).toMatchObject([
    { recipients: ["whoever@kept.example"], outcome: { settled: "quarantine" } },
  ]);
});

test("what a company hands on is for its mailbox, and known to have been handed on", async () => {
  const story = await aStory("2026-12-01T09:00:00Z");
  const headers = { "X-Local-Verdicts": "dmarc=FAIL" };
  const envelope = {
    from: "srs0=x=customer.example=noor@forwarder.example",
    to: ["bnc.complaints@kept.example"],
  };
  await mailTo(portOf(story), { ...complaint, headers, envelope });
  await story.advance("PT1S");
  expect(await mails(story)).toMatchObject([
    { recipients: ["complaints@bnc.example"], forwardedBy: "forwarder.example", verdicts: { dmarc: "FAIL" } },
  ]);
});
