import { expect, inject, test } from "vitest";
import { readAssembly } from "#local/assembly.ts";
import { aPct, pctSecret } from "../fakes/pct.ts";
import { aServiceNow, serviceNowClient } from "../fakes/servicenow.ts";
import { aBrought, aCompany } from "./case.ts";
import { aStory } from "./world.ts";

/** Tuesday, 09:00 in Amsterdam. */
const start = "2026-12-01T08:00:00Z";

/** As a person writes the ways in into the secret of a deployment. */
const withWaysIn = (bnc: object) => {
  const assembly = readAssembly(inject("assembly"));
  const secrets = assembly.secrets.map((each) =>
    each.name === "kept/elsewhere" ? { ...each, text: JSON.stringify({ bnc }) } : each,
  );
  return { ...assembly, secrets };
};

test("ServiceNow is away for a day: the case goes on, and stands there in the end as if it had not been", async () => {
  const [serviceNow, pct] = await Promise.all([aServiceNow(), aPct()]);
  try {
    const assembly = withWaysIn({
      servicenow: { url: serviceNow.url, ...serviceNowClient },
      pct: { url: pct.url, secret: pctSecret },
    });
    const story = await aStory(start, { assembly });
    const bnc = aCompany(story, "bnc");
    serviceNow.away = "500";
    const complaint = aBrought({ topic: undefined, fields: { description: "Niemand belt mij terug" } });
    const { number } = await bnc.bring(complaint);
    await bnc.act(number, "acknowledge", { text: "Wij hebben uw klacht" });
    await story.advance("PT12H");
    await bnc.act(number, "resolve", { text: "U hebt een vaste contactpersoon" });
    await bnc.act(number, "close", {});
    await story.advance("PT12H");
    expect(serviceNow.records).toEqual([]);
    expect(pct.events.map(({ type }) => type)).toEqual([
      "case.registered",
      "case.updated",
      "case.updated",
      "case.closed",
    ]);
    expect((await story.mails()).map(({ kind }) => kind)).toContain("closed");

    serviceNow.away = undefined;
    await story.advance("PT2H");
    expect(serviceNow.records.map(({ states }) => states)).toEqual([["1", "6", "7"]]);
    expect((await bnc.look(number)).elsewhere).toMatchObject([
      { system: "pct", standing: "closed" },
      { system: "servicenow", standing: "closed", reference: "INC0000001" },
    ]);
  } finally {
    await Promise.all([serviceNow.close(), pct.close()]);
  }
});
