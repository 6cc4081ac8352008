import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeJail } from "./attack-suite.js";
import { type ExecutorWorld, startExecutorWorld } from "./executor-world.js";
import { loadPrograms, type Program } from "./program.js";

const KEPT_BYTES = 64 * 1024;
// What an ordinary interpreter makes of a program: its result goes to a descriptor of its own.
const ORDINARY = `
import json, os, sys
sys.path.insert(0, sys.argv[1])
sys.argv[:] = ["solution.py"]
import solution
value = solution.solution(json.loads(os.environ.pop("VALUE")))
os.write(3, json.dumps(value).encode())
`;

describeJail("an honest program that", () => {
  let world: ExecutorWorld;
  beforeAll(async () => {
    world = await startExecutorWorld();
  });
  afterAll(() => world?.close());

  for (const program of [...loadPrograms("benign"), ...loadPrograms("library")]) {
    it(program.title, async () => {
      const ordinary = runOrdinarily(program, world.python);
      const { input, timeout_ms: timeoutMs = 5000 } = program.expect;
      const output = (await world.invoke({ code: program.code, input, timeoutMs })).output();
      expect({ ...output, stdout: "" }).toMatchObject({ isSuccessful: true, error: null });
      expect(output.returnValue).toEqual(JSON.parse(ordinary.result));
      expect(output.stdout).toBe(ordinary.stdout);
      expect(output.stderr).toBe(ordinary.stderr);
    });
  }
});

function runOrdinarily({ code, expect: { input = null } }: Program, python: string) {
  const folder = mkdtempSync(join(tmpdir(), "ordinary-"));
  try {
    writeFileSync(join(folder, "solution.py"), code);
    const { output, stderr } = spawnSync(python, ["-B", "-c", ORDINARY, folder], {
      env: { LANG: "C.UTF-8", TZ: "UTC0", PYTHONHASHSEED: "0", VALUE: JSON.stringify(input) },
      stdio: ["ignore", "pipe", "pipe", "pipe"],
      maxBuffer: 64 * 1024 * 1024,
    });
    const [, stdout, , result] = output;
    return {
      stdout: String(stdout?.subarray(0, KEPT_BYTES)),
      stderr: String(stderr),
      result: String(result),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
