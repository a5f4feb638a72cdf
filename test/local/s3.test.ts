import { GetObjectCommand, ListBucketsCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRawMails } from "#adapters/raw-mails.ts";
import { type Instant, instant } from "#core/time.ts";
import { jsonError } from "#local/aws/json.ts";
import { s3Endpoint } from "#local/aws/s3.ts";
import { openRawMails } from "#local/raw-mails.ts";
import { listen, type Server } from "#local/server.ts";
import { aFolder } from "./fixtures/assembly.ts";

const folder = openRawMails(aFolder());
const bucket = "RawMailsBucket";
let server: Server;
let client: S3Client;

const store = async (key: string, at: Instant, text = key): Promise<void> => {
  const incoming = await folder.begin();
  await incoming.write(Buffer.from(text));
  await incoming.keep(bucket, key, at);
};

beforeAll(async () => {
  server = await listen({
    port: 0,
    setting: "KEPT_AWS_PORT",
    mostBytes: 1000,
    answer: s3Endpoint([bucket], () => folder),
    fault: jsonError,
  });
  client = new S3Client({
    endpoint: server.url,
    region: "eu-west-1",
    credentials: { accessKeyId: "x", secretAccessKey: "x" },
  });
  await store("AMAZON_SES_SETUP_NOTIFICATION", instant("2026-12-01T00:00:00.000Z"));
  await store("before", instant("2026-11-30T23:59:59.999Z"));
  await store("first", instant("2026-12-01T00:00:00.000Z"), "Subject: <hi> & you\r\n\r\n");
  await store("last", instant("2026-12-01T23:59:59.000Z"));
  await store("next", instant("2026-12-02T00:00:00.000Z"));
});
afterAll(() => server.close());

describe("raw mails, as a handler asks for them", () => {
  const mails = () => createRawMails({ bucket, keptDays: 30, client });

  test("come back byte for byte, with their size", async () => {
    expect(new TextDecoder().decode(await mails().read("first"))).toBe("Subject: <hi> & you\r\n\r\n");
    expect(await mails().size("first")).toBe(23);
  });

  test("that are not there have no size, and cannot be read", async () => {
    expect(await mails().size("never")).toBeUndefined();
    await expect(mails().read("never")).rejects.toMatchObject({ name: "NoSuchKey" });
  });

  test("of a day are those stored from its first moment on and before the next", async () => {
    const [from, to] = [instant("2026-12-01T00:00:00.000Z"), instant("2026-12-02T00:00:00.000Z")];
    expect(await mails().storedBetween(from, to)).toEqual(["first", "last"]);
  });

  test("of another bucket are a fault, not an absence", async () => {
    const other = createRawMails({ bucket: "another", keptDays: 30, client });
    await expect(other.read("first")).rejects.toMatchObject({ name: "NoSuchBucket" });
  });
});

describe("a person with the AWS CLI", () => {
  test("sees the bucket, what is in it page by page, and a piece of it", async () => {
    const { Buckets } = await client.send(new ListBucketsCommand({}));
    expect(Buckets?.map(({ Name }) => Name)).toEqual([bucket]);
    const page = await client.send(new ListObjectsV2Command({ Bucket: bucket, MaxKeys: 2 }));
    expect(page).toMatchObject({ IsTruncated: true, KeyCount: 2 });
    const rest = new ListObjectsV2Command({ Bucket: bucket, ContinuationToken: page.NextContinuationToken });
    expect((await client.send(rest)).Contents?.map(({ Key }) => Key)).toEqual(["first", "last", "next"]);
    const piece = await client.send(
      new GetObjectCommand({ Bucket: bucket, Key: "first", Range: "bytes=9-12" }),
    );
    expect(await piece.Body?.transformToString()).toBe("<hi>");
  });

  test("cannot leave the folder, nor write", async () => {
    const { status } = await fetch(`${server.url}/${bucket}/..%2F..%2Fworld.sqlite`);
    expect(status).toBe(404);
    const written = await fetch(`${server.url}/${bucket}/x`, { method: "PUT", body: "x" });
    expect(written.status).toBe(400);
  });
});
