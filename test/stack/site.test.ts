import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { App, Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { afterAll, describe, expect, it } from "vitest";
import { keyOf } from "#site/address.ts";
import { settingsOf } from "#stack/settings.ts";
import { SignIn } from "#stack/sign-in.ts";
import { Site } from "#stack/site.ts";

const folder = mkdtempSync(join(tmpdir(), "kept-site-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The site alone, its pages built as they are for AWS. */
const aSite = (more: { siteCertificate?: string } = {}): Template => {
  const stack = new Stack(new App({ outdir: folder }), "site");
  const settings = { ...settingsOf("prod"), ...more };
  const { client } = new SignIn(stack, "sign-in", settings);
  const signIn = { domain: "https://sign-in.example", client };
  new Site(stack, "site", { settings, api: new HttpApi(stack, "api"), signIn });
  return Template.fromStack(stack);
};
const site = aSite();

interface HeadersConfig {
  readonly SecurityHeadersConfig: object;
  readonly CorsConfig?: { readonly AccessControlAllowOrigins: { readonly Items: readonly string[] } };
}

const only = (type: string): Record<string, unknown> => {
  const found: { Properties: Record<string, unknown> }[] = Object.values(site.findResources(type)) as never;
  expect(found).toHaveLength(1);
  return found[0]!.Properties;
};
const distribution = only("AWS::CloudFront::Distribution")["DistributionConfig"] as {
  readonly Aliases?: string[];
  readonly CacheBehaviors: Record<string, unknown>[];
  readonly DefaultCacheBehavior: Record<string, unknown>;
};

describe("the bucket of the pages", () => {
  it("is private, encrypted, and stays when the stack goes", () => {
    site.hasResource("AWS::S3::Bucket", {
      DeletionPolicy: "Retain",
      Properties: {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }],
        },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      },
    });
  });

  it("lets this one distribution read, and nobody without TLS do anything", () => {
    const { Statement } = only("AWS::S3::BucketPolicy")["PolicyDocument"] as { Statement: object[] };
    expect(Statement).toHaveLength(2);
    expect(Statement).toMatchObject([
      { Effect: "Deny", Action: "s3:*", Condition: { Bool: { "aws:SecureTransport": "false" } } },
      {
        Effect: "Allow",
        Action: "s3:GetObject",
        Principal: { Service: "cloudfront.amazonaws.com" },
        Condition: { StringEquals: { "AWS:SourceArn": expect.anything() } },
      },
    ]);
  });

  it("receives the pages as they are built, to be asked for again each time", () => {
    const { SourceObjectKeys, SystemMetadata } = only("Custom::CDKBucketDeployment") as {
      SourceObjectKeys: string[];
      SystemMetadata: object;
    };
    expect(SystemMetadata).toEqual({ "cache-control": "no-cache" });
    const asset = join(folder, `asset.${SourceObjectKeys[0]!.replace(".zip", "")}`, "link");
    expect(["index.html", "page.js", "page.css"].map((file) => existsSync(join(asset, file)))).toEqual(
      Array(3).fill(true),
    );
    expect(existsSync(join(asset, "page.ts"))).toBe(false);
    expect(readFileSync(join(asset, "page.js"), "utf8")).toContain("Kept-Link");
  });
});

/** The one function at the edge whose code speaks of that. */
const edgeCode = (of: string): string => {
  const found: { Properties: Record<string, unknown> }[] = Object.values(
    site.findResources("AWS::CloudFront::Function"),
  ) as never;
  const codes = found
    .map(({ Properties }) => String(Properties["FunctionCode"]))
    .filter((code) => code.includes(of));
  expect(codes).toHaveLength(1);
  return codes[0] ?? "";
};

