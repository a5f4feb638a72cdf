import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { describe, expect, it } from "vitest";
import { linkText } from "#core/appointment/links.ts";
import { caseLink } from "#core/case/link.ts";
import { caseActs, casePage } from "../../lambdas/shared/case-link.ts";
import { claimed } from "../../lambdas/shared/link.ts";
import { aCaseWorld, aRegisteredCase, staffAct, theCase } from "../builders/case.ts";

const aMailed = async (recipient: "customer" | "host") => {
  const world = aCaseWorld();
  const { number } = await aRegisteredCase(world);
  const token = linkText(caseLink(await theCase(world, number), "mail", recipient));
  const event = (body: object): APIGatewayProxyEventV2 =>
    ({ headers: { "kept-link": token }, body: JSON.stringify(body) }) as unknown as APIGatewayProxyEventV2;
  return { world, number, event };
};

describe("a link to a case", () => {
  it.each(["answer", "escalate", "satisfaction"] as const)(
    "that was signed for staff does not press '%s' for the customer",
    async (act) => {
      const { world, number, event } = await aMailed("host");
      const body = act === "satisfaction" ? { version: 1, satisfied: true } : { version: 1, text: "Hello" };
      const before = await theCase(world, number);
      await expect(caseActs[`POST /v1/link/${act}`](world, event(body))).rejects.toMatchObject({
        problem: { code: "link-invalid" },
      });
      expect(await theCase(world, number)).toEqual(before);
      const opened = claimed(world, event({}));
      await expect(opened.then((claim) => casePage(world, claim))).rejects.toMatchObject({
        problem: { code: "link-invalid" },
      });
    },
  );

  it("shows the customer what is asked until it is answered, and nothing of what staff wrote among themselves", async () => {
    const { world, number, event } = await aMailed("customer");
    await staffAct(world, number, "note", { text: "He calls often." });
    await staffAct(world, number, "request-information", { text: "Which firmware?\nAnd since when?" });
    await staffAct(world, number, "request-information", {
      text: "Did the installer ask?",
      of: "thirdParty",
    });
    const look = async () => casePage(world, await claimed(world, event({})));
    const askedAt = world.now();
    expect((await look()).questions).toEqual([{ askedAt, text: "Which firmware?\nAnd since when?" }]);
    expect(JSON.stringify(await look())).not.toMatch(/calls often|installer/);
    await caseActs["POST /v1/link/answer"](world, event({ version: 1, text: "1.4, since May" }));
    expect((await look()).questions).toEqual([]);
  });
});
