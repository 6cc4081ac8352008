import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { longestRunSeconds } from "../../../infra/functions/timeouts.js";
import { ROOT } from "../support/project-settings.js";

const MEMORY_MB = [256, 512, 768, 1024, 1769, 10_240];

/** What the executor itself says that it may need for a case at the longest limit, without being started. */
const EXECUTOR = `
import ast, json, pathlib, sys
sys.path[:0] = sys.argv[3:]
from jail import PREPARATION_CPU_SECONDS
from limits import limits_of
source = ast.parse(pathlib.Path(sys.argv[3], "lambda_function.py").read_text("utf-8"))
constants = [node for node in source.body if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)]
known = {node.targets[0].id: node.value.value for node in constants}
shares = [min(1, mb / known["WHOLE_PROCESSOR_MB"]) for mb in json.loads(sys.argv[2])]

def needed_ms(share):
    longest_ms = limits_of(int(sys.argv[1]), share, True).longest_ns / 1e6
    return PREPARATION_CPU_SECONDS * 1000 / share + longest_ms + known["ANSWER_MS"]

print(json.dumps([needed_ms(share) for share in shares]))
`;

it("an executor has the time for a case at the longest limit, as it itself reckons, and hardly more", () => {
  const folders = [join(ROOT, "executor"), join(ROOT, "runner/python")];
  const args = ["-B", "-c", EXECUTOR, "15000", JSON.stringify(MEMORY_MB), ...folders];
  const { stdout, stderr } = spawnSync("python3", args, { encoding: "utf8" });
  expect(stderr).toBe("");
  const needed: number[] = JSON.parse(stdout);
  for (const [index, memoryMb] of MEMORY_MB.entries()) {
    const spareSeconds = longestRunSeconds(memoryMb) - (needed[index] ?? 0) / 1000;
    expect(spareSeconds).toBeGreaterThanOrEqual(0);
    expect(spareSeconds).toBeLessThan(2);
  }
});
