/** What Kept says about a case; a `staff-` kind goes to the team, its handler, or whoever hears of what is late. */
export const caseMessageKinds = [
  "registered",
  "acknowledged",
  "updated",
  "plan",
  "answer",
  "information-request",
  "extended",
  "cost-notice",
  "pointer",
  "out-of-office",
  "resolved",
  "declined",
  "escalated",
  "closed",
  "reopened",
  "satisfaction",
  "staff-case-assigned",
  "staff-case-customer",
  "staff-case-warning",
  "staff-case-missed",
  "staff-case-escalated",
] as const;
export type CaseMessageKind = (typeof caseMessageKinds)[number];

export const isToStaff = (kind: CaseMessageKind): boolean => kind.startsWith("staff-");
