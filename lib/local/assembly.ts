import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { CannotStart } from "./cannot-start.ts";

import { corsOf } from "./template/cors.ts";
import { functionsOf } from "./template/functions.ts";
import { machinesOf } from "./template/machines.ts";
import { bucketNamesOf, receiptRulesOf } from "./template/mail-in.ts";
import {
  eventSourcesOf,
  mailDestinationsOf,
  queueNamesOf,
  subscriptionsOf,
  topicArnsOf,
} from "./template/messaging.ts";
import type { StackRecords } from "./template/records.ts";
import { routesOf } from "./template/routes.ts";
import { schedulesOf, statusRulesOf } from "./template/rules.ts";
import { secretsOf } from "./template/secrets.ts";
import { type Stack, stackOf } from "./template/stack.ts";
import { tablesOf } from "./template/tables.ts";
import type { Template } from "./template/template.ts";

export interface Assembly extends StackRecords {
  /** Where the CDK wrote it, `cdk.out`. */
  readonly folder: string;
}

const manifestSchema = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      properties: z
        .object({ templateFile: z.string().optional(), stackName: z.string().optional() })
        .loose()
        .optional(),
    }),
  ),
});

/**
 * Reads a synthesized assembly: every stack in its manifest, as one set of records.
 * @throws CannotStart when there is none, or when something that has to run is beyond the local world.
 */
export const readAssembly = (folder: string): Assembly => {
  const records = stacksIn(folder).map(recordsOf);
  const assembly: Assembly = {
    folder,
    functions: records.flatMap((each) => each.functions),
    routes: records.flatMap((each) => each.routes),
    cors: records.flatMap((each) => each.cors),
    schedules: records.flatMap((each) => each.schedules),
    statusRules: records.flatMap((each) => each.statusRules),
    tables: records.flatMap((each) => each.tables),
    machines: records.flatMap((each) => each.machines),
    secrets: records.flatMap((each) => each.secrets),
    topicArns: records.flatMap((each) => each.topicArns),
    queueNames: records.flatMap((each) => each.queueNames),
    subscriptions: records.flatMap((each) => each.subscriptions),
    eventSources: records.flatMap((each) => each.eventSources),
    mailDestinations: records.flatMap((each) => each.mailDestinations),
    receiptRules: records.flatMap((each) => each.receiptRules),
    bucketNames: records.flatMap((each) => each.bucketNames),
  };
  return checked(assembly);
};

const stacksIn = (folder: string): Stack[] =>
  Object.entries(manifestSchema.parse(readJson(join(folder, "manifest.json"))).artifacts)
    .filter(([, { type }]) => type === "aws:cloudformation:stack")
    .map(([id, { properties }]) => {
      const file = join(folder, properties?.templateFile ?? `${id}.template.json`);
      return stackOf(readJson(file) as Template, properties?.stackName ?? id);
    });

const recordsOf = (stack: Stack): StackRecords => ({
  functions: functionsOf(stack),
  routes: routesOf(stack),
  cors: corsOf(stack),
  schedules: schedulesOf(stack),
  statusRules: statusRulesOf(stack),
  tables: tablesOf(stack),
  machines: machinesOf(stack),
  secrets: secretsOf(stack),
  topicArns: topicArnsOf(stack),
  queueNames: queueNamesOf(stack),
  subscriptions: subscriptionsOf(stack),
  eventSources: eventSourcesOf(stack),
  mailDestinations: mailDestinationsOf(stack),
  receiptRules: receiptRulesOf(stack),
  bucketNames: bucketNamesOf(stack),
});

/** A trigger without a function that we can run would be silence at run time, so it is an error now. */
const checked = (assembly: Assembly): Assembly => {
  const known = new Set(assembly.functions.map(({ name }) => name));
  for (const each of [
    ...assembly.routes,
    ...assembly.schedules,
    ...assembly.statusRules,
    ...assembly.eventSources,
  ])
    if (!known.has(each.functionName))
      throw new CannotStart(
        `${label(each)} calls ${each.functionName}, whose metadata names no "kept:source".`,
      );
  return assembly;
};

const label = (trigger: { routeKey: string } | { name: string } | { queueArn: string }): string => {
  if ("routeKey" in trigger) return `The route ${trigger.routeKey}`;
  return "name" in trigger ? `The rule ${trigger.name}` : `The queue ${trigger.queueArn}`;
};

const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new CannotStart(`${file} cannot be read; synthesize first with "npm run synth".`, { cause: error });
  }
};
