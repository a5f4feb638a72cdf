/** One bench in a process of its own: `node bench/one.ts NAME FILE [--quick]` writes its figures to FILE, as JSON. */
import { writeFileSync } from "node:fs";
import type { Bench } from "./figure.ts";

const [name = "", file = "", ...flags] = process.argv.slice(2);
const { bench } = (await import(`./${name}/bench.ts`)) as { readonly bench: Bench };
const figures = await bench({ quick: flags.includes("--quick") });
writeFileSync(file, JSON.stringify(figures));
