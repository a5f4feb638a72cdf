import axe from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/*
 * Which pages axe looks at, light and dark, at 320 and at 1280 px, in a browser:
 *   web/book, the widget, web/embed                       test/web/booking/in-a-browser.test.ts
 *   web/link: appointment, offer, case, feedback, neither test/web/link/accessible-in-a-browser.test.ts
 *   web/desk: every place that place.ts names, each form  test/web/desk/accessible-in-a-browser.test.ts
 *   web/local and web/local/policies                      test/web/local/in-a-browser.test.ts
 * What is shown without script is text in the page's own HTML, and axe is a script.
 */

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
}

/** What axe finds wrong with a page as it stands, shadow trees included: each with its place. Empty is good. */
const faultsOf = async (page: Page): Promise<readonly string[]> => {
  // By the debugger, which the page's own policy does not bind; once for as long as the page stands.
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe.source);
  const found: readonly Finding[] = await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then((run) => run.violations)",
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${JSON.stringify(target)}: ${failureSummary}`),
  );
};

/** A telephone and a desk. */
const widths = [320, 1280] as const;

/** What is wrong with a page as it stands for those who do not see or use colours, or have little room; then it stands at 1280 px, light. */
export const faultsInEveryView = async (page: Page): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const width of widths)
    for (const colorScheme of ["dark", "light"] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      const wide = await page.evaluate("document.documentElement.scrollWidth");
      const found = [...(await faultsOf(page)), ...(wide === width ? [] : [`it is ${String(wide)} px wide`])];
      faults.push(...found.map((fault) => `${width} px, ${colorScheme}: ${fault}`));
    }
  return faults;
};

/** How a page is walked through, one look after the other. */
export const lookingAt = (page: Page) => ({
  press: (name: string | RegExp): Promise<void> =>
    page.getByRole("button", { name, exact: true }).first().click(),
  /** Nothing is wrong with the page once this text is there. */
  look: async (text: string | RegExp): Promise<void> => {
    await page.getByText(text).first().waitFor();
    expect([text, await faultsInEveryView(page)]).toEqual([text, []]);
  },
});
