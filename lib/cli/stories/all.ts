import { bookedThreeHoursBefore } from "./booked-three-hours-before.ts";
import { cancelledLate } from "./cancelled-late.ts";
import { hostFallsIll } from "./host-falls-ill.ts";
import { interrupted } from "./interrupted.ts";
import { keptToPlan } from "./kept-to-plan.ts";
import { movedTwice } from "./moved-twice.ts";
import type { Story } from "./story.ts";
import { thirdInLine } from "./third-in-line.ts";
import { twoNoShows } from "./two-no-shows.ts";
import { vouched } from "./vouched.ts";
import { waived } from "./waived.ts";

/** Stories of an appointment, for every pack that has them. */
export const stories: readonly Story[] = [
  keptToPlan,
  movedTwice,
  cancelledLate,
  bookedThreeHoursBefore,
  hostFallsIll,
  interrupted,
  thirdInLine,
  twoNoShows,
  waived,
  vouched,
];
