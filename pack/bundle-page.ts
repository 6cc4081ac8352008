import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { withoutCompletions } from "./without-completions.js";

const FOLDER = fileURLToPath(new URL("../web/", import.meta.url));

/**
 * The files of the page by their names, minified, in memory: `page.js`, `page.css`, `icon.svg`, and parts of
 * the script that the page asks for itself, under names that change with what is in them.
 */
export async function bundlePage(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: ["page.tsx", "page.css", "icon.svg"].map((name) => `${FOLDER}${name}`),
    outdir: "page",
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: "es2022",
    loader: { ".svg": "copy" },
    legalComments: "none",
    logLevel: "warning",
    write: false,
    plugins: [withoutCompletions],
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
}
