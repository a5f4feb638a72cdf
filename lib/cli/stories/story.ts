import type { Scene } from "../simulation/scene.ts";

/** What happens to one appointment, as somebody would tell it. */
export interface Story {
  /** As it is asked for: `--story moved-twice`. */
  readonly name: string;
  /** One sentence: what to look for. */
  readonly about: string;
  play(scene: Scene): Promise<void>;
}
