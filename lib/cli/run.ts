import { CannotStart } from "#local/cannot-start.ts";
import { type Command, type ExitCode, givenTo } from "./command.ts";
import { commands } from "./commands.ts";
import { commandHelp, generalHelp } from "./help.ts";
import type { Io } from "./io.ts";
import { Mistake, UsageMistake } from "./mistake.ts";

/**
 * Runs what a person typed after `kept`.
 * @throws what is a fault of ours; all that a person can put right is told in one line instead.
 */
export const run = async (argv: readonly string[], io: Io): Promise<ExitCode> => {
  const [name = "", ...args] = argv;
  if (isHelp(name)) return helped(io, generalHelp(commands));
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return misused(io, unknownCommand(name), generalHelp(commands));
  if (args.some(isHelp)) return helped(io, commandHelp(name, command));
  return attempt(name, command, args, io);
};

const attempt = async (
  name: string,
  command: Command,
  args: readonly string[],
  io: Io,
): Promise<ExitCode> => {
  try {
    return await command.run(givenTo(command, args), io);
  } catch (error) {
    if (error instanceof UsageMistake) return misused(io, error.message, commandHelp(name, command));
    if (!(error instanceof Mistake || error instanceof CannotStart)) throw error;
    io.note(`${error.message}\n`);
    return 1;
  }
};

const isHelp = (word: string): boolean => word === "--help" || word === "-h" || word === "help";

const helped = (io: Io, help: string): ExitCode => {
  io.out(help);
  return 0;
};

const misused = (io: Io, what: string, help: string): ExitCode => {
  io.note(`${what}\n\n${help}`);
  return 2;
};

const unknownCommand = (name: string): string =>
  name === "" ? "Which command?" : `There is no command "${name}".`;
