import * as z from "zod";
import { CannotStart } from "../cannot-start.ts";
import { scopeOf } from "../intrinsics.ts";
import { kinds } from "./kinds.ts";
import { physicalName } from "./references.ts";
import type { Resource, Scope, Template } from "./template.ts";

/** One resource as its readers see it: values are resolved when asked for, so that what nobody needs refuses nothing. */
export interface Found {
  readonly logicalId: string;
  readonly type: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** @throws CannotStart with the resource and the property when it is not as expected. */
  read<T>(property: string, schema: z.ZodType<T>): T;
  name(): string;
  arn(): string;
}

export interface Stack {
  of(...types: string[]): Found[];
}

export const stackOf = (template: Template, stackName: string): Stack => {
  const scope = scopeOf(template, stackName);
  const all = Object.entries(template.Resources).map(([id, resource]) => found(scope, id, resource));
  return { of: (...types) => all.filter(({ type }) => types.includes(type)) };
};

const found = (scope: Scope, logicalId: string, resource: Resource): Found => ({
  logicalId,
  type: resource.Type,
  metadata: resource.Metadata ?? {},
  read: (property, schema) => {
    const place = `${scope.stackName}/${logicalId}.${property}`;
    const parsed = schema.safeParse(scope.resolve(resource.Properties?.[property], place));
    if (parsed.success) return parsed.data;
    throw new CannotStart(`The template's ${place} cannot be run: ${z.prettifyError(parsed.error)}`);
  },
  name: () => physicalName(scope, logicalId),
  arn: () => arnOf(resource, physicalName(scope, logicalId)),
});

const arnOf = ({ Type: type }: Resource, name: string): string => {
  const kind = kinds[type];
  const read = kind?.attributes["Arn"] ?? kind?.attributes["TopicArn"];
  if (read === undefined) throw new CannotStart(`${type} has no ARN in the local world.`);
  return read(name);
};
