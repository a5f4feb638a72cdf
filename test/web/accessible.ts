import axe from "axe-core";
import type { Page } from "playwright-core";

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
}

/** What axe finds wrong with a page as it stands, shadow trees included: each with its place. Empty is good. */
export const faultsOf = async (page: Page): Promise<readonly string[]> => {
  // By the debugger, which the page's own policy does not bind.
  await page.evaluate(axe.source);
  const found: readonly Finding[] = await page.evaluate("axe.run(document).then((run) => run.violations)");
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${JSON.stringify(target)}: ${failureSummary}`),
  );
};
