import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Assembly, readAssembly } from "#local/assembly.ts";
import { type Database, openDatabase } from "#local/dynamodb.ts";

export interface Stage {
  readonly assembly: Assembly;
  readonly database: Database;
  end(): Promise<void>;
}

/** The stack as the command has synthesized it, once for all benches. */
export const synthesized = (): Assembly => readAssembly(process.env["KEPT_BENCH_ASSEMBLY"] ?? "cdk.out");

/** The stack's own tables in a database of their own, on a file that is gone afterwards. */
export const openStage = async (): Promise<Stage> => {
  const assembly = synthesized();
  const folder = mkdtempSync(join(tmpdir(), "kept-bench-data-"));
  const database = await openDatabase({ path: join(folder, "table.sqlite") });
  await database.create(assembly.tables);
  return {
    assembly,
    database,
    end: async () => {
      await database.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
