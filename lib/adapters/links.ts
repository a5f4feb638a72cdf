import { createHmac } from "node:crypto";
import { type LinkClaim, linkText } from "#core/appointment/links.ts";
import type { LinkKey, LinkKeys } from "./link-keys.ts";
import type { Links } from "./ports.ts";

/** Enough that nobody guesses one, short enough that no mail client breaks the line. */
const macBytes = 16;

/** @param site where pages live, without a slash at its end. */
export const createLinks = (site: string, keys: LinkKeys): Links => {
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
  };
};

const mac = (key: LinkKey, text: string): string =>
  createHmac("sha256", key.secret).update(text).digest().subarray(0, macBytes).toString("base64url");
