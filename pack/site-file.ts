/** A file of the page, as whoever serves it has to. */
export interface SiteFile {
  /** Below the site's root, without a slash in front. */
  readonly path: string;
  readonly contents: string;
  readonly contentType: string;
  readonly cacheControl: string;
}

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html",
  js: "text/javascript",
  css: "text/css",
  svg: "image/svg+xml",
};

/** A name with a digest of the contents is never that of another file. */
const IS_FIXED = /-[A-Z\d]{8}\.\w+$/;

export function siteFile(path: string, contents: string): SiteFile {
  return {
    path,
    contents,
    contentType: `${TYPES[path.split(".").at(-1) ?? ""]}; charset=utf-8`,
    cacheControl: IS_FIXED.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
  };
}
