import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const folder = join(import.meta.dirname, ".peers");

/**
 * Which packages, in exactly which versions, make up each peer. "none" are those that a peer's own package names and the
 * registry does not have: they are bundled into it, and an empty package stands in for each.
 */
const peers = JSON.parse(readFileSync(join(import.meta.dirname, "peers.json"), "utf8")) as Record<
  string,
  Record<string, string>
>;

/** Long enough for the largest over a slow line; then the peer counts as not there. */
const patienceMs = 180_000;

/** Each in a folder of its own: one that cannot be installed takes no other with it, and no script of theirs is run. */
const install = (name: string): void => {
  const own = join(folder, name);
  const wanted = manifest(Object.entries(peers[name] ?? {}));
  mkdirSync(join(own, "none"), { recursive: true });
  writeFileSync(join(own, "none", "package.json"), JSON.stringify({ name: "none", version: "0.0.0" }));
  const file = join(own, "package.json");
  if (existsSync(join(own, "node_modules")) && readFileSync(file, "utf8") === wanted) return;
  writeFileSync(file, wanted);
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"];
  const npm = spawnSync("npm", ["install", ...flags], {
    cwd: own,
    timeout: patienceMs,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (npm.status !== 0) writeFileSync(file, "{}");
};

const manifest = (packages: readonly (readonly [string, string])[]): string =>
  JSON.stringify({
    private: true,
    dependencies: Object.fromEntries(packages.filter(([, version]) => version !== "none")),
    overrides: Object.fromEntries(
      packages.filter(([, version]) => version === "none").map(([name]) => [name, "file:./none"]),
    ),
  });

/** @returns what loads modules of that peer, or `undefined` when it cannot be installed now. */
export const peer = (name: keyof typeof peers): (<Module>(module: string) => Module) | undefined => {
  install(name);
  const require = createRequire(join(folder, name, "package.json"));
  const [first = ""] = Object.keys(peers[name] ?? {});
  if (!existsSync(join(folder, name, "node_modules", first))) return undefined;
  return <Module>(module: string) => require(module) as Module;
};

/** The text of a file of a peer that was loaded, by its path from there. */
export const textOfPeer = (name: keyof typeof peers, path: string): string =>
  readFileSync(join(folder, name, path), "utf8");

export const versionsOfPeers = (): Record<string, string> =>
  Object.fromEntries(
    Object.values(peers)
      .flatMap((versions) => Object.entries(versions))
      .filter(([, version]) => version !== "none"),
  );
