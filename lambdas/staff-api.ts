import { staffCancelBody, staffChangeBody } from "#api/schemas.ts";
import { taskView } from "#core/task.ts";
import { cancelAppointment, changeAppointment } from "#steps/revise.ts";
import { openTasks } from "#steps/tasks.ts";
import { accounts } from "./shared/accounts.ts";
import { acted } from "./shared/acted.ts";
import { api } from "./shared/api.ts";
import { attendance } from "./shared/attendance.ts";
import { conduct } from "./shared/conduct.ts";
import { answer } from "./shared/problems.ts";
import { promises } from "./shared/promises.ts";
import { deployed } from "./shared/request.ts";
import { staffOf } from "./shared/staff.ts";
import { standing } from "./shared/standing.ts";

/** What staff may ask and do, each within the company that their token names. */
export const handler = api<"staff">({
  ...accounts,
  ...attendance,
  ...conduct,
  ...promises,
  ...standing,
  "GET /v1/{pack}/staff/tasks": async (ports, event) => {
    const { pack } = deployed(ports, event).policy;
    staffOf(event, pack);
    return answer(200, { tasks: (await openTasks(ports, pack)).map(taskView) });
  },
  "POST /v1/{pack}/staff/appointments/{id}/change": acted(staffChangeBody, changeAppointment),
  "POST /v1/{pack}/staff/appointments/{id}/cancel": acted(staffCancelBody, cancelAppointment),
});
