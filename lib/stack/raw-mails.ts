import { Duration } from "aws-cdk-lib";
import { Grant, type IGrantable } from "aws-cdk-lib/aws-iam";
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { keep, pin } from "./pin.ts";
import type { Settings } from "./settings.ts";

/** Mails as they came in: written by SES, read by whoever must, changed by nobody, deleted after some days, or when its customer is. */
export class RawMails extends Construct {
  readonly bucket: IBucket;

  constructor(scope: Construct, id: string, { stage, retention }: Settings) {
    super(scope, id);
    const bucket = new Bucket(this, "bucket", {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      lifecycleRules: [{ expiration: Duration.days(retention.mailDays) }],
      removalPolicy: keep(stage),
    });
    pin(bucket, "raw-mails", "Bucket");
    // The CDK's own class misses its interface under exactOptionalPropertyTypes, by one property that may be undefined.
    this.bucket = bucket as IBucket;
  }

  /** One mail by its name. Without being allowed to list, S3 would call one that is not there forbidden. */
  grantRead(grantee: IGrantable): void {
    const resourceArns = [this.bucket.arnForObjects("*")];
    Grant.addToPrincipal({ grantee, actions: ["s3:GetObject"], resourceArns });
    this.grantList(grantee);
  }

  /** To read one and to delete it. */
  grantErase(grantee: IGrantable): void {
    this.grantRead(grantee);
    const resourceArns = [this.bucket.arnForObjects("*")];
    Grant.addToPrincipal({ grantee, actions: ["s3:DeleteObject"], resourceArns });
  }

  /** Which mails there are, and since when. */
  grantList(grantee: IGrantable): void {
    Grant.addToPrincipal({ grantee, actions: ["s3:ListBucket"], resourceArns: [this.bucket.bucketArn] });
  }
}
