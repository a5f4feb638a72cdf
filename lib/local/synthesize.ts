import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { CannotStart } from "./cannot-start.ts";
import { region } from "./template/account.ts";

/**
 * Runs the CDK app of the project at `root` into `folder`, without bundling unless that is asked for: the local world
 * runs the sources. What the `cdk` command would do before it (the context of cdk.json) is done here, and it is not needed.
 * @throws CannotStart when the app fails; its own words are on stderr by then.
 */
export const synthesize = async (
  root: string,
  folder: string,
  { bundling = false }: { bundling?: boolean } = {},
): Promise<string> => {
  const out = resolve(folder);
  rmSync(out, { recursive: true, force: true });
  const environment = {
    ...process.env,
    CDK_OUTDIR: out,
    CDK_CONTEXT_JSON: JSON.stringify({
      ...contextOf(root),
      ...(!bundling && { "aws:cdk:bundling-stacks": [] }),
    }),
    CDK_DEFAULT_REGION: region,
  };
  const app = spawn(process.execPath, ["bin/app.ts"], {
    cwd: root,
    env: environment,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const code = await new Promise((ended, failed) => app.once("exit", ended).once("error", failed));
  if (code !== 0) throw new CannotStart("The stack cannot be synthesized; what is wrong stands above.");
  return out;
};

const contextOf = (root: string): object =>
  (JSON.parse(readFileSync(join(root, "cdk.json"), "utf8")) as { context?: object }).context ?? {};
