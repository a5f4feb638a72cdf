import { describe, expect, it } from "vitest";
import { synthesized, written } from "./synthesized.ts";

const prod = synthesized("prod");
const client = prod.ofType("AWS::Cognito::UserPoolClient")[0]![1];

describe("who works at the desk", () => {
  it("signs in on the pool's own pages, by a code that only the asking page can redeem", () => {
    expect(client.Properties).toMatchObject({
      AllowedOAuthFlows: ["code"],
      AllowedOAuthScopes: ["openid", "email"],
      CallbackURLs: ["https://kept.example/desk"],
      LogoutURLs: ["https://kept.example/desk"],
      SupportedIdentityProviders: ["COGNITO"],
    });
    expect(client.Properties).not.toHaveProperty("GenerateSecret", true);
  });

  it("has a name that an administrator gives, for the audit calls people by it, and signs in by name or address", () => {
    const { Properties } = prod.ofType("AWS::Cognito::UserPool")[0]![1];
    expect(Properties).toMatchObject({ AliasAttributes: ["email"] });
    expect(Properties).not.toHaveProperty("UsernameAttributes");
  });

  it("does so at an address that no other account or stage has", () => {
    const domains = (["prod", "dev"] as const).map((stage) => {
      const [, domain] = synthesized(stage).ofType("AWS::Cognito::UserPoolDomain")[0]!;
      return written(domain.Properties["Domain"]);
    });
    expect(domains).toEqual(["kept-staff-000000000000", "dev-kept-staff-000000000000"]);
  });

  it("is signed in for twelve hours at the most, and each token is good for one", () => {
    expect(client.Properties).toMatchObject({
      AccessTokenValidity: 60,
      IdTokenValidity: 60,
      RefreshTokenValidity: 720,
    });
  });
});

it("tells the desk where that is, and where executions are seen, once the deployment knows", () => {
  const { Properties: pages } = prod.ofType("Custom::CDKBucketDeployment")[0]![1];
  const [, markers] = pages["SourceMarkers"] as Record<string, unknown>[];
  const told = Object.values(markers ?? {}).map(written);
  const [pool] = prod.ofType("AWS::Cognito::UserPoolDomain").map(([id]) => id);
  expect(told).toEqual(expect.arrayContaining([pool, prod.ofType("AWS::Cognito::UserPoolClient")[0]![0]]));
  expect(told).toContain("000000000000");
});
