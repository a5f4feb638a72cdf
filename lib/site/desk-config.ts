/** What the desk reads from beside its pages: `web/desk/config.ts` has the same shape. */
export interface DeskConfig {
  readonly packs: readonly string[];
  readonly signIn:
    | { readonly by: "name" }
    | { readonly by: "cognito"; readonly domain: string; readonly clientId: string };
  readonly executions?: string;
  readonly clock?: string;
}

export const deskConfigKey = "desk/config.json";
