import type { LinkClaim } from "#core/appointment/links.ts";
import type { OfferFields } from "#core/message/fields.ts";
import type { Policy } from "#core/policy/shape.ts";
import { day, plus } from "#core/time.ts";
import type { Entry, OfferMade, Waiting } from "./entry.ts";

/** Good for as long as there is something to wait for, and a month more: a session that was taken may lie in between. */
export const waitingLink = (
  { pack, code, ends }: Pick<Entry, "pack" | "code" | "ends">,
  given: LinkClaim["given"],
): LinkClaim => ({
  purpose: "offer",
  pack,
  subject: code,
  recipient: "customer",
  given,
  expires: plus(ends, 30 * day),
});

/** @throws Error where nothing is offered: a fault of ours. */
export const offerFields = (
  policy: Policy,
  { code, customer, language, timeZone, sessionType, offer }: Waiting,
  links: Pick<OfferFields, "acceptUrl" | "declineUrl">,
): OfferFields => {
  if (offer === undefined) throw new Error(`nothing is offered to ${code}`);
  const { start, end, until } = offer;
  return {
    customerName: customer.name,
    company: policy.company,
    ...namesOf(policy, sessionType, offer, language),
    start,
    end,
    until,
    timeZone,
    code,
    terms: { version: policy.terms.version, url: policy.terms.url },
    ...links,
  };
};

/** A session type or host that left the policy since is named by its id. */
export const namesOf = (
  { appointments }: Policy,
  sessionType: string,
  { host }: Pick<OfferMade, "host">,
  language: Entry["language"],
): { readonly sessionName: string; readonly hostName: string } => ({
  sessionName: appointments?.sessionTypes.find(({ id }) => id === sessionType)?.name[language] ?? sessionType,
  hostName: appointments?.hosts.find(({ id }) => id === host)?.name ?? host,
});
