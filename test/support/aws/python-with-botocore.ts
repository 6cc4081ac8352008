import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const IN_VIRTUAL_ENVIRONMENT = ".venv/bin/python";

/**
 * A Python that has AWS's API models, of the version that the suite is written for; undefined where
 * there is none, which is said in a line.
 *
 * @throws where REQUIRE_BOTOCORE is 1 and there is none
 */
export function pythonWithBotocore(): string | undefined {
  const python = existsSync(IN_VIRTUAL_ENVIRONMENT) ? IN_VIRTUAL_ENVIRONMENT : "python3";
  const requirements = readFileSync("requirements-dev.txt", "utf8");
  const version = /^botocore==(\S+)$/m.exec(requirements)?.[1];
  const program = "import botocore; print(botocore.__version__)";
  const found = spawnSync(python, ["-c", program], { encoding: "utf8" }).stdout?.trim();
  if (found === version) return python;
  const sentence = `Without botocore ${version} (requirements-dev.txt) nothing is held against AWS's models.`;
  if (process.env.REQUIRE_BOTOCORE === "1") throw new Error(sentence);
  console.log(sentence);
  return undefined;
}
