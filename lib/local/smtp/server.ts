import { SMTPServer, type SMTPServerAddress, type SMTPServerSession } from "smtp-server";
import { portTrouble } from "../server.ts";
import type { ReceiptRule } from "../template/records.ts";
import { type Content, type Envelope, type MailRoom, receive } from "./receive.ts";
import { takes } from "./recipients.ts";

export interface SmtpSettings {
  /** 0 for any that is free. */
  readonly port: number;
  readonly rules: readonly ReceiptRule[];
  /** Asked for each mail anew, for a reset replaces it. @throws between two lives: the mail is to be sent again. */
  readonly room: () => MailRoom & { readonly during: <T>(work: () => Promise<T>) => Promise<T> };
}

export interface Smtp {
  readonly port: number;
  close(): Promise<void>;
}

/** What SES takes, headers included. */
export const mostMailBytes = 40 * 1024 * 1024;

/**
 * Mail comes in here, on loopback, as it comes in at SES: for the recipients of its receipt rule, up to 40 MB. It answers
 * 250 once a mail is on disk and announced.
 * @throws CannotStart when the port is taken or not ours to take.
 */
export const listenForMail = ({ port, rules, room }: SmtpSettings): Promise<Smtp> => {
  const server = new SMTPServer({
    name: "inbound-smtp.local",
    size: mostMailBytes,
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    closeTimeout: 500,
    onRcptTo: ({ address }, _session, answer) =>
      answer(ruleFor(rules, [address]) ? undefined : unknown(address)),
    onData: (stream, session, answer) => {
      const envelope = envelopeOf(session);
      const rule = ruleFor(rules, envelope.recipients);
      taken(room, rule, envelope, stream).then(
        (id) => (id === undefined ? answer(tooLarge()) : answer(null, `OK ${id}`)),
        (error: unknown) => {
          process.stderr.write(`A mail could not be taken: ${String(error)}\n`);
          answer(refusal(451, "Try again later"));
        },
      );
    },
  });
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(portTrouble(error, port, "KEPT_SMTP_PORT")),
    );
    const listener = server.listen(port, "127.0.0.1", () => {
      // A client that goes away in the middle of a mail is no fault of ours.
      server.on("error", () => undefined);
      const address = listener.address();
      const bound = typeof address === "object" && address !== null ? address.port : port;
      resolve({ port: bound, close: () => new Promise((closed) => server.close(() => closed())) });
    });
  });
};

const taken = async (
  room: SmtpSettings["room"],
  rule: ReceiptRule | undefined,
  envelope: Envelope,
  content: Content,
): Promise<string | undefined> => {
  if (rule === undefined) throw new Error("its recipients were refused");
  const here = room();
  return here.during(() => receive(here, rule, envelope, content));
};

const ruleFor = (rules: readonly ReceiptRule[], addresses: readonly string[]): ReceiptRule | undefined =>
  rules.find((rule) => addresses.some((each) => takes(rule, each)));

const envelopeOf = ({ envelope, hostNameAppearsAs, remoteAddress }: SMTPServerSession): Envelope => ({
  sender: envelope.mailFrom === false ? "" : envelope.mailFrom.address,
  recipients: envelope.rcptTo.map(({ address }: SMTPServerAddress) => address),
  from: { name: hostNameAppearsAs || "unknown", ip: remoteAddress },
});

const refusal = (responseCode: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode });

const tooLarge = (): Error => refusal(552, `5.3.4 A mail may have ${mostMailBytes} bytes at most`);

const unknown = (address: string): Error =>
  refusal(550, `5.1.1 No receipt rule takes mail for ${address.replaceAll(/[^!-~]/g, "")}`);
