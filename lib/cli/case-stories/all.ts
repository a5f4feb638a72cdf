import { ofBnc } from "./bnc.ts";
import { ofExpandit } from "./expandit.ts";
import { ofSolar } from "./solar.ts";
import type { CaseStory } from "./story.ts";

/** Stories of a case, each of the one company whose policy it tells. */
export const caseStories: readonly CaseStory[] = [...ofSolar, ...ofBnc, ...ofExpandit];
