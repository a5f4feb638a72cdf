import type { MailPorts } from "#adapters/ports.ts";
import { type Destination, destinations, keeper } from "#core/mail/destination.ts";
import type { Policy } from "#core/policy/shape.ts";
import { aboutMessage } from "./evidence.ts";
import { type Incoming, idsOf } from "./incoming.ts";

/**
 * Where a mail was brought: every company that one of its addresses belongs to, each once. One that leads nowhere is for
 * the company whose message it answers, or reports, else for the one that it most likely was meant for.
 */
export const whereTo = async (
  ports: MailPorts,
  incoming: Incoming,
): Promise<readonly [Destination, ...Destination[]]> => {
  const { recipients } = incoming.arrival;
  const policies = deployedPolicies(ports);
  const [first, ...others] = destinations(
    {
      claims: await signed(recipients, ports.links.readReply),
      journals: await signed(recipients, ports.links.readJournal),
    },
    recipients,
    policies,
  );
  if (first !== undefined) return [first, ...others];
  return [{ pack: (await packOfMessages(ports, incoming)) ?? keeper(recipients, policies) }];
};

export const deployedPolicies = (ports: Pick<MailPorts, "packs" | "policies">): Policy[] =>
  ports.packs().flatMap((pack) => ports.policies.current(pack)?.policy ?? []);

const signed = async <Claim>(
  recipients: readonly string[],
  read: (address: string) => Promise<Claim | undefined>,
): Promise<Claim[]> =>
  (await Promise.all(recipients.map((address) => read(address)))).filter((claim) => claim !== undefined);

const packOfMessages = async (ports: MailPorts, incoming: Incoming): Promise<string | undefined> => {
  const found = await Promise.all(idsOf(incoming).map((id) => aboutMessage(ports, id)));
  return found.flat().find(({ pack }) => ports.packs().includes(pack))?.pack;
};
