import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** Everything of AWS but the table, on a thread of its own: nothing of it is measured. */
export interface Aws {
  readonly url: string;
  close(): Promise<void>;
}

export const openAws = async (): Promise<Aws> => {
  const worker = new Worker(new URL("aws-server.ts", import.meta.url));
  const [url] = (await once(worker, "message")) as [string];
  return { url, close: async () => void (await worker.terminate()) };
};
