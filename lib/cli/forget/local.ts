import type { Given } from "../command.ts";
import { worldOptions } from "../staff-call.ts";

/** The world on one machine keeps what it sent, as mailboxes do; in AWS nothing is at that address, and nothing is kept. */
export const forgetLocally = async (given: Given, codes: readonly string[]): Promise<void> => {
  const url = given.text("url") ?? worldOptions.url.value;
  const body = JSON.stringify({
    pack: given.text("pack"),
    address: given.positionals[0]?.toLowerCase(),
    codes,
  });
  const headers = { "content-type": "application/json" };
  const response = await fetch(new URL("/local/forget", url), { method: "POST", headers, body });
  await response.arrayBuffer();
};
