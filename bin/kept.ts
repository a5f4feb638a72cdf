import { join } from "node:path";
import { now } from "#adapters/clock.ts";
import { run } from "#cli/run.ts";

/** Who reads only the head of what we print has seen enough: no fault. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

const root = join(import.meta.dirname, "..");
const clearLine = "\r\u001b[K";

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  note: (text) => void process.stderr.write(text),
  ...(process.stderr.isTTY && { progress: (line) => void process.stderr.write(clearLine + line) }),
  now,
  root,
  assembly: async () => (await import("#cli/simulation/assembly.ts")).freshAssembly(root),
  folder: process.cwd(),
});
