import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A kind of browser that tests run in. */
export interface BrowserKind {
  readonly name: string;
  /** As which it is found on `PATH`, the best first. */
  readonly programs: readonly string[];
  /** The package of Debian. */
  readonly aptPackage: string;
}

export const CHROMIUM: BrowserKind = {
  name: "Chromium",
  // The shell first: the others open a whole window for every visit, which costs twice the CPU of a test.
  programs: [
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
  ],
  aptPackage: "chromium-headless-shell",
};

export const FIREFOX: BrowserKind = {
  name: "Firefox",
  programs: ["firefox-esr", "firefox"],
  aptPackage: "firefox-esr",
};

/**
 * The path of an installed browser of this kind, or undefined. `CHROMIUM` or `FIREFOX` names another.
 *
 * @throws where there is none and `REQUIRE_CHROMIUM` or `REQUIRE_FIREFOX` is set
 */
export function findBrowser({ name, programs, aptPackage }: BrowserKind): string | undefined {
  const variable = name.toUpperCase();
  const { [variable]: named, [`REQUIRE_${variable}`]: isRequired, PATH = "" } = process.env;
  const candidates = PATH.split(delimiter).flatMap((folder) =>
    programs.map((program) => join(folder, program)),
  );
  const found = named ?? candidates.find((path) => existsSync(path));
  if (found !== undefined) return found;
  const advice = `Install it (apt-get install ${aptPackage}) or name it in ${variable}.`;
  if (isRequired) throw new Error(`There is no ${name} to test in. ${advice}`);
  console.warn(`Skipped the tests that need ${name}: there is none. ${advice}`);
  return undefined;
}
