import fc from "fast-check";
import PostalMime, { type Email } from "postal-mime";
import { expect, it } from "vitest";
import { parseMail } from "#adapters/mail-parser.ts";

const inBase64 = (content: Uint8Array): string =>
  Buffer.from(content)
    .toString("base64")
    .replace(/.{1,76}/g, "$&\r\n");

const quoted = (content: Uint8Array): string =>
  [...content]
    .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`)
    .join("")
    .replace(/(?:=..){1,20}(?==)/g, "$&=\r\n");

/** A file as it is sent, in each way that there is: whole, and cut off anywhere. */
const sent = fc
  .record({ content: fc.uint8Array({ maxLength: 400 }), left: fc.integer({ min: 1, max: 3_000 }) })
  .chain(({ content, left }) =>
    fc.constantFrom(
      { encoding: "base64", body: inBase64(content).slice(0, left) },
      { encoding: "quoted-printable", body: quoted(content).slice(0, left) },
      { encoding: "8bit", body: Buffer.from(content).toString("latin1") },
      { encoding: "x-unheard-of", body: Buffer.from(content).toString("latin1") },
    ),
  );

const part = ({ encoding, body }: { readonly encoding: string; readonly body: string }): string =>
  ["--b", "Content-Type: application/x-file", `Content-Transfer-Encoding: ${encoding}`, "", body].join(
    "\r\n",
  );

const bytesOf = ({ attachments }: Email): number[][] =>
  attachments.map(({ content }) => [...new Uint8Array(content as ArrayBuffer)]);

it("finds in every file the bytes that the library finds by itself, however it is encoded", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sent, { minLength: 1, maxLength: 4 }), fc.boolean(), async (files, ended) => {
      const head = ["From: p@x.nl", "Content-Type: multipart/mixed; boundary=b", ""];
      const raw = Buffer.from([...head, ...files.map(part), ended ? "--b--" : ""].join("\r\n"), "latin1");
      const [ours, theirs] = [
        await parseMail(raw),
        await PostalMime.parse(raw, { forceRfc822Attachments: true }),
      ];
      expect(bytesOf(ours)).toEqual(bytesOf(theirs));
      expect(bytesOf(ours)).toHaveLength(files.length);
    }),
    { numRuns: 300 },
  );
});
