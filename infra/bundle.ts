import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Bundles the API function into one CommonJS file, SDK included, which loads sooner than an
 * ES module bundle.
 *
 * @returns the path of `lambda.cjs`, whose `handler` is the function's entry
 */
export async function bundleApi(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const outfile = `${folder}/lambda.cjs`;
  await build({
    entryPoints: [`${root}/api/lambda.ts`],
    outfile,
    bundle: true,
    minify: true,
    platform: "node",
    target: "node24",
    format: "cjs",
    mainFields: ["module", "main"],
    logLevel: "warning",
  });
  return outfile;
}
