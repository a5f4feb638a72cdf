import { createHmac, timingSafeEqual } from "node:crypto";
import {
  type LinkClaim,
  linkText,
  type ReplyClaim,
  readLink,
  readReplyText,
  replyText,
} from "#core/appointment/links.ts";
import { createCache } from "#core/cache.ts";
import { type JournalClaim, journalText, readJournalText } from "#core/mail/journal-claim.ts";
import type { Instant } from "#core/time.ts";
import type { LinkKey, LinkKeys } from "./link-keys.ts";
import type { Links } from "./ports.ts";

/** Enough that nobody guesses one, short enough that no mail client breaks the line. */
const macBytes = 16;

export interface LinkSettings {
  /** Where pages live, without a slash at its end. */
  readonly site: string;
  /** Where answers to our mails arrive. */
  readonly mailDomain: string;
  readonly keys: LinkKeys;
  readonly now: () => Instant;
}

export const createLinks = ({ site, mailDomain, keys, now }: LinkSettings): Links => {
  const signingKey = async (): Promise<LinkKey> => {
    const [key] = await keys();
    if (key === undefined) throw new Error("there is no key to sign links with");
    return key;
  };
  const token = async (claim: LinkClaim): Promise<string> => {
    const key = await signingKey();
    const text = linkText(claim);
    return `${text}.${key.id}.${signed(key, text)}`;
  };
  return {
    token,
    page: async (claim, show) =>
      `${site}/link${show === undefined ? "" : `?do=${show}`}#${await token(claim)}`,
    replyAddress: async (claim) => replyAddress(await signingKey(), claim, mailDomain),
    readReply: async (address) => replyClaim(address, await keys()),
    journalAddress: async (claim) => {
      const text = journalText(claim);
      return `journal+${text}.${shortMac(await signingKey(), `journal ${text}`)}@${mailDomain}`;
    },
    readJournal: async (address) => journalClaim(address, await keys()),
    verify: async (presented) => {
      const claim = verified(presented, await keys());
      return claim !== undefined && now() < claim.expires ? claim : undefined;
    },
  };
};

/** All links of one mail are signed for the same few claims, and so are those of the next about that subject. */
const signed = (key: LinkKey, text: string): string => macs(`${key.id} ${text}`, () => mac(key, text));

/** Of what we sign alone: whatever somebody presents to be verified is digested each time, and kept nowhere. */
const macs = createCache<string>(5_000);

const mac = (key: LinkKey, text: string): string =>
  createHmac("sha256", key.secret).update(text).digest().subarray(0, macBytes).toString("base64url");

/** Mail servers fold case and allow 64 octets before the @: lower-case letters and digits, and a shorter digest. */
const replyAddress = (key: LinkKey, claim: LinkClaim, domain: string): string => {
  const text = replyText(claim);
  const own = `reply ${text}`;
  return `reply+${text}.${macs(`${key.id} ${own}`, () => shortMac(key, own))}@${domain}`;
};

const shortMac = (key: LinkKey, signed: string): string => {
  const digest = createHmac("sha256", key.secret).update(signed).digest().subarray(0, replyMacBytes);
  return Array.from(digest, (byte) => replyLetters[byte % 32]).join("");
};

/** The domain says nothing: companies forward their own to ours. */
const replyClaim = (address: string, keys: readonly LinkKey[]): ReplyClaim | undefined => {
  const [, text, given] = /^reply\+([a-z0-9.-]{1,60})\.([a-z0-9]{16})@/.exec(address.toLowerCase()) ?? [];
  if (text === undefined || given === undefined) return undefined;
  return keys.some((key) => same(shortMac(key, `reply ${text}`), given)) ? readReplyText(text) : undefined;
};

const journalClaim = (address: string, keys: readonly LinkKey[]): JournalClaim | undefined => {
  const [, text, given] = /^journal\+([a-z0-9.-]{1,60})\.([a-z0-9]{16})@/.exec(address.toLowerCase()) ?? [];
  if (text === undefined || given === undefined) return undefined;
  return keys.some((key) => same(shortMac(key, `journal ${text}`), given))
    ? readJournalText(text)
    : undefined;
};

/** 16 letters of 32: nobody guesses one of 80 bits by sending mail. */
const replyMacBytes = 16;
const replyLetters = "0123456789abcdefghjkmnpqrstvwxyz";

/** Longer than any token of ours: what nobody can have been given is not worth a digest. */
const longestToken = 200;

const verified = (presented: string, keys: readonly LinkKey[]): LinkClaim | undefined => {
  if (presented.length > longestToken) return undefined;
  const parts = presented.split(".");
  const [id, given] = parts.splice(-2);
  const key = keys.find((each) => each.id === id);
  const text = parts.join(".");
  if (key === undefined || given === undefined || !same(mac(key, text), given)) return undefined;
  return readLink(text);
};

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
