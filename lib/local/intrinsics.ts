import { holds } from "./template/conditions.ts";
import { attribute, reference } from "./template/references.ts";
import { isRecord, listed, noValue, type Scope, type Template } from "./template/template.ts";
import { unknownHere } from "./template/unknown.ts";

/** A template with a way to resolve what is in it. */
export const scopeOf = (template: Template, stackName: string): Scope => {
  const scope: Scope = { template, stackName, resolve: (value, place) => resolve(scope, value, place) };
  return scope;
};

const resolve = (scope: Scope, value: unknown, place: string): unknown => {
  if (Array.isArray(value))
    return present(value.map((each, index) => resolve(scope, each, `${place}[${index}]`)));
  if (!isRecord(value)) return value;
  const [name, ...more] = Object.keys(value);
  if (name === undefined || more.length > 0 || !isIntrinsic(name)) return resolveRecord(scope, value, place);
  const intrinsic = intrinsics[name];
  if (intrinsic === undefined) throw unknownHere(place, name);
  return intrinsic(scope, value[name], place);
};

const resolveText = (scope: Scope, value: unknown, place: string): string => {
  const resolved = resolve(scope, value, place);
  if (typeof resolved === "string" || typeof resolved === "number") return String(resolved);
  throw unknownHere(place, "a text that is none");
};

const resolveRecord = (scope: Scope, record: Readonly<Record<string, unknown>>, place: string) =>
  Object.fromEntries(
    Object.entries(record)
      .map(([key, each]) => [key, resolve(scope, each, `${place}.${key}`)] as const)
      .filter(([, each]) => each !== noValue),
  );

const present = (list: readonly unknown[]): unknown[] => list.filter((each) => each !== noValue);

const isIntrinsic = (name: string): boolean => name === "Ref" || name.startsWith("Fn::");

type Intrinsic = (scope: Scope, argument: unknown, place: string) => unknown;

const join: Intrinsic = (scope, argument, place) => {
  const [separator, parts] = listed(argument);
  return listed(resolve(scope, parts, place))
    .map((part) => resolveText(scope, part, place))
    .join(resolveText(scope, separator, place));
};

const select: Intrinsic = (scope, argument, place) => {
  const [index, parts] = listed(argument);
  return listed(resolve(scope, parts, place))[Number(index)];
};

const split: Intrinsic = (scope, argument, place) => {
  const [separator, whole] = listed(argument);
  return resolveText(scope, whole, place).split(resolveText(scope, separator, place));
};

const choose: Intrinsic = (scope, argument, place) => {
  const [condition, yes, no] = listed(argument);
  return resolve(scope, holds(scope, { Condition: condition }, place) ? yes : no, place);
};

const substitute: Intrinsic = (scope, argument, place) => {
  const [pattern, variables] = Array.isArray(argument) ? listed(argument) : [argument];
  const own = isRecord(variables) ? variables : {};
  const replaced = (name: string): unknown =>
    name in own ? own[name] : name.includes(".") ? { "Fn::GetAtt": name } : { Ref: name };
  return resolveText(scope, pattern, place).replace(
    /\$\{(!?)([^}]+)\}/g,
    (_, literal: string, name: string) =>
      literal === "" ? resolveText(scope, replaced(name), place) : `\${${name}}`,
  );
};

const getAttribute: Intrinsic = (scope, argument, place) => {
  const [logicalId = "", ...names] = Array.isArray(argument)
    ? argument.map(String)
    : String(argument).split(".");
  return attribute(scope, logicalId, names.join("."), place);
};

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (scope, argument, place) => reference(scope, String(argument), place),
  "Fn::GetAtt": getAttribute,
  "Fn::Join": join,
  "Fn::Select": select,
  "Fn::Split": split,
  "Fn::If": choose,
  "Fn::Sub": substitute,
};
