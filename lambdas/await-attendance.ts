import * as z from "zod/mini";
import { awaitAttendance } from "#steps/await-attendance.ts";
import { errand, step } from "./shared/step.ts";

const waiting = z.extend(errand, { token: z.string() });

/** The session is over: its host is asked how it went, and the state waits with its token for the answer. */
export const handler = step(waiting, (ports, { pack, code, version, token }) =>
  awaitAttendance(ports, { pack, code, version, token }),
);
