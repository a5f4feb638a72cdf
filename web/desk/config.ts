/** What differs between deployments; it stands in a file beside the pages. */
export interface DeskConfig {
  readonly packs: readonly string[];
  readonly signIn: { readonly by: "name" } | CognitoConfig;
  /** In front of an execution's `machine:name`: the address that shows it. */
  readonly executions?: string;
  /** Where a clock is asked for that may not be this computer's own. */
  readonly clock?: string;
}

export interface CognitoConfig {
  readonly by: "cognito";
  /** The address of the pool's own pages, without a slash at its end. */
  readonly domain: string;
  readonly clientId: string;
}

/** @throws when nobody answers, or it is no such file. */
export const readConfig = async (ask: typeof fetch): Promise<DeskConfig> => {
  const response = await ask("/desk/config.json", { cache: "no-store" });
  if (!response.ok) throw new Error(`the desk's settings: ${response.status}`);
  return (await response.json()) as DeskConfig;
};
