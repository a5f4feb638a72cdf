import { Duration } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  CorsHttpMethod,
  type CorsPreflightOptions,
  HttpApi,
  HttpMethod,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { folded } from "#api/folded.ts";
import { type Area, doorOf, routes } from "#api/routes.ts";
import { logGroup } from "./logs.ts";
import { pin } from "./pin.ts";
import { named, type Settings } from "./settings.ts";

/** The HTTP API: a route for each that `lib/api/routes.ts` lists, or for its family, each to the Lambda of its area. */
export const httpApi = (
  scope: Construct,
  settings: Settings,
  areas: Readonly<Record<Area, IFunction>>,
  staff: IHttpRouteAuthorizer,
): HttpApi => {
  const api = new HttpApi(scope, "api", {
    apiName: named(settings.stage, "kept"),
    createDefaultStage: false,
    ...cors(settings),
  });
  pin(api, "kept", "Api");
  publish(scope, api, settings);
  const integrations = integrationsOf(areas);
  for (const { method, path, area } of folded(routes))
    api.addRoutes({
      path,
      methods: [HttpMethod[method]],
      integration: integrations[area],
      ...(doorOf(area) === "staff" && { authorizer: staff }),
    });
  return api;
};

/** One Lambda for each area. */
export const apiLambdas = <Lambda>(step: (name: `${Area}-api`) => Lambda): Record<Area, Lambda> => ({
  public: step("public-api"),
  link: step("link-api"),
  staff: step("staff-api"),
  personal: step("personal-api"),
});

/** One permission for the whole API: one for each route would take a third of the resources a stack may have. */
const integrationsOf = (areas: Readonly<Record<Area, IFunction>>): Record<Area, HttpLambdaIntegration> => {
  const integration = (area: Area) =>
    new HttpLambdaIntegration(area, areas[area], { scopePermissionToRoute: false });
  return {
    public: integration("public"),
    link: integration("link"),
    staff: integration("staff"),
    personal: integration("personal"),
  };
};

/** Without widgets elsewhere nothing is allowed across origins: our own pages come from the API's own address. */
const cors = ({ widgetOrigins }: Settings): { corsPreflight?: CorsPreflightOptions } =>
  widgetOrigins.length === 0
    ? {}
    : {
        corsPreflight: {
          allowOrigins: [...widgetOrigins],
          allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.POST],
          allowHeaders: ["authorization", "content-type", "idempotency-key", "kept-link"],
          maxAge: Duration.hours(1),
        },
      };

/** The log says which route and how it went. Not who asked, for what or with which token: no path, query, header or IP. */
const publish = (scope: Construct, httpApi: HttpApi, settings: Settings): HttpStage => {
  const { requestsPerSecond, burst } = settings.limits;
  const name = `/aws/vendedlogs/apis/${named(settings.stage, "kept")}`;
  return new HttpStage(scope, "api-stage", {
    httpApi,
    stageName: "$default",
    autoDeploy: true,
    throttle: { rateLimit: requestsPerSecond, burstLimit: burst },
    accessLogSettings: {
      destination: new LogGroupLogDestination(logGroup(scope, "api-logs", name, settings)),
      format: AccessLogFormat.custom(JSON.stringify(logged)),
    },
  });
};

const logged = {
  at: "$context.requestTimeEpoch",
  requestId: "$context.requestId",
  route: "$context.routeKey",
  status: "$context.status",
  milliseconds: "$context.responseLatency",
  bytes: "$context.responseLength",
};
