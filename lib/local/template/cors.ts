import * as z from "zod";
import type { Cors } from "./records.ts";
import type { Stack } from "./stack.ts";

const names = z.array(z.string()).default([]);
const configuration = z
  .strictObject({
    AllowOrigins: names,
    AllowMethods: names,
    AllowHeaders: names,
    ExposeHeaders: names,
    MaxAge: z.number().optional(),
  })
  .optional();

/** What the stack's HTTP API lets the pages of other origins do; without it nothing. */
export const corsOf = (stack: Stack): Cors[] =>
  stack.of("AWS::ApiGatewayV2::Api").flatMap((api) => {
    const cors = api.read("CorsConfiguration", configuration);
    if (cors === undefined) return [];
    const { AllowOrigins, AllowMethods, AllowHeaders, ExposeHeaders, MaxAge } = cors;
    const allowed = { origins: AllowOrigins, methods: AllowMethods, headers: AllowHeaders };
    return [{ ...allowed, exposed: ExposeHeaders, ...(MaxAge !== undefined && { maxAgeSeconds: MaxAge }) }];
  });
