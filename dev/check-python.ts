import { spawnSync } from "node:child_process";

/** Lints the Python side where ruff is installed; elsewhere says that it did not. */
const ruff = spawnSync("ruff", ["check", "executor", "runner", "dev/lambda", "bench", "test"], {
  stdio: "inherit",
});
if (ruff.error !== undefined)
  console.log("ruff is not installed: the Python files were not linted.");
process.exitCode = ruff.status ?? 0;
