import { Worker } from "node:worker_threads";
import type { Assembly } from "#local/assembly.ts";
import type { PlayedYear, Watch, YearSettings } from "./play-company.ts";
import type { YearsCompany } from "./wishes.ts";

/** A thread that plays the years of companies, one at a time. */
export interface CompanyThread {
  /** @throws whatever ended the thread, or that it ended. */
  play(company: YearsCompany, watch: Watch): Promise<PlayedYear>;
  end(): Promise<unknown>;
}

/** What the thread has when it starts. */
export interface ThreadData {
  readonly assembly: Assembly;
  readonly settings: YearSettings;
}

/** What it tells: how far it is, and in the end what came of it. */
export type Told = { readonly begun: number } | { readonly year: PlayedYear };

export const startThread = (assembly: Assembly, settings: YearSettings): CompanyThread => {
  const workerData: ThreadData = { assembly, settings };
  const worker = new Worker(new URL("company-worker.ts", import.meta.url), { workerData });
  const broken = new Promise<never>((_, reject) => {
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("a company's thread ended before its year")));
  });
  // Whoever waits for a year hears of it; that a thread ends which nobody waits for is no fault.
  broken.catch(() => {});
  return {
    play: (company, watch) => {
      const played = new Promise<PlayedYear>((resolve) => {
        worker.removeAllListeners("message").on("message", (told: Told) => {
          if ("year" in told) resolve(told.year);
          else watch(told.begun);
        });
      });
      worker.postMessage(company);
      return Promise.race([played, broken]);
    },
    end: () => worker.terminate(),
  };
};
