import type { FileReader, MailPorts } from "#adapters/ports.ts";
import type { Refusal } from "#core/errors.ts";
import { readMailEntry } from "./quarantine.ts";

/** In bytes: a Lambda answers with six megabytes at most, and a file grows by a third on its way out of it. */
const mostBytes = 4_000_000;

interface Which {
  readonly pack: string;
  /** Of the mail. */
  readonly id: string;
  /** Its place among the mail's files, from 0. */
  readonly place: number;
}

/**
 * A file that came with a mail of one company: what a stranger sent, handed out and never opened.
 * @returns `too-large` for one that has to be fetched with its mail.
 */
export const fileOfMail = async (
  ports: MailPorts,
  reader: FileReader,
  { pack, id, place }: Which,
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | Refusal<"not-found" | "too-large">> => {
  const file = (await readMailEntry(ports, pack, id))?.files[place];
  if (file === undefined || (await ports.rawMails.size(id)) === undefined) return gone;
  if (file.size > mostBytes) return tooLarge;
  const bytes = await reader.attachmentOf(await ports.rawMails.read(id), place);
  return bytes === undefined ? gone : { name: file.name, bytes };
};

const gone = {
  refused: "not-found",
  detail: "There is no such file, or its mail is kept no longer.",
} as const;

const tooLarge = {
  refused: "too-large",
  detail: "A file of more than 4 MB is handed out with its mail: a manager exports the customer.",
} as const;
