import { join } from "node:path";
import { parseArgs } from "node:util";
import { CannotStart } from "#local/cannot-start.ts";
import { start } from "#local/start.ts";

interface Command {
  readonly usage: string;
  readonly does: string;
  run(args: readonly string[]): Promise<void>;
}

const root = join(import.meta.dirname, "..");

const commands: Readonly<Record<string, Command>> = {
  start: {
    usage: "start",
    does: "serve everything on this machine; settings are KEPT_… variables",
    run: async (args) => {
      parseArgs({ args: [...args], options: {} });
      await start(root);
    },
  },
};

const usage = (): string =>
  [
    "kept <command>",
    ...Object.values(commands).map((command) => `  ${command.usage.padEnd(24)} ${command.does}`),
    "",
  ].join("\n");

/** Mistakes that a person can put right are one line; anything else keeps its stack. */
const report = (error: unknown): void => {
  const plain = error instanceof CannotStart || (error instanceof TypeError && "code" in error);
  process.stderr.write(
    plain ? `${(error as Error).message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exitCode = 1;
};

const [name = "", ...args] = process.argv.slice(2);
const command = commands[name];
if (command === undefined) {
  process.stderr.write(usage());
  process.exitCode = 1;
} else {
  await command.run(args).catch(report);
}
