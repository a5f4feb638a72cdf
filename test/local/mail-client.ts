import nodemailer from "nodemailer";
import type Mail from "nodemailer/lib/mailer";

/** What a mail server said of a mail that it did not take. */
export interface Refused {
  readonly responseCode: number;
  readonly response: string;
}

/** A mail program on this machine: sends, and resolves with the id that the mail was taken under. */
export const mailTo = async (port: number, mail: Mail.Options): Promise<string> => {
  const transport = nodemailer.createTransport({ host: "127.0.0.1", port, secure: false, ignoreTLS: true });
  try {
    const { response } = (await transport.sendMail(mail)) as { response: string };
    return /OK (\w+)/.exec(response)?.[1] ?? "";
  } finally {
    transport.close();
  }
};

/** What the server answered instead of taking it. */
export const refusedBy = (port: number, mail: Mail.Options): Promise<Refused> =>
  mailTo(port, mail).then(
    (id) => Promise.reject(new Error(`it was taken as ${id}`)),
    (error: unknown) => error as Refused,
  );
