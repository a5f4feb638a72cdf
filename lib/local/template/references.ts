import { pseudoParameters } from "./account.ts";
import { type Kind, kinds } from "./kinds.ts";
import { noValue, type Scope } from "./template.ts";
import { unknownHere } from "./unknown.ts";

/** `Ref`: a parameter's default, a pseudo parameter, or what a resource gives. @throws CannotStart for an unknown one. */
export const reference = (scope: Scope, logicalId: string, place: string): unknown => {
  if (logicalId === "AWS::NoValue") return noValue;
  if (logicalId === "AWS::StackName") return scope.stackName;
  const known = pseudoParameters[logicalId] ?? scope.template.Parameters?.[logicalId]?.Default;
  if (known !== undefined) return known;
  const { kind, name } = physical(scope, logicalId, place);
  return kind.ref(name);
};

/** `Fn::GetAtt`. @throws CannotStart for a resource or an attribute that we do not know. */
export const attribute = (scope: Scope, logicalId: string, attributeName: string, place: string): string => {
  const { kind, name } = physical(scope, logicalId, place);
  const read = kind.attributes[attributeName];
  if (read === undefined) throw unknownHere(place, `Fn::GetAtt ${logicalId}.${attributeName}`);
  return read(name);
};

const physical = (scope: Scope, logicalId: string, place: string): { kind: Kind; name: string } => {
  const resource = scope.template.Resources[logicalId];
  const kind = resource && kinds[resource.Type];
  if (kind === undefined)
    throw unknownHere(place, `a reference to ${logicalId}${resource ? ` (${resource.Type})` : ""}`);
  return { kind, name: physicalName(scope, logicalId) };
};

/** The name that a resource was given, else its logical id. */
export const physicalName = (scope: Scope, logicalId: string): string => {
  const resource = scope.template.Resources[logicalId];
  const property = resource && kinds[resource.Type]?.nameProperty;
  const own = property && resource.Properties?.[property];
  return own === undefined ? logicalId : String(scope.resolve(own, `${logicalId}.${property}`));
};
