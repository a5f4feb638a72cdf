import * as z from "zod";
import { CannotStart } from "../cannot-start.ts";
import { type Resolve, type Resource, resolverOf, type Template } from "../intrinsics.ts";
import { kinds } from "./kinds.ts";

/** One resource as its readers see it: values are resolved when asked for, so that what nobody needs refuses nothing. */
export interface Found {
  readonly logicalId: string;
  readonly type: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** @throws CannotStart with the resource and the property when it is not as expected. */
  read<T>(property: string, schema: z.ZodType<T>): T;
  readonly name: string;
  readonly arn: string;
}

export interface Stack {
  of(...types: string[]): Found[];
}

export const stackOf = (template: Template, stackName: string): Stack => {
  const resolve = resolverOf(template, stackName);
  const all = Object.entries(template.Resources).map(([id, resource]) =>
    found(id, resource, resolve, stackName),
  );
  return { of: (...types) => all.filter(({ type }) => types.includes(type)) };
};

const found = (logicalId: string, resource: Resource, resolve: Resolve, stackName: string): Found => ({
  logicalId,
  type: resource.Type,
  metadata: resource.Metadata ?? {},
  read: (property, schema) => {
    const place = `${stackName}/${logicalId}.${property}`;
    const parsed = schema.safeParse(resolve(resource.Properties?.[property], place));
    if (parsed.success) return parsed.data;
    throw new CannotStart(`The template's ${place} cannot be run: ${z.prettifyError(parsed.error)}`);
  },
  get name() {
    const { nameProperty } = kinds[resource.Type] ?? {};
    const own = nameProperty && resource.Properties?.[nameProperty];
    return own ? String(resolve(own, `${stackName}/${logicalId}.${nameProperty}`)) : logicalId;
  },
  get arn() {
    const kind = kinds[resource.Type];
    const read = kind?.attributes["Arn"] ?? kind?.attributes["TopicArn"] ?? kind?.ref;
    if (read === undefined) throw new CannotStart(`${resource.Type} has no ARN in the local world.`);
    return read(this.name);
  },
});
