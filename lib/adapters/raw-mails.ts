import {
  GetObjectCommand,
  HeadObjectCommand,
  NotFound,
  paginateListObjectsV2,
  S3Client,
} from "@aws-sdk/client-s3";
import { epoch } from "#core/time.ts";
import type { RawMails } from "./mail-ports.ts";

interface Settings {
  readonly bucket: string;
  /** In days; the bucket's own rule deletes after as many. */
  readonly keptDays: number;
  readonly client?: S3Client;
}

/** SES leaves this in the bucket when its rule is made: no mail. */
const setupNotice = "AMAZON_SES_SETUP_NOTIFICATION";

export const createRawMails = ({ bucket, keptDays, client = new S3Client({}) }: Settings): RawMails => ({
  keptDays,
  size: async (id) => {
    try {
      const { ContentLength } = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: id }));
      return ContentLength;
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  },
  read: async (id) => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: id }));
    if (Body === undefined) throw new Error("a raw mail came without its bytes");
    return Body.transformToByteArray();
  },
  storedBetween: async (from, to) => {
    const ids: string[] = [];
    for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket }))
      for (const { Key = "", LastModified } of page.Contents ?? [])
        if (Key !== setupNotice && within(LastModified, epoch(from), epoch(to))) ids.push(Key);
    return ids;
  },
});

const within = (stored: Date | undefined, from: number, to: number): boolean =>
  stored !== undefined && stored.getTime() >= from && stored.getTime() < to;
