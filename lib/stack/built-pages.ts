import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { AssetHashType, DockerImage } from "aws-cdk-lib";
import { type ISource, Source } from "aws-cdk-lib/aws-s3-deployment";
import { buildPages } from "#site/pages.ts";

/** The built site as an asset. Without bundling, as in the local world and in tests, it is the sources, unbuilt. */
export const builtPages = (root: string): ISource =>
  Source.asset(join(root, "web"), {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // The CDK asks for an image to fall back on; what is built here never fails over to one.
      image: DockerImage.fromRegistry("scratch"),
      local: {
        tryBundle: (folder) => {
          for (const { key, body } of buildPages(root)) {
            mkdirSync(dirname(join(folder, key)), { recursive: true });
            writeFileSync(join(folder, key), body);
          }
          return true;
        },
      },
    },
  });
