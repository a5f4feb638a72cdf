import { assuranceEnds } from "./assurance-ends.ts";
import { licences } from "./licences.ts";
import { steadyContact } from "./steady-contact.ts";
import type { DeskStory } from "./story.ts";
import { useful } from "./useful.ts";

/** Stories that are neither of one appointment nor of one case. */
export const deskStories: readonly DeskStory[] = [licences, useful, assuranceEnds, steadyContact];
