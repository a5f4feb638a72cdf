import { expect, it } from "vitest";
import { customerRules } from "#core/appointment/customer-rules.ts";
import { policyShape } from "#core/policy/shape.ts";
import { instant } from "#core/time.ts";
import solar from "#policies/solar.json" with { type: "json" };
import taxdome from "#policies/taxdome.json" with { type: "json" };

const now = instant("2026-12-01T08:00:00Z");
const policy = policyShape.parse(taxdome);

it("says what holds for a session at TaxDome: an hour ahead to sixty days, 24 hours' notice, six months", () => {
  expect(customerRules(policy, now)).toEqual({
    earliest: "2026-12-01T09:00:00.000Z",
    end: "2027-01-30T23:00:00.000Z",
    notice: "PT24H",
    inTimeFrom: "2026-12-02T08:00:00.000Z",
    noShow: { window: "P12M", notBefore: "P6M" },
    waitingList: true,
  });
});

it("names the fee where a company asks for one, and nothing where it has no rule", () => {
  const { noShow, waitingList: _, ...appointments } = policy.appointments!;
  const fee = { kind: "fee", amount: "50.00", currency: "EUR", clause: "§4" } as const;
  const rulesWith = (more: object) =>
    customerRules({ ...policy, appointments: { ...appointments, ...more } }, now);
  expect(rulesWith({ noShow: { ...noShow, consequence: fee } })?.noShow).toEqual({
    window: "P12M",
    fee: { amount: "50.00", currency: "EUR" },
  });
  expect(rulesWith({})).not.toHaveProperty("noShow");
  expect(rulesWith({})?.waitingList).toBe(false);
});

it("says nothing for a company that takes no appointments", () => {
  expect(customerRules(policyShape.parse(solar), now)).toBeUndefined();
});
