import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Io } from "./io.ts";
import { UsageMistake } from "./mistake.ts";

/** 0: done, and all is well; 1: what was looked at is not well, or could not be; 2: called wrongly. */
export type ExitCode = 0 | 1 | 2;

export interface Option {
  readonly type: "string" | "boolean";
  /** What stands for its value in the help, `2026-12-09`. */
  readonly value?: string;
  readonly does: string;
}

export interface Given {
  readonly positionals: readonly string[];
  text(option: string): string | undefined;
  flag(option: string): boolean;
}

export interface Command {
  /** Its arguments as the help shows them, `<policy.json>`. */
  readonly takes: string;
  readonly does: string;
  /** How many arguments it needs, and how many it takes. */
  readonly arguments: { readonly least: number; readonly most: number };
  readonly options: Readonly<Record<string, Option>>;
  run(given: Given, io: Io): Promise<ExitCode>;
}

/** @throws UsageMistake for an option or a number of arguments that the command does not have. */
export const givenTo = (command: Command, args: readonly string[]): Given => {
  const { values, positionals } = parsed(command, args);
  const { least, most } = command.arguments;
  if (positionals.length < least) throw new UsageMistake(`missing: ${command.takes}`);
  if (positionals.length > most) throw new UsageMistake(`"${positionals[most]}" is one argument too many`);
  return {
    positionals,
    text: (option) => (typeof values[option] === "string" ? values[option] : undefined),
    flag: (option) => values[option] === true,
  };
};

const parsed = ({ options }: Command, args: readonly string[]) => {
  const config: ParseArgsConfig = {
    args: [...args],
    allowPositionals: true,
    options: Object.fromEntries(Object.entries(options).map(([name, { type }]) => [name, { type }])),
  };
  try {
    return parseArgs(config);
  } catch (error) {
    // Node's own sentence goes on with advice about "--" that helps nobody here.
    throw new UsageMistake(String(error instanceof Error ? error.message : error).split(". ")[0]);
  }
};
