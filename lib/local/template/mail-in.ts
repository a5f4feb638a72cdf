import * as z from "zod";
import type { ReceiptRule } from "./records.ts";
import type { Stack } from "./stack.ts";

const s3Action = z.object({
  BucketName: z.string(),
  ObjectKeyPrefix: z.string().default(""),
  TopicArn: z.string().optional(),
});

const rule = z.object({
  Enabled: z.boolean().default(false),
  Recipients: z.array(z.string()).default([]),
  Actions: z.array(z.object({ S3Action: s3Action.optional() })).default([]),
});

/** Rules of SES that store mail and say so; those that are not enabled, or do something else, take no mail here. */
export const receiptRulesOf = (stack: Stack): ReceiptRule[] =>
  stack.of("AWS::SES::ReceiptRule").flatMap((each) => {
    const { Enabled, Recipients, Actions } = each.read("Rule", rule);
    return Actions.flatMap(({ S3Action: stored }) =>
      Enabled && stored?.TopicArn !== undefined
        ? [
            {
              recipients: Recipients,
              bucket: stored.BucketName,
              prefix: stored.ObjectKeyPrefix,
              topicArn: stored.TopicArn,
            },
          ]
        : [],
    );
  });

export const bucketNamesOf = (stack: Stack): string[] =>
  stack.of("AWS::S3::Bucket").map((bucket) => bucket.name());
