import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const IN_VIRTUAL_ENVIRONMENT = ".venv/bin/ruff";
const PARTS = ["executor", "runner", "dev/lambda", "bench", "pack", "test"];
const ruff = existsSync(IN_VIRTUAL_ENVIRONMENT) ? IN_VIRTUAL_ENVIRONMENT : "ruff";

/** Lints the Python side with ruff; without it this is left out, or fails where REQUIRE_RUFF is 1. */
for (const command of [["check"], ["format", "--check", "--quiet"]]) {
  const { error, status } = spawnSync(ruff, [...command, ...PARTS], { stdio: "inherit" });
  if (error !== undefined) {
    console.log("Without ruff (requirements-dev.txt) the Python files were not linted.");
    process.exitCode = process.env.REQUIRE_RUFF === "1" ? 1 : 0;
    break;
  }
  if (status !== 0) process.exitCode = 1;
}
