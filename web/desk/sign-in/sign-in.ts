/** How whoever sits at the desk proves who they are. */
export interface SignIn {
  /** How the desk calls them; none when they have to sign in. */
  readonly name: () => string | undefined;
  /** A token for the API that is still good; none when they have to sign in. */
  readonly token: () => Promise<string | undefined>;
  /** Forgets it all, here and where the sign-in is. */
  readonly leave: () => void;
}

/** What is remembered for as long as this tab is open. */
export type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;
