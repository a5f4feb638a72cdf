import type { Command } from "./command.ts";

/** One line for each command. */
export const generalHelp = (commands: Readonly<Record<string, Command>>): string => {
  const rows = Object.entries(commands).map(([name, { takes, does }]) => [`${name} ${takes}`.trim(), does]);
  return `${["kept <command>", "", ...columns(rows), "", "kept <command> --help says more."].join("\n")}\n`;
};

/** How one command is called, and each option that it has. */
export const commandHelp = (name: string, { takes, does, options }: Command): string => {
  const rows = Object.entries(options).map(([option, { value, does: means }]) => [
    value === undefined ? `--${option}` : `--${option} ${value}`,
    means,
  ]);
  const called = ["kept", name, takes, rows.length > 0 ? "[options]" : ""].filter(Boolean).join(" ");
  return `${[called, "", does, ...(rows.length > 0 ? ["", ...columns(rows)] : [])].join("\n")}\n`;
};

const columns = (rows: readonly string[][]): string[] => {
  const width = Math.max(...rows.map(([first = ""]) => first.length)) + 2;
  return rows.map(([first = "", second = ""]) => `  ${first.padEnd(width)}${second}`);
};
