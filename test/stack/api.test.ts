import { describe, expect, it } from "vitest";
import { synthesized } from "./synthesized.ts";

const prod = synthesized("prod");
const local = synthesized();
const [, stage] = prod.ofType("AWS::ApiGatewayV2::Stage")[0]!;

describe("the API's gate", () => {
  it("lets through what the settings say, over all callers", () => {
    expect(stage.Properties["DefaultRouteSettings"]).toEqual({
      ThrottlingRateLimit: 50,
      ThrottlingBurstLimit: 100,
    });
  });

  it("logs which route and how it went, and nothing of who asked, for what or with which token", () => {
    const { Format } = stage.Properties["AccessLogSettings"] as { Format: string };
    expect(Object.values(JSON.parse(Format) as Record<string, string>).sort()).toEqual([
      "$context.requestId",
      "$context.requestTimeEpoch",
      "$context.responseLatency",
      "$context.responseLength",
      "$context.routeKey",
      "$context.status",
    ]);
  });

  it("lets browsers call it from the sites with a widget, and from nowhere else", () => {
    const { CorsConfiguration } = prod.resources["KeptApi"]!.Properties;
    expect(CorsConfiguration).toMatchObject({
      AllowOrigins: ["https://taxdome.example", "https://www.taxdome.example"],
      AllowHeaders: expect.arrayContaining(["idempotency-key", "kept-link"]),
    });
    expect(CorsConfiguration).not.toHaveProperty("AllowCredentials");
    expect(local.resources["KeptApi"]!.Properties["CorsConfiguration"]).toMatchObject({
      AllowOrigins: ["http://127.0.0.1", "http://localhost"],
    });
  });

  it("asks for a member of staff on every route of theirs, and on no other", () => {
    for (const [, { Properties }] of prod.ofType("AWS::ApiGatewayV2::Route"))
      expect(Properties["AuthorizationType"]).toBe(
        String(Properties["RouteKey"]).includes("/staff/") ? "JWT" : "NONE",
      );
  });
});

describe("staff sign in", () => {
  const pool = prod.resources["StaffUserPool"]!.Properties;

  it("with accounts that an administrator made, and a second factor from an app", () => {
    expect(pool).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: "ON",
      EnabledMfas: ["SOFTWARE_TOKEN_MFA"],
      UserPoolTier: "PLUS",
    });
  });

  it("into groups of a pack and a role", () => {
    const groups = prod.ofType("AWS::Cognito::UserPoolGroup").map(([, each]) => each.Properties["GroupName"]);
    expect(groups).toEqual(expect.arrayContaining(["taxdome:staff", "taxdome:manager", "taxdome:board"]));
  });
});
