import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import { replaceFile } from "./replace-file.js";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Bundles the API function into one CommonJS file, SDK included, which loads sooner than an
 * ES module bundle.
 *
 * @returns the path of `lambda.cjs`, whose `handler` is the function's entry
 */
export async function bundleApi(folder: string): Promise<string> {
  const outfile = `${folder}/lambda.cjs`;
  const { outputFiles } = await build({
    entryPoints: [`${root}/api/lambda.ts`],
    outfile,
    bundle: true,
    minify: true,
    platform: "node",
    target: "node24",
    format: "cjs",
    mainFields: ["module", "main"],
    plugins: [withoutOnDemand],
    logLevel: "warning",
    write: false,
  });
  for (const { contents } of outputFiles) await replaceFile(outfile, contents);
  return outfile;
}

/**
 * Leaves out what the SDK imports on demand: event streams, and credentials from anywhere but the
 * environment, where Lambda puts them. Inside the bundle each would keep all that it needs from being
 * joined into one scope, and everything would load later.
 */
const withoutOnDemand: Plugin = {
  name: "without-on-demand",
  setup: ({ onResolve }) =>
    onResolve({ filter: /^@(aws-sdk|smithy)\// }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path, external: true } : undefined,
    ),
};
