import { Duration } from "aws-cdk-lib";
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";
import { contentSecurityPolicy, openHeaders, signingInAt } from "#site/headers.ts";
import { named, type Stage } from "./settings.ts";

const security: ResponseSecurityHeadersBehavior = {
  contentSecurityPolicy: { contentSecurityPolicy, override: true },
  contentTypeOptions: { override: true },
  frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
  referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
  strictTransportSecurity: { accessControlMaxAge: Duration.days(365), override: true },
};

/**
 * What `lib/site/headers.ts` says, as CloudFront adds it to every answer, and that browsers come back by HTTPS only.
 * @param signIn the address at which staff sign in.
 */
export const siteHeaders = (scope: Construct, stage: Stage, signIn: string): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(scope, "headers", {
    responseHeadersPolicyName: named(stage, "kept-site"),
    securityHeadersBehavior: {
      ...security,
      contentSecurityPolicy: { contentSecurityPolicy: signingInAt(signIn), override: true },
    },
  });

const header = "cross-origin-resource-policy";

/** The same for the widget, which the pages of others fetch. */
export const widgetHeaders = (scope: Construct, stage: Stage): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(scope, "widget-headers", {
    responseHeadersPolicyName: named(stage, "kept-widget"),
    securityHeadersBehavior: security,
    corsBehavior: {
      accessControlAllowCredentials: false,
      accessControlAllowHeaders: ["*"],
      accessControlAllowMethods: ["GET", "HEAD"],
      accessControlAllowOrigins: [openHeaders["access-control-allow-origin"]],
      originOverride: true,
    },
    customHeadersBehavior: {
      customHeaders: [{ header, value: openHeaders[header], override: true }],
    },
  });
