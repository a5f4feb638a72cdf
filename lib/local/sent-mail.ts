import PostalMime, { type Email } from "postal-mime";
import type { Instant } from "#core/time.ts";
import type { StoredMail } from "./outbox.ts";

/** What `GET /local/mail` shows; header names in lower case, attachments in base64. */
export interface SentMail {
  readonly id: string;
  readonly at: Instant;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly kind: string;
  readonly promise: string;
  readonly language: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly {
    readonly filename: string;
    readonly contentType: string;
    readonly content: string;
  }[];
}

/** Reads a mail as its reader would. */
export const sentMail = async ({ id, at, base64, tags, ...envelope }: StoredMail): Promise<SentMail> => {
  const email = await PostalMime.parse(Buffer.from(base64, "base64"));
  return {
    id,
    at,
    ...addressesOf(email, envelope),
    ...labels(tags),
    language: tags["language"] ?? "",
    subject: email.subject ?? "",
    headers: Object.fromEntries(email.headers.map(({ key, value }) => [key, value])),
    text: email.text ?? "",
    html: email.html ?? "",
    attachments: attachmentsOf(email),
  };
};

export const labels = ({ kind = "", promise = "" }: Readonly<Record<string, string>>) => ({ kind, promise });

/** Bare addresses; the envelope says who gets it, whatever the header claims. */
const addressesOf = (
  email: Email,
  { destinations, source = "" }: Pick<StoredMail, "destinations" | "source">,
): Pick<SentMail, "from" | "to"> => ({
  from: email.from?.address ?? source,
  to: (destinations.length > 0 ? destinations.map(bareAddress) : recipients(email)).join(", "),
});

export const bareAddress = (address: string): string => /<([^>]+)>/.exec(address)?.[1] ?? address;

const recipients = ({ to }: Email): string[] => (to ?? []).flatMap(({ address }) => address ?? []);

const attachmentsOf = ({ attachments }: Email): SentMail["attachments"] =>
  attachments.map(({ filename, mimeType, content }) => ({
    filename: filename ?? "",
    contentType: mimeType,
    content: (typeof content === "string"
      ? Buffer.from(content)
      : Buffer.from(new Uint8Array(content))
    ).toString("base64"),
  }));
