import { expect } from "vitest";
import { aBooking, appointments, type Story } from "../../scenarios/world.ts";

const eva = { authorization: "Bearer local:eva:staff:taxdome" };

/** Noor books, and cancels four hours before by the link in her mail: that counts as a no-show (taxdome §3). @returns the code. */
export const aMissedSession = async (story: Story, start: string): Promise<string> => {
  const { body } = await story.post<{ code: string }>(appointments, aBooking(start));
  await story.advance("PT1M");
  const confirmation = (await story.mails()).findLast(({ kind }) => kind === "confirmation");
  const token = /#([\w.-]+)/.exec(confirmation?.text ?? "")?.[1] ?? "";
  await story.advanceTo(new Date(Date.parse(start) - 4 * 3_600_000).toISOString());
  const cancelled = await story.post("/v1/link/cancel", { version: 1 }, { "kept-link": token });
  expect(cancelled.status).toBe(200);
  return body.code;
};

/** A member of staff reports what Noor did. @param who as a local token has them. */
export const aReport = async (story: Story, who: string): Promise<string> => {
  const path = "/v1/taxdome/staff/customers/noor%40customer.example/conduct";
  const { body } = await story.post<{ id: string }>(
    path,
    { evidence: "Insulted the host twice." },
    { authorization: `Bearer local:${who}` },
  );
  return body.id;
};

/** Staff say that nobody came. */
export const aNoShow = async (story: Story, code: string): Promise<void> => {
  const path = `/v1/taxdome/staff/appointments/${code}/outcome`;
  expect((await story.post(path, { outcome: "no-show" }, eva)).status).toBe(200);
};
