import { isRecord, listed, type Scope } from "./template.ts";
import { unknownHere } from "./unknown.ts";

type Test = (scope: Scope, argument: unknown, place: string) => boolean;

/** Whether a condition holds. @throws CannotStart for a function that is none. */
export const holds: Test = (scope, condition, place) => {
  const [name = ""] = isRecord(condition) ? Object.keys(condition) : [];
  const test = tests[name];
  if (test === undefined || !isRecord(condition))
    throw unknownHere(place, `the condition ${name || String(condition)}`);
  return test(scope, condition[name], place);
};

const tests: Readonly<Record<string, Test>> = {
  Condition: (scope, name, place) => holds(scope, scope.template.Conditions?.[String(name)], place),
  "Fn::Equals": (scope, parts, place) => {
    const [one, other] = listed(parts).map((part) => scope.resolve(part, place));
    return one === other;
  },
  "Fn::Not": (scope, parts, place) => !holds(scope, listed(parts)[0], place),
  "Fn::And": (scope, parts, place) => listed(parts).every((part) => holds(scope, part, place)),
  "Fn::Or": (scope, parts, place) => listed(parts).some((part) => holds(scope, part, place)),
};
