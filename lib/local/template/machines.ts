import * as z from "zod";
import type { Machine } from "./records.ts";
import type { Found, Stack } from "./stack.ts";

export const machinesOf = (stack: Stack): Machine[] =>
  stack.of("AWS::StepFunctions::StateMachine").map((machine) => ({
    arn: machine.arn(),
    name: machine.name(),
    definition: definitionOf(machine),
  }));

const definitionOf = (machine: Found): string => {
  const substitutions = machine.read(
    "DefinitionSubstitutions",
    z.record(z.string(), z.coerce.string()).default({}),
  );
  const definition = machine.read("DefinitionString", z.string());
  return Object.entries(substitutions).reduce(
    (text, [name, value]) => text.replaceAll(`\${${name}}`, value),
    definition,
  );
};
