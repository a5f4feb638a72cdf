/** The other side of a company's thread; a fault in here ends it, and is thrown where somebody waits for the year. */
import { parentPort, workerData } from "node:worker_threads";
import type { ThreadData, Told } from "./company-thread.ts";
import { playCompany } from "./play-company.ts";
import type { YearsCompany } from "./wishes.ts";

const { assembly, settings } = workerData as ThreadData;
const tell = (told: Told): void => parentPort?.postMessage(told);

const play = async (company: YearsCompany): Promise<void> =>
  tell({ year: await playCompany(assembly, company, settings, (begun) => tell({ begun })) });

parentPort?.on("message", (company: YearsCompany) => void play(company));
