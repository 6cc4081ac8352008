import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { longestRunSeconds } from "../../../infra/functions/timeouts.js";
import { ROOT } from "../support/project-settings.js";

const MEMORY_MB = [256, 512, 768, 1024, 1769, 10_240];

/** What the executor itself says that it may need for a case at the longest limit, without being started. */
const EXECUTOR = `
import ast, json, pathlib, sys
sys.path.insert(0, sys.argv[1])
from limits import longest_case_ms
source = ast.parse(pathlib.Path(sys.argv[1], "lambda_function.py").read_text("utf-8"))
constants = [node for node in source.body if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)]
known = {node.targets[0].id: node.value.value for node in constants}
shares = [min(1, mb / known["WHOLE_PROCESSOR_MB"]) for mb in json.loads(sys.argv[2])]
reserve = known["SPARE_MS"] + known["ANSWER_MS"]
print(json.dumps([longest_case_ms(15000, share) + reserve for share in shares]))
`;

it("an executor has the time that it itself allows a case at the longest limit", () => {
  const args = ["-B", "-c", EXECUTOR, join(ROOT, "executor"), JSON.stringify(MEMORY_MB)];
  const { stdout, stderr } = spawnSync("python3", args, { encoding: "utf8" });
  expect(stderr).toBe("");
  const needed: number[] = JSON.parse(stdout);
  expect(MEMORY_MB.map(longestRunSeconds)).toEqual(needed.map((ms) => Math.ceil(ms / 1000)));
});
