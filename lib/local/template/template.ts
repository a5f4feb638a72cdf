export interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

/** A CloudFormation template, as far as we read it. */
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Parameters?: Readonly<Record<string, { readonly Default?: unknown }>>;
  readonly Conditions?: Readonly<Record<string, unknown>>;
}

/**
 * Turns a template value into a plain one. `place` names it in an error.
 * @throws CannotStart for an intrinsic or a reference that the local world does not know.
 */
export type Resolve = (value: unknown, place: string) => unknown;

/** Where intrinsics are resolved. */
export interface Scope {
  readonly template: Template;
  readonly stackName: string;
  readonly resolve: Resolve;
}

/** What takes an entry out of the list or the object that it stands in. */
export const noValue = Symbol("AWS::NoValue");

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const listed = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : [];
