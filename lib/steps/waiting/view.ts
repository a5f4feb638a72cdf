import type { DeployedPolicy, Ports } from "#adapters/ports.ts";
import { isRefusal } from "#core/errors.ts";
import type { Entry } from "#core/waiting/entry.ts";
import { waitingView } from "#core/waiting/view.ts";
import { mayHave } from "./may-have.ts";
import { readOffer } from "./read.ts";

/** What the page behind a link of the waiting list shows; looking writes nothing. */
export const viewEntry = async (ports: Ports, deployed: DeployedPolicy, entry: Entry) => {
  const made = entry.status === "waiting" ? entry.offer : undefined;
  const offer = made && (await readOffer(ports, entry.pack, made.id));
  const may = made !== undefined && !isRefusal(await mayHave(ports, deployed, entry, made.start));
  return waitingView(deployed.policy, entry, { offer, may }, ports.now());
};
