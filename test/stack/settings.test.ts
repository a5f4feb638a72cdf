import { expect, it } from "vitest";
import { policiesOf } from "#stack/policies.ts";
import { named, settingsOf } from "#stack/settings.ts";

it("takes the local world's settings where no stage is named", () => {
  expect(settingsOf().stage).toBe("local");
});

it("refuses a stage that nobody has set up, and says which there are", () => {
  expect(() => settingsOf("staging")).toThrow('no stage "staging": name one of local, dev, prod');
});

it("keeps two stages apart in one account", () => {
  expect(named("dev", "kept")).toBe("dev-kept");
  expect(named("prod", "kept")).toBe("kept");
});

it("deploys every pack that is enabled from its own policy", () => {
  const { packs } = settingsOf("prod");
  expect(policiesOf(packs).map((policy) => policy.pack)).toEqual(packs);
});

it("deploys nothing for a pack without a policy", () => {
  expect(() => policiesOf(["nobody"])).toThrow("nobody.json");
});
