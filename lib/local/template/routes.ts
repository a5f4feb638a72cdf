import * as z from "zod";
import { CannotStart } from "../cannot-start.ts";
import { functionName } from "./account.ts";
import type { Route } from "./records.ts";
import type { Stack } from "./stack.ts";

/** @throws CannotStart for a route whose integration is not one of the stack's. */
export const routesOf = (stack: Stack): Route[] => {
  const integrations = new Map(
    stack.of("AWS::ApiGatewayV2::Integration").map((each) => [each.logicalId, each]),
  );
  return stack.of("AWS::ApiGatewayV2::Route").map((route) => {
    const target = route.read("Target", z.string());
    const integration = integrations.get(target.replace(/^integrations\//, ""));
    if (integration === undefined)
      throw new CannotStart(`The route ${route.logicalId} leads to no integration.`);
    return {
      routeKey: route.read("RouteKey", z.string()),
      functionName: functionName(integration.read("IntegrationUri", z.string())),
      signedIn: route.read("AuthorizationType", z.string().optional()) === "JWT",
    };
  });
};
