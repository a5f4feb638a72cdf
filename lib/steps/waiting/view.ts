import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import { noShowRule } from "#core/customer/consequence.ts";
import { priceNow } from "#core/customer/standing.ts";
import { isRefusal } from "#core/errors.ts";
import type { Entry } from "#core/waiting/entry.ts";
import { waitingView } from "#core/waiting/view.ts";
import { ifTheyPay, mayHave } from "./may-have.ts";
import { readOffer } from "./read.ts";

/** What the page behind a link of the waiting list shows; looking writes nothing. */
export const viewEntry = async (ports: Ports, deployed: DeployedPolicy, entry: Entry) => {
  const made = entry.status === "waiting" ? entry.offer : undefined;
  const offer = made && (await readOffer(ports, entry.pack, made.id));
  const allowed = made && (await mayHave(ports, deployed, entry, ifTheyPay(made.start)));
  const may = allowed !== undefined && !isRefusal(allowed);
  const now = ports.now();
  const fee = may ? priceNow(noShowRule(deployed.policy), allowed.counting.counted, now) : undefined;
  return waitingView(deployed.policy, entry, { offer, may, fee }, now);
};
