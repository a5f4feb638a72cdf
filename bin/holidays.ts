import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { madeRegions, makeTable, tableText } from "#holidays/make-table.ts";

/** Renews the tables that are made by machine; what changes is reviewed before it is committed. */
const folder = join(import.meta.dirname, "../policies/holidays");
for (const region of madeRegions())
  writeFileSync(join(folder, `${region}.json`), tableText(makeTable(region, { from: 2024, to: 2030 })));
