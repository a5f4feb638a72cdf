import * as z from "zod";
import { accountBody, accountsBody, conductBody, customerBody, judgementBody } from "../access-schemas.ts";
import type { answers } from "../answers.ts";
import { usefulBody } from "../article-schemas.ts";
import { feedbackBody, nothingBody, outcomeBody, silenceBody } from "../attendance-schemas.ts";
import {
  actBodies,
  caseBody,
  linkAnswerBody,
  linkCostBody,
  linkEscalateBody,
  linkSatisfactionBody,
  staffCaseBody,
} from "../case-schemas.ts";
import { absenceBody } from "../contact-schemas.ts";
import { previewBody, revisionPreviewBody, strikePreviewBody } from "../desk-schemas.ts";
import { forgetBody } from "../personal-schemas.ts";
import type { ProblemCode } from "../problem.ts";
import { releaseBody } from "../quarantine-schemas.ts";
import { attendedBody, contactBody, meetingBody, relationBody, understoodBody } from "../relation-schemas.ts";
import {
  bookingBody,
  linkAcceptBody,
  linkBody,
  linkChangeBody,
  linkDeclineBody,
  staffCancelBody,
  staffChangeBody,
  waitlistBody,
} from "../schemas.ts";
import { feeBody, waiveBody, wordBody } from "../standing-schemas.ts";

/** The bodies that are parsed, by the name that the description gives them. */
export const requests = {
  AccountRequest: accountBody,
  AccountsRequest: accountsBody,
  CustomerRequest: customerBody,
  ConductRequest: conductBody,
  JudgementRequest: judgementBody,
  WaiveRequest: waiveBody,
  WordRequest: wordBody,
  FeeRequest: feeBody,
  FeedbackRequest: feedbackBody,
  OutcomeRequest: outcomeBody,
  SilenceRequest: silenceBody,
  DoneRequest: nothingBody,
  AbsenceRequest: absenceBody,
  BookingRequest: bookingBody,
  LinkRequest: linkBody,
  LinkChangeRequest: linkChangeBody,
  LinkAcceptRequest: z.union([linkAcceptBody, linkCostBody]),
  LinkDeclineRequest: z.union([linkDeclineBody, linkCostBody]),
  WaitlistRequest: waitlistBody,
  StaffChangeRequest: staffChangeBody,
  StaffCancelRequest: staffCancelBody,
  CaseRequest: caseBody,
  StaffCaseRequest: staffCaseBody,
  ClassifyRequest: actBodies.classify,
  AssignRequest: actBodies.assign,
  PreviewRequest: previewBody,
  RevisionPreviewRequest: revisionPreviewBody,
  StrikePreviewRequest: strikePreviewBody,
  TextRequest: actBodies.acknowledge,
  MayTextRequest: actBodies.reopen,
  PlanRequest: actBodies.plan,
  InformationRequest: actBodies["request-information"],
  ExtendRequest: actBodies.extend,
  DeclineRequest: actBodies.decline,
  RelationRequest: relationBody,
  ContactRequest: contactBody,
  UnderstoodRequest: understoodBody,
  MeetingRequest: meetingBody,
  AttendedRequest: attendedBody,
  ConfirmedRequest: actBodies.answer,
  CloseRequest: actBodies.close,
  ClarifyRequest: actBodies.clarify,
  PointRequest: actBodies.point,
  CostNoticeRequest: actBodies["cost-notice"],
  CostAnswerRequest: actBodies["cost-answer"],
  LinkAnswerRequest: linkAnswerBody,
  LinkEscalateRequest: linkEscalateBody,
  LinkSatisfactionRequest: linkSatisfactionBody,
  ReleaseRequest: releaseBody,
  ForgetRequest: forgetBody,
  UsefulRequest: usefulBody,
} as const;

/** What the description says of one route; what all routes of an area have in common stands there once. */
export interface Operation {
  readonly summary: string;
  readonly query?: z.core.$ZodObject;
  readonly body?: keyof typeof requests;
  /** Without a schema it is a file, byte for byte. */
  readonly answer: { readonly status: 200 | 201; readonly schema?: keyof typeof answers };
  /** The codes of its own, besides those that its area and its body bring. */
  readonly problems: readonly ProblemCode[];
}