describe("the distribution", () => {
  const cachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
  const allViewerExceptHost = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

  it("asks the API for what is the API's, with every method and header but Host, and keeps no answer", () => {
    const behaviors = distribution.CacheBehaviors.filter(({ PathPattern }) => PathPattern !== "/booking/*");
    expect(behaviors.map(({ PathPattern }) => PathPattern)).toEqual(["/v1/*", "/openapi.json"]);
    for (const each of behaviors)
      expect(each).toMatchObject({
        AllowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"],
        CachePolicyId: cachingDisabled,
        OriginRequestPolicyId: allViewerExceptHost,
        ViewerProtocolPolicy: "https-only",
      });
  });

  it("says with every answer what a browser may do with it", () => {
    const behaviors = distribution.CacheBehaviors;
    const all = [distribution.DefaultCacheBehavior, ...behaviors];
    const [policy, widgets] = Object.keys(site.findResources("AWS::CloudFront::ResponseHeadersPolicy"));
    expect(all.map(({ ResponseHeadersPolicyId }) => ResponseHeadersPolicyId)).toEqual([
      ...Array(3).fill({ Ref: policy }),
      { Ref: widgets },
    ]);
    site.hasResourceProperties("AWS::CloudFront::ResponseHeadersPolicy", {
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          ContentSecurityPolicy: {
            ContentSecurityPolicy:
              "default-src 'none'; script-src 'self'; style-src 'self'; " +
              "connect-src 'self' https://sign-in.example; img-src 'self' data:; " +
              "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            Override: true,
          },
          ContentTypeOptions: { Override: true },
          FrameOptions: { FrameOption: "DENY", Override: true },
          ReferrerPolicy: { ReferrerPolicy: "no-referrer", Override: true },
          StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, Override: true },
        },
      },
    });
  });

  it("lets the pages of others load the widget, and nothing else of ours", () => {
    const policies = Object.values(site.findResources("AWS::CloudFront::ResponseHeadersPolicy"));
    const configs = policies.map(({ Properties }) => Properties.ResponseHeadersPolicyConfig as HeadersConfig);
    expect(configs.map(({ CorsConfig }) => CorsConfig?.AccessControlAllowOrigins.Items)).toEqual([
      undefined,
      ["*"],
    ]);
    // But for the address of the sign-in, for the widget signs nobody in.
    const [ours, widgets] = configs.map(({ SecurityHeadersConfig }) => JSON.stringify(SecurityHeadersConfig));
    expect(widgets).toBe(ours?.replace(" https://sign-in.example", ""));
    expect(only("Custom::CDKBucketDeployment")["Prune"]).toBe(false);
  });

  it("answers at the site's own domain once there is a certificate for it", () => {
    expect(distribution.Aliases).toBeUndefined();
    const siteCertificate = "arn:aws:acm:us-east-1:000000000000:certificate/a";
    aSite({ siteCertificate }).hasResourceProperties("AWS::CloudFront::Distribution", {
      DistributionConfig: {
        Aliases: ["kept.example"],
        ViewerCertificate: { AcmCertificateArn: siteCertificate, MinimumProtocolVersion: "TLSv1.2_2021" },
      },
    });
  });

  it("finds the page of an address as the local world does", () => {
    const code = edgeCode("index.html");
    const deep = ["/book", "/book/taxdome", "/book/page.js", "/books/a", "/desk/solar/cases/S-1/"];
    for (const path of [
      "/link",
      "/link/",
      "/link/index.html",
      "/link/page.js",
      "/",
      "/a.b/c",
      "/v2.1/",
      ...deep,
    ]) {
      const request = runInNewContext(`${code}; handler(event)`, { event: { request: { uri: path } } });
      expect(request.uri).toBe(`/${keyOf(path)}`);
    }
  });

  it("tells the API who asks, whatever the request claims", () => {
    const event = {
      viewer: { ip: "203.0.113.7" },
      request: { uri: "/v1/taxdome/appointments", headers: { "x-kept-viewer": { value: "198.51.100.1" } } },
    };
    const request = runInNewContext(`${edgeCode("viewer.ip")}; handler(event)`, { event });
    expect(request.headers["x-kept-viewer"]).toEqual({ value: "203.0.113.7" });
  });
});
