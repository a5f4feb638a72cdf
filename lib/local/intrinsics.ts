import { CannotStart } from "./cannot-start.ts";
import { pseudoParameters } from "./template/account.ts";
import { type Kind, kinds } from "./template/kinds.ts";

export interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

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

type Intrinsic = (argument: unknown, place: string) => unknown;

export const resolverOf = (template: Template, stackName: string): Resolve => {
  const resolve: Resolve = (value, place) => {
    if (Array.isArray(value)) return resolveList(value, place);
    if (!isRecord(value)) return value;
    const [name, ...more] = Object.keys(value);
    if (name !== undefined && more.length === 0 && isIntrinsic(name)) return call(name, value[name], place);
    return resolveRecord(value, place);
  };

  const resolveList = (list: readonly unknown[], place: string): unknown[] =>
    list.map((each, index) => resolve(each, `${place}[${index}]`)).filter((each) => each !== noValue);

  const resolveRecord = (record: Readonly<Record<string, unknown>>, place: string): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(record)
        .map(([key, each]) => [key, resolve(each, `${place}.${key}`)] as const)
        .filter(([, each]) => each !== noValue),
    );

  const call = (name: string, argument: unknown, place: string): unknown => {
    const intrinsic = intrinsics[name];
    if (intrinsic === undefined) throw refused(place, name);
    return intrinsic(argument, place);
  };

  const list = (argument: unknown, place: string): unknown[] => {
    const resolved = resolve(argument, place);
    if (!Array.isArray(resolved)) throw refused(place, "a list that is none");
    return resolved;
  };

  const text = (argument: unknown, place: string): string => {
    const resolved = resolve(argument, place);
    if (typeof resolved !== "string" && typeof resolved !== "number")
      throw refused(place, "a text that is none");
    return String(resolved);
  };

  const reference = (logicalId: string, place: string): unknown => {
    if (logicalId === "AWS::NoValue") return noValue;
    if (logicalId === "AWS::StackName") return stackName;
    const known = pseudoParameters[logicalId] ?? template.Parameters?.[logicalId]?.Default;
    if (known !== undefined) return known;
    const { kind, name } = physical(logicalId, place);
    return kind.ref(name);
  };

  const attribute = (logicalId: string, attributeName: string, place: string): string => {
    const { kind, name } = physical(logicalId, place);
    const read = kind.attributes[attributeName];
    if (read === undefined) throw refused(place, `Fn::GetAtt ${logicalId}.${attributeName}`);
    return read(name);
  };

  const physical = (logicalId: string, place: string): { kind: Kind; name: string } => {
    const resource = template.Resources[logicalId];
    const kind = resource && kinds[resource.Type];
    if (resource === undefined || kind === undefined)
      throw refused(place, `a reference to ${logicalId}${resource ? ` (${resource.Type})` : ""}`);
    const own = kind.nameProperty === undefined ? undefined : resource.Properties?.[kind.nameProperty];
    return { kind, name: own === undefined ? logicalId : text(own, `${logicalId}.${kind.nameProperty}`) };
  };

  const holds = (condition: unknown, place: string): boolean => {
    if (!isRecord(condition)) throw refused(place, "a condition that is none");
    const [name = ""] = Object.keys(condition);
    const argument = condition[name];
    if (name === "Condition") return holds(template.Conditions?.[String(argument)], place);
    const parts = Array.isArray(argument) ? argument : [];
    if (name === "Fn::Equals") return resolve(parts[0], place) === resolve(parts[1], place);
    if (name === "Fn::Not") return !holds(parts[0], place);
    if (name === "Fn::And") return parts.every((part) => holds(part, place));
    if (name === "Fn::Or") return parts.some((part) => holds(part, place));
    throw refused(place, name);
  };

  const substitute: Intrinsic = (argument, place) => {
    const [pattern, variables] = Array.isArray(argument) ? argument : [argument, {}];
    const own = isRecord(variables) ? variables : {};
    return text(pattern, place).replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal !== "") return `\${${name}}`;
      if (name in own) return text(own[name], place);
      const [logicalId = "", ...attributes] = name.split(".");
      return attributes.length === 0
        ? String(reference(logicalId, place))
        : attribute(logicalId, attributes.join("."), place);
    });
  };

  const intrinsics: Readonly<Record<string, Intrinsic>> = {
    Ref: (argument, place) => reference(String(argument), place),
    "Fn::GetAtt": (argument, place) => {
      const [logicalId = "", ...names] = Array.isArray(argument)
        ? argument.map(String)
        : String(argument).split(".");
      return attribute(logicalId, names.join("."), place);
    },
    "Fn::Join": (argument, place) => {
      const [separator, parts] = Array.isArray(argument) ? argument : [];
      return list(parts, place)
        .map((part) => text(part, place))
        .join(text(separator, place));
    },
    "Fn::Select": (argument, place) => {
      const [index, parts] = Array.isArray(argument) ? argument : [];
      return list(parts, place)[Number(index)];
    },
    "Fn::Split": (argument, place) => {
      const [separator, whole] = Array.isArray(argument) ? argument : [];
      return text(whole, place).split(text(separator, place));
    },
    "Fn::If": (argument, place) => {
      const [condition, yes, no] = Array.isArray(argument) ? argument : [];
      return resolve(holds({ Condition: condition }, place) ? yes : no, place);
    },
    "Fn::Sub": substitute,
  };

  return resolve;
};

const noValue = Symbol("AWS::NoValue");

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isIntrinsic = (name: string): boolean => name === "Ref" || name.startsWith("Fn::");

const refused = (place: string, what: string): CannotStart =>
  new CannotStart(`The template uses ${what} at ${place}, which the local world does not know.`);
