import type { Links } from "#adapters/ports.ts";

/** A mail as it would go out at this moment. */
export interface PreviewedMail {
  readonly to: { readonly name: string; readonly address: string };
  readonly language: string;
  readonly subject: string;
  readonly text: string;
}

export interface Previewed {
  readonly mails: readonly PreviewedMail[];
}

/** The pages that mails lead to, without what opens them. */
export const withoutTokens = (links: Links): Links => ({
  ...links,
  page: async (...asked) => {
    const url = new URL(await links.page(...asked));
    url.hash = "";
    return url.href;
  },
});
