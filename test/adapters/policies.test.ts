import { describe, expect, it } from "vitest";
import { keepPolicies, policyVersion } from "#adapters/kept-policies.ts";
import { createPolicies, deployedTexts } from "#adapters/policies.ts";
import { instant } from "#core/time.ts";
import { createMemoryTable } from "#local/memory-table.ts";

const now = instant("2026-12-01T08:00:00Z");
const [text] = deployedTexts().filter(({ pack }) => pack === "taxdome");

/** As it stood before the present one: with another notice. */
const before = (() => {
  const document = JSON.parse(text!.text) as { appointments: { notice: { atLeast: string } } };
  document.appointments.notice.atLeast = "PT36H";
  return { pack: "taxdome", version: policyVersion("taxdome", document), text: JSON.stringify(document) };
})();

describe("a policy that something was promised under", () => {
  it("is read as it stood then, whatever is in force now", async () => {
    const table = createMemoryTable();
    await keepPolicies(table, [before], now);
    const policies = createPolicies(table);
    const then = await policies.version("taxdome", before.version);
    expect(then?.appointments?.notice.atLeast).toBe("PT36H");
    expect(policies.current("taxdome")?.policy.appointments?.notice.atLeast).not.toBe("PT36H");
  });

  it("is written once, and never over what stands there", async () => {
    const table = createMemoryTable();
    await keepPolicies(table, [before], now);
    await keepPolicies(table, [before], instant("2027-01-01T00:00:00Z"));
    expect(table.all()).toMatchObject([{ firstUsedAt: now, text: before.text }]);
  });

  it("is known without the table while it is in force", async () => {
    const policies = createPolicies(createMemoryTable());
    const { policy, version } = policies.current("taxdome")!;
    expect(await policies.version("taxdome", version)).toEqual(policy);
  });

  it("is undefined when nothing ever was, and not the policy of another company", async () => {
    const table = createMemoryTable();
    await keepPolicies(table, [before], now);
    expect(await createPolicies(table).version("taxdome", "taxdome@000000000000")).toBeUndefined();
    expect(await createPolicies(table).version("solar", before.version)).toBeUndefined();
  });

  it("that cannot be read any more is a fault, not a policy without that rule", async () => {
    const table = createMemoryTable();
    const unreadable = { ...before, text: JSON.stringify({ ...JSON.parse(before.text), terms: undefined }) };
    await keepPolicies(table, [unreadable], now);
    await expect(createPolicies(table).version("taxdome", before.version)).rejects.toThrow("terms");
  });
});

it("fits into an item, which holds 400 KB", () => {
  for (const each of deployedTexts()) expect(each.text.length).toBeLessThan(300_000);
});
