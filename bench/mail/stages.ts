import type { MailPorts } from "#adapters/ports.ts";
import type { Write } from "#core/table.ts";

/** Thrown where a stage ends. */
class Enough extends Error {
  override readonly name = "Enough";
}

/** Up to the transaction that registers the case: read, judged, and all of it decided. */
export const upToCommit = async (ports: MailPorts, settle: (ports: MailPorts) => Promise<unknown>) => {
  const commit = async (writes: readonly Write[]) => {
    if (writes.some((write) => "put" in write && write.put["type"] === "case")) throw new Enough();
    return ports.table.commit(writes);
  };
  try {
    await settle({ ...ports, table: { ...ports.table, commit } });
  } catch (error) {
    if (error instanceof Enough) return;
    throw error;
  }
  throw new Error("no case was registered");
};

/** With the case registered and the mail settled; its letters are left to the sweeper, for they find no link. */
export const withoutLetters = (ports: MailPorts, settle: (ports: MailPorts) => Promise<unknown>) => {
  const page = () => Promise.reject(new Enough());
  return settle({ ...ports, links: { ...ports.links, page } });
};
