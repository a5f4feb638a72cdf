import { DeleteObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { RawMailEraser } from "./personal-ports.ts";

/** The bucket keeps no older versions, so what is deleted is gone. */
export const createRawMailEraser = (bucket: string, client = new S3Client({})): RawMailEraser => ({
  erase: async (id) => {
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: id }));
  },
});
