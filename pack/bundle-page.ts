import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { type SiteFile, siteFile } from "./site-file.js";
import { withoutCompletions } from "./without-completions.js";

const FOLDER = fileURLToPath(new URL("../web/", import.meta.url));

/** What a browser is shown at `/`, and where there is nothing. */
const DOCUMENTS = ["index.html", "not-found.html"] as const;

/** Which the documents name. */
const ENTRIES = ["page.tsx", "page.css", "icon.svg"];

/**
 * The page, minified, in memory: its documents, and below `page/` the files that they and the script ask
 * for, under names that change with what is in them.
 */
export async function bundlePage(): Promise<readonly SiteFile[]> {
  const { outputFiles, metafile } = await build({
    entryPoints: ENTRIES.map((name) => `${FOLDER}${name}`),
    outdir: "page",
    entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    publicPath: "/page",
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    target: "es2022",
    loader: { ".svg": "copy" },
    legalComments: "none",
    logLevel: "warning",
    metafile: true,
    write: false,
    plugins: [withoutCompletions],
  });
  const names = new Map(
    Object.entries(metafile.outputs).flatMap(([path, { entryPoint }]) =>
      entryPoint === undefined ? [] : [[basename(entryPoint), basename(path)] as const],
    ),
  );
  const documents = DOCUMENTS.map(async (name) => {
    const text = await readFile(`${FOLDER}${name}`, "utf8");
    return siteFile(name, withNames(text, names));
  });
  const assets = outputFiles.map(({ path, text }) =>
    siteFile(`page/${basename(path)}`, withImportPart(text)),
  );
  return [...(await Promise.all(documents)), ...assets];
}

/** Has parts that come later be imported as `web/service/import-part.ts` does. */
function withImportPart(script: string): string {
  return script.replace(/\bimport\((?="\/page\/[\w-]+\.js"\))/g, "importPart(");
}

/** Puts the files' names in the places of their sources', such as `{{page.css}}`. */
function withNames(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(/\{\{([\w.]+)\}\}/g, (_, source: string) => {
    const name = names.get(source);
    if (name === undefined) throw new Error(`The page has no ${source}.`);
    return name;
  });
}
