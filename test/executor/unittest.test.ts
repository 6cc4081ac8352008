import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { localPython } from "../support/world.js";

const FOLDER = fileURLToPath(new URL(".", import.meta.url));
const files = readdirSync(FOLDER).filter((file) => /^test_.*\.py$/.test(file));

describe("the Python side, by its own tests", () => {
  test.each(files)("%s", { timeout: 300_000 }, (file) => {
    const args = ["-B", "-m", "unittest", "discover", "-s", FOLDER, "-t", FOLDER, "-p", file];
    const { status, stderr } = spawnSync(localPython().path, args, { encoding: "utf8" });
    expect(status, stderr).toBe(0);
    expect(stderr).toMatch(/Ran [1-9]\d* tests? in/);
  });
});
