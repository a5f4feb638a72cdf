import { type Page, pagesIn } from "#site/pages.ts";

/**
 * The start page at `/` and what a policy does at `/local/policies`, from `web/local` of the project at `root`. They are served on
 * this machine alone: no stack deploys them.
 * @throws when a page does not build; esbuild's words are in the error.
 */
export const buildLocalPages = (root: string): readonly Page[] => {
  const start = pagesIn(root, "local");
  return [
    ...start.map((page) => (page.key === "local/index.html" ? { ...page, key: "index.html" } : page)),
    ...pagesIn(root, "local/policies"),
  ];
};
