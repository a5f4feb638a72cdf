import { type DeskConfig, deskConfigKey } from "#site/desk-config.ts";
import type { Page } from "#site/pages.ts";
import type { Assembly } from "./assembly.ts";
import { account, region } from "./template/account.ts";

/** What the deployment puts beside the desk's pages in AWS; here a name is enough, and the clock is the world's own. */
export const localDeskConfig = (packs: readonly string[]): Page => {
  const config: DeskConfig = {
    packs,
    signIn: { by: "name" },
    // The start page shows the execution that its fragment names.
    executions: `/#arn:aws:states:${region}:${account}:execution:kept-`,
    clock: "/local/clock",
  };
  const body = new TextEncoder().encode(JSON.stringify(config));
  return { key: deskConfigKey, contentType: "application/json", body };
};

/** The companies that the Lambdas are told of. */
export const packsOf = ({ functions }: Pick<Assembly, "functions">): string[] => {
  const told = functions.find(({ environment }) => environment["KEPT_PACKS"] !== undefined);
  return told?.environment["KEPT_PACKS"]?.split(",") ?? [];
};
