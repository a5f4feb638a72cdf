import { join } from "node:path";
import { Aws, CfnOutput, Duration } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  type Function as EdgeFunction,
  FunctionEventType,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  type ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket } from "aws-cdk-lib/aws-s3";
import { BucketDeployment, CacheControl } from "aws-cdk-lib/aws-s3-deployment";
import { Construct } from "constructs";
import { pageCaching } from "#site/headers.ts";
import { builtPages } from "./built-pages.ts";
import { deskConfig } from "./desk-config.ts";
import { indexOfFolder, viewerAddress } from "./edge-functions.ts";
import { keep } from "./pin.ts";
import type { Settings } from "./settings.ts";
import type { SignIn } from "./sign-in.ts";
import { siteHeaders, widgetHeaders } from "./site-headers.ts";

export interface SiteProps {
  readonly settings: Settings;
  readonly api: HttpApi;
  readonly signIn: Pick<SignIn, "domain" | "client">;
}

/**
 * Pages and API under one name, so that a page needs nothing from anywhere else. Neither CloudFront nor the bucket keeps
 * access logs; were they to, a link's token would not be in them, for it travels in the fragment and in a header.
 */
export class Site extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, { settings, api, signIn }: SiteProps) {
    super(scope, id);
    const headers = siteHeaders(this, settings.stage, signIn.domain);
    const bucket = this.bucket(settings);
    const pages = pagesBehavior(bucket, headers);
    const widget = { ...pages, responseHeadersPolicy: widgetHeaders(this, settings.stage) };
    const toApi = apiBehavior(api, headers, viewerAddress(this));
    this.distribution = new Distribution(this, "distribution", {
      comment: `Kept, ${settings.stage}`,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      ...domainOf(this, settings),
      defaultBehavior: { ...pages, functionAssociations: [atRequest(indexOfFolder(this))] },
      additionalBehaviors: { "/v1/*": toApi, "/openapi.json": toApi, "/booking/*": widget },
    });
    new BucketDeployment(this, "pages", {
      destinationBucket: bucket,
      sources: [builtPages(join(import.meta.dirname, "../..")), deskConfig(settings, signIn)],
      cacheControl: [CacheControl.fromString(pageCaching)],
      // A page that names the hash of its widget goes on asking for those bytes.
      prune: false,
      memoryLimit: 256,
    });
    new CfnOutput(this, "Url", {
      value: `https://${this.distribution.distributionDomainName}`,
      description: "Where the pages are; without a domain of its own, the site that the settings must name",
    });
  }

  private bucket({ stage }: Settings): IBucket {
    const bucket = new Bucket(this, "bucket", {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      removalPolicy: keep(stage),
    });
    // The CDK's own class misses its interface under exactOptionalPropertyTypes, by one property that may be undefined.
    return bucket as IBucket;
  }
}

const pagesBehavior = (bucket: IBucket, headers: ResponseHeadersPolicy): BehaviorOptions => ({
  origin: S3BucketOrigin.withOriginAccessControl(bucket),
  viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
  cachePolicy: CachePolicy.CACHING_OPTIMIZED,
  responseHeadersPolicy: headers,
});

/** Passed on whole, but for the host, which has to be the API's own. Answers are a person's own and never kept. */
const apiBehavior = (
  api: HttpApi,
  headers: ResponseHeadersPolicy,
  viewer: EdgeFunction,
): BehaviorOptions => ({
  functionAssociations: [atRequest(viewer)],
  origin: new HttpOrigin(`${api.apiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`, {
    readTimeout: Duration.seconds(30),
  }),
  allowedMethods: AllowedMethods.ALLOW_ALL,
  viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
  cachePolicy: CachePolicy.CACHING_DISABLED,
  originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
  responseHeadersPolicy: headers,
});

const atRequest = (edge: EdgeFunction) => ({ function: edge, eventType: FunctionEventType.VIEWER_REQUEST });

const domainOf = (scope: Construct, { site, siteCertificate }: Settings) =>
  siteCertificate === undefined
    ? {}
    : {
        domainNames: [new URL(site).hostname],
        certificate: Certificate.fromCertificateArn(scope, "certificate", siteCertificate),
      };
