import type { TemplateResult } from "lit";
import type { Answer, DeskClient } from "./client.ts";
import type { ClockFace } from "./words.ts";

/** What every view of the desk has at hand. */
export interface Desk {
  readonly pack: string;
  readonly client: DeskClient;
  /** As the world's clock has it, which may not be this computer's. */
  readonly now: () => Date;
  readonly face: ClockFace;
  /** The address that shows an execution, `machine:name`; none where there is no such place. */
  readonly executionAt: (execution: string) => string | undefined;
  /** Names the page, and draws what stands below. Drawn again it changes only what differs. */
  readonly show: (heading: string, body: TemplateResult) => void;
  /** Tells how the last press ended, also to whoever does not see it. */
  readonly say: (text: string) => void;
  /** Waits, and shows that it does; what fails is said. */
  readonly found: <Found>(answer: Promise<Answer<Found>>) => Promise<Found | undefined>;
  /** Moves the focus to the page's heading: what was pressed may be gone. */
  readonly toTop: () => void;
  /** Calls from time to time, while somebody looks. */
  readonly every: (seconds: number, look: () => void) => void;
}
