import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const IN_VIRTUAL_ENVIRONMENT = ".venv/bin/python";

/**
 * A Python that has AWS's API models; undefined where there is none, which is said in a line.
 *
 * @throws where REQUIRE_BOTOCORE is 1 and there is none
 */
export function pythonWithBotocore(): string | undefined {
  const python = existsSync(IN_VIRTUAL_ENVIRONMENT) ? IN_VIRTUAL_ENVIRONMENT : "python3";
  const isThere = spawnSync(python, ["-c", "import botocore"]).status === 0;
  if (isThere) return python;
  const sentence = "Without botocore (requirements-dev.txt) nothing is held against AWS's models.";
  if (process.env.REQUIRE_BOTOCORE === "1") throw new Error(sentence);
  console.log(sentence);
  return undefined;
}
