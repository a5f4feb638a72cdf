import type { Instant } from "#core/time.ts";
import type { Desk } from "../simulation/desk.ts";

/** What happens beside appointments and cases at one company, as somebody would tell it. */
export interface DeskStory {
  /** As it is asked for: `--story assurance-ends`. */
  readonly name: string;
  /** The company that it happens to. */
  readonly pack: string;
  /** One sentence: what to look for. */
  readonly about: string;
  readonly start: Instant;
  /** What is not as it is told is a problem of the story. */
  play(desk: Desk): Promise<void>;
}
