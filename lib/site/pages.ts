import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";

/** A file of the site, as it is served. */
export interface Page {
  /** Its path without the slash in front, `link/index.html`. */
  readonly key: string;
  readonly contentType: string;
  readonly body: Uint8Array;
}

/** Every page is a folder of `web/` with the same three files. */
const folders = ["link", "desk", "book", "embed"] as const;

/** Browsers of the last three years or so. */
const target = ["chrome111", "firefox120", "safari16.4"];

/**
 * The site, built from `web/` of the project at `root`: the same for AWS, the local world and tests.
 * @throws when a page does not build; esbuild's words are in the error.
 */
export const buildPages = (root: string): readonly Page[] => {
  const script = bundled(join(root, "web/booking/kept-booking.ts"));
  const hash = createHash("sha384").update(script).digest();
  const integrity = `sha384-${hash.toString("base64")}`;
  return [
    page(widget, script),
    page(pinned(hash), script),
    ...folders.flatMap((folder) =>
      pagesIn(root, folder, (text) =>
        text.replaceAll("{integrity}", integrity).replaceAll("{pinned}", pinned(hash)),
      ),
    ),
  ];
};

/** The three files of a folder of `web/`. @param fill writes into its HTML what is known only now. */
export const pagesIn = (
  root: string,
  folder: string,
  fill: (text: string) => string = (text) => text,
): readonly Page[] => {
  const at = (file: string): string => join(root, "web", folder, file);
  return [
    page(`${folder}/index.html`, Buffer.from(fill(readFileSync(at("index.html"), "utf8")))),
    page(`${folder}/page.js`, bundled(at("page.ts"))),
    page(`${folder}/page.css`, bundled(at("page.css"))),
  ];
};

/** Its first version: what a host page may write of it stays, as long as this address does. */
const widget = "booking/v1/kept-booking.js";

/** The same under a name for these very bytes, which a page that names their hash can go on asking for. */
const pinned = (hash: Buffer): string => `booking/v1/kept-booking.${hash.toString("hex").slice(0, 16)}.js`;

/** With the copyright notices of what is bundled, which its licences ask for. */
const bundled = (entry: string): Uint8Array => {
  const options = { format: "esm", charset: "utf8", legalComments: "eof", logLevel: "silent" } as const;
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    target,
    ...options,
  });
  const [built] = outputFiles;
  if (built === undefined) throw new Error(`${entry} came to nothing`);
  return built.contents;
};

const contentTypes = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
} as const;

const page = (key: string, body: Uint8Array): Page => {
  const ending = key.slice(key.lastIndexOf(".") + 1) as keyof typeof contentTypes;
  return { key, contentType: contentTypes[ending], body };
};
