import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { createMailReader } from "#adapters/mail-reader.ts";
import type { Ports } from "#adapters/ports.ts";
import { exportQuery, forgetBody, rawMailQuery } from "#api/personal-schemas.ts";
import type { Person } from "#core/erase/person.ts";
import { isRefusal } from "#core/errors.ts";
import { exportOf, rawPiece } from "#steps/erase/export.ts";
import { forget } from "#steps/erase/forget.ts";
import { fileOfMail } from "#steps/mail/file-of-mail.ts";
import { type Acting, acting } from "./acting.ts";
import { named } from "./named.ts";
import { personalPorts } from "./personal-ports.ts";
import { answer, handOut, refuse } from "./problems.ts";
import { body, idempotency, query } from "./request.ts";

/** A customer's id is the address. */
const personOf = ({ pack }: Acting, event: APIGatewayProxyEventV2): Person => ({
  pack,
  email: named(event).toLowerCase(),
});

const seeAll = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const person = personOf(acting(ports, event, "manager"), event);
  return answer(200, await exportOf(personalPorts(), person, query(event, exportQuery)));
};

const seeMail = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const person = personOf(acting(ports, event, "manager"), event);
  const { from } = query(event, rawMailQuery);
  const piece = await rawPiece(personalPorts(), person, event.pathParameters?.["mail"] ?? "", from);
  return piece === undefined
    ? refuse({ refused: "not-found", detail: "There is no such mail, or it is kept no longer." })
    : answer(200, { ...piece, content: Buffer.from(piece.content).toString("base64") });
};

/** Nothing is remembered by its key: sent again, it goes on. */
const forgetThem = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const who = acting(ports, event, "manager");
  const { email } = personOf(who, event);
  const wish = { ...body(event, forgetBody), email, actor: `staff:${who.staff.name}` as const };
  idempotency(event, who.pack);
  const come = await forget(personalPorts(), who.company, wish);
  return isRefusal(come) ? refuse(come) : answer(200, come);
};

const seeFile = async (ports: Ports, event: APIGatewayProxyEventV2) => {
  const { pack } = acting(ports, event);
  const which = { pack, id: named(event), place: Number(event.pathParameters?.["place"]) };
  const file = await fileOfMail(personalPorts(), createMailReader(), which);
  return isRefusal(file) ? refuse(file) : handOut(file);
};

/** All that is known about a customer: handed out, and erased; and files that customers sent. */
export const personal = {
  "GET /v1/{pack}/staff/customers/{id}/export": seeAll,
  "GET /v1/{pack}/staff/customers/{id}/mails/{mail}": seeMail,
  "POST /v1/{pack}/staff/customers/{id}/forget": forgetThem,
  "GET /v1/{pack}/staff/mails/{id}/files/{place}": seeFile,
} as const;
