import type { SignIn, Store } from "./sign-in.ts";

const kept = "kept-desk-name";

/** What can stand in the local world's token. */
export const nameShape = "[^:\\s]{1,64}";

/** On one's own machine a name is enough: nobody else can ask there. */
export const signedInByName = (store: Store, again: () => void): SignIn & { enter(name: string): void } => ({
  name: () => store.getItem(kept) ?? undefined,
  token: async () => {
    const name = store.getItem(kept);
    return name === null ? undefined : `local:${name}`;
  },
  leave: () => {
    store.removeItem(kept);
    again();
  },
  enter: (name) => {
    store.setItem(kept, name);
    again();
  },
});
