import { createHmac, timingSafeEqual } from "node:crypto";
import { type LinkClaim, linkText, readLink } from "#core/appointment/links.ts";
import type { Instant } from "#core/time.ts";
import type { LinkKey, LinkKeys } from "./link-keys.ts";
import type { Links } from "./ports.ts";

/** Enough that nobody guesses one, short enough that no mail client breaks the line. */
const macBytes = 16;

/** @param site where pages live, without a slash at its end. */
export const createLinks = (site: string, keys: LinkKeys, now: () => Instant): Links => {
  const token = async (claim: LinkClaim): Promise<string> => {
    const [key] = await keys();
    if (key === undefined) throw new Error("there is no key to sign links with");
    const text = linkText(claim);
    return `${text}.${key.id}.${mac(key, text)}`;
  };
  return {
    token,
    page: async (claim, show) =>
      `${site}/link${show === undefined ? "" : `?do=${show}`}#${await token(claim)}`,
    verify: async (presented) => {
      const claim = verified(presented, await keys());
      return claim !== undefined && now() < claim.expires ? claim : undefined;
    },
  };
};

const mac = (key: LinkKey, text: string): string =>
  createHmac("sha256", key.secret).update(text).digest().subarray(0, macBytes).toString("base64url");

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
