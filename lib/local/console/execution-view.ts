import { marksOf, pathOf, type Visited } from "#local/picture/marks.ts";
import { outlineOf } from "#local/picture/outline.ts";
import { svgPicture } from "#local/picture/svg.ts";
import type { Standing } from "#local/states/description.ts";
import { readDefinition } from "#local/states/read-definition.ts";
import { StatesRefusal } from "#local/states/refusal.ts";
import type { Runner } from "#local/states/runner.ts";

/** An execution with the way that it has gone. */
export interface ExecutionView extends Standing {
  /** Why it ended, where it was stopped or failed. */
  readonly cause?: string;
  readonly path: readonly Visited[];
  /** SVG, for a page that has a style for it. */
  readonly picture: string;
}

/** `undefined` where no execution has that name. */
export const executionView = (runner: Runner, arn: string): ExecutionView | undefined => {
  const standing = standingOf(runner, arn);
  if (standing === undefined) return undefined;
  const path = pathOf(runner.history(arn));
  const { cause } = runner.describe(arn);
  const marks = marksOf(path, standing.at !== undefined);
  const outline = outlineOf(readDefinition(runner.definitionOf(arn)));
  const picture = svgPicture(outline, { label: `The execution ${standing.name}`, marks });
  return { ...standing, ...(cause !== undefined && { cause }), path, picture };
};

const standingOf = (runner: Runner, arn: string): Standing | undefined => {
  try {
    return runner.standing(arn);
  } catch (error) {
    if (error instanceof StatesRefusal) return undefined;
    throw error;
  }
};
