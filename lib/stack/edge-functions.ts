import { Function as EdgeFunction, FunctionCode, FunctionRuntime } from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";

/** Shows /link as link/index.html: the rule of `lib/site/address.ts` in the JavaScript that CloudFront runs. */
export const indexOfFolder = (scope: Construct): EdgeFunction =>
  edge(
    scope,
    "index-of-folder",
    "Shows /link as link/index.html",
    `if (!/\\.[^/]*$/.test(request.uri))
    request.uri = request.uri.replace(/^(\\/(?:book|desk))\\/.*/, "$1").replace(/\\/$/, "") + "/index.html";`,
  );

/**
 * Tells the API which network a request came from, whatever the request itself claims: behind CloudFront the API sees
 * only CloudFront, and the cap on one network would be everybody's.
 */
export const viewerAddress = (scope: Construct): EdgeFunction =>
  edge(
    scope,
    "viewer-address",
    "Says who asks, for the cap on one network",
    `request.headers["x-kept-viewer"] = { value: event.viewer.ip };`,
  );

const edge = (scope: Construct, id: string, comment: string, rule: string): EdgeFunction =>
  new EdgeFunction(scope, id, {
    comment,
    runtime: FunctionRuntime.JS_2_0,
    code: FunctionCode.fromInline(
      `function handler(event) {\n  var request = event.request;\n  ${rule}\n  return request;\n}\n`,
    ),
  });
