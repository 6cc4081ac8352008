import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

// The shell first: the others open a whole window for every visit, which costs twice the CPU of a test.
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

/**
 * The path of an installed Chromium, or undefined. `CHROMIUM` names another.
 *
 * @throws where there is none and `REQUIRE_CHROMIUM` is set
 */
export function findChromium(): string | undefined {
  const { CHROMIUM, REQUIRE_CHROMIUM, PATH = "" } = process.env;
  const candidates = PATH.split(delimiter).flatMap((folder) =>
    NAMES.map((name) => join(folder, name)),
  );
  const found = CHROMIUM ?? candidates.find((path) => existsSync(path));
  if (found !== undefined) return found;
  const advice = "Install it (apt-get install chromium-headless-shell) or name it in CHROMIUM.";
  if (REQUIRE_CHROMIUM) throw new Error(`There is no Chromium to test in. ${advice}`);
  console.warn(`Skipped the tests that need a browser: there is no Chromium. ${advice}`);
  return undefined;
}
