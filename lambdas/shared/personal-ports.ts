import { environment } from "#adapters/environment.ts";
import type { PersonalPorts } from "#adapters/ports.ts";
import { createRawMailEraser } from "#adapters/raw-mail-eraser.ts";
import { createWholeTable } from "#adapters/whole-table.ts";
import { mailPorts } from "./mail-ports.ts";

const wire = (): PersonalPorts => {
  const settings = environment(process.env);
  return {
    ...mailPorts(),
    wholeTable: createWholeTable(settings.KEPT_TABLE),
    rawMailEraser: createRawMailEraser(settings.KEPT_RAW_MAILS),
  };
};

let wired: PersonalPorts | undefined;

/** What one Lambda alone may: read the whole table, and delete raw mails. */
export const personalPorts = (): PersonalPorts => (wired ??= wire());
