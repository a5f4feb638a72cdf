export { caseMail } from "#core/case/mail.ts";
export { writeCaseMail } from "../case/mail.ts";
export { writeLetter } from "../contact/write-letter.ts";
export { writeConduct } from "../write-conduct.ts";
