import type { Instant } from "#core/time.ts";
import type { CaseScene } from "../simulation/case-scene.ts";

/** What happens to one case, as somebody would tell it. Its dates are those of real calendars. */
export interface CaseStory {
  /** As it is asked for: `--story extended`. */
  readonly name: string;
  /** The company that it happens to. */
  readonly pack: string;
  /** One sentence: what to look for. */
  readonly about: string;
  readonly start: Instant;
  play(scene: CaseScene): Promise<void>;
  /** What must have come of it at the end, or it went otherwise than it is told. */
  readonly ends: {
    /** Of its last kind, and since it was last opened, each milestone by its id. */
    readonly milestones: Readonly<Record<string, "kept" | "late" | "void">>;
    /** How often somebody heard of a date that was missed. */
    readonly alerts: number;
  };
}
