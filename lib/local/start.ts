import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { buildPages } from "#site/pages.ts";
import { readAssembly } from "./assembly.ts";
import { buildLocalPages } from "./console/pages.ts";
import { localSettings } from "./settings.ts";
import { synthesize } from "./synthesize.ts";
import { startWorld, type World } from "./world.ts";

/**
 * `kept start`: synthesizes, serves, and resolves when a person has ended it.
 * @throws CannotStart with one line that says what to do.
 */
export const start = async (root: string): Promise<void> => {
  const settings = localSettings(process.env);
  mkdirSync(settings.data, { recursive: true });
  const assembly = readAssembly(await synthesize(root, join(settings.data, "assembly")));
  const world = await startWorld({
    ...settings,
    assembly,
    root,
    pages: buildPages(root),
    localPages: buildLocalPages(root),
  });
  process.stdout.write(welcome(world));
  const ended = askedToEnd();
  await Promise.race([world.warm(), ended]);
  await ended;
  await world.stop();
};

/** A second signal ends at once: the world is built to survive that. */
const askedToEnd = (): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      process.off("SIGINT", end);
      process.off("SIGTERM", end);
      resolve();
    };
    process.on("SIGINT", end);
    process.on("SIGTERM", end);
  });

const welcome = ({ url, awsUrl, smtpPort, clock }: World): string => `
Kept runs on this machine. It is ${clock.now()} here.

  Start page      ${url}/
  API             ${url}/v1/…
  AWS             ${awsUrl}  (region eu-west-1, any credentials)
  Mail comes in   smtp://127.0.0.1:${smtpPort}

  curl ${url}/v1/taxdome/session-types
  curl -X POST ${url}/local/clock -H 'content-type: application/json' -d '{"advance":"P1D"}'
  curl ${url}/local/mail

Ctrl-C ends it; the next start goes on from here.
`;
