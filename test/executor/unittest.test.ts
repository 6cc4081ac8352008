import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { localPython } from "../support/world.js";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const modules = readdirSync(FOLDER)
  .filter((file) => /^test_.*\.py$/.test(file))
  .map((file) => file.replace(".py", ""));
const halves = [0, 1].map((half) => modules.filter((_, at) => at % 2 === half));

describe("the Python side, by its own tests", () => {
  // Two processes: each waits for a good part of its time.
  it.concurrent.each(halves.map((half) => [half.join(" "), half] as const))(
    "%s",
    { timeout: 300_000 },
    async (_, half) => {
      const args = ["-B", "-m", "unittest", "-v", ...half];
      const run = spawn(localPython().path, args, {
        cwd: FOLDER,
        stdio: ["ignore", "ignore", "pipe"],
      });
      const [stderr, [status]] = await Promise.all([text(run.stderr), once(run, "exit")]);
      expect(status, stderr).toBe(0);
      // A module without tests is no error to unittest.
      for (const module of half) expect(stderr).toContain(`(${module}.`);
    },
  );
});
