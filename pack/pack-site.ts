import { rm } from "node:fs/promises";
import { bundlePage } from "./bundle-page.js";
import { replaceFile } from "./replace-file.js";
import type { SiteFile } from "./site-file.js";

/** A file of the page that lies in the site's folder. */
export interface PackedFile extends Omit<SiteFile, "contents"> {
  /** Relative to the repository, so that it is the same on every machine. */
  readonly file: string;
}

/** The page as a folder that can be served as it is, but for `settings.json`, which says what serves it. */
export interface PackedSite {
  readonly files: readonly PackedFile[];
  /** The document that stands where there is nothing. */
  readonly notFound: string;
}

const NOT_FOUND = "not-found.html";

/** Writes the page into `folder`, below the folder that it is called in. */
export async function packSite(folder: string): Promise<PackedSite> {
  await rm(folder, { recursive: true, force: true });
  const bundled = await bundlePage();
  const notFound = bundled.find(({ path }) => path === NOT_FOUND)?.contents ?? "";
  const served = bundled.filter(({ path }) => path !== NOT_FOUND);
  const files = served.map(async ({ contents, ...described }) => {
    const file = `${folder}/${described.path}`;
    await replaceFile(file, new TextEncoder().encode(contents));
    return { ...described, file };
  });
  return { files: await Promise.all(files), notFound };
}
