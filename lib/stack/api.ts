import { HttpApi, HttpMethod, type IHttpRouteAuthorizer } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { type Area, routes } from "#api/routes.ts";
import { pin } from "./pin.ts";
import { named, type Stage } from "./settings.ts";

/** The HTTP API: one route for each that `lib/api/routes.ts` lists, each to the Lambda of its area. */
export const httpApi = (
  scope: Construct,
  stage: Stage,
  areas: Readonly<Record<Area, IFunction>>,
  staff: IHttpRouteAuthorizer,
): HttpApi => {
  const api = new HttpApi(scope, "api", { apiName: named(stage, "kept") });
  pin(api, "kept", "Api");
  const integrations = integrationsOf(areas);
  for (const { method, path, area } of routes)
    api.addRoutes({
      path,
      methods: [HttpMethod[method]],
      integration: integrations[area],
      ...(area === "staff" && { authorizer: staff }),
    });
  return api;
};

/** One permission for the whole API: one for each route would take a third of the resources a stack may have. */
const integrationsOf = (areas: Readonly<Record<Area, IFunction>>): Record<Area, HttpLambdaIntegration> => {
  const integration = (area: Area) =>
    new HttpLambdaIntegration(area, areas[area], { scopePermissionToRoute: false });
  return { public: integration("public"), link: integration("link"), staff: integration("staff") };
};
