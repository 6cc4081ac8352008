import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { pythonWithBotocore } from "../support/aws/python-with-botocore.js";
import { CONFIGURATIONS } from "./support/configurations.js";
import { deployStack } from "./support/deployed-stack.js";
import { ROOT } from "./support/project-settings.js";
import { REGION } from "./support/provider-answers.js";

const MODELS = join(ROOT, "test/infra/models");

/** Kind of resource, where in its inputs, the wrong value (null: none), and what has to be said of it. */
const PLANTED: readonly [string, string, unknown, string][] = JSON.parse(
  readFileSync(join(MODELS, "planted-faults.json"), "utf8"),
);

interface Report {
  readonly values: number;
  readonly faults: readonly string[];
  readonly planted: readonly (readonly string[])[];
  readonly unproven: readonly string[];
}

const PYTHON = pythonWithBotocore();

describe.skipIf(PYTHON === undefined)("AWS's own models of its services", () => {
  let report: Report;

  beforeAll(async () => {
    const configurations: Record<string, unknown> = {};
    for (const [name, settings] of Object.entries(CONFIGURATIONS)) {
      const { resources } = await deployStack(settings);
      configurations[name] = resources.map(({ kind, name, inputs }) => ({ kind, name, inputs }));
    }
    configurations.strange = [{ kind: "sqs/queue", name: "jobs", inputs: {} }];
    const input = JSON.stringify({ region: REGION, configurations, planted: PLANTED });
    const script = join(MODELS, "check_stacks.py");
    const { stdout, stderr } = spawnSync(PYTHON ?? "", ["-B", script], { input, encoding: "utf8" });
    expect(stderr).toBe("");
    report = JSON.parse(stdout);
  }, 120_000);

  it("take every value of every request that creates a configuration's resources", () => {
    const ofStacks = report.faults.filter((fault) => !fault.startsWith("strange: "));
    expect(ofStacks).toEqual([]);
    expect(report.values).toBeGreaterThan(1000);
  });

  it("are asked about every kind of resource, or it is said which is not", () => {
    expect(report.faults).toEqual(["strange: sqs/queue jobs: no request is known that creates it"]);
  });

  it("lack rules that this suite adds, each of which some planted fault breaks", () => {
    expect(report.unproven).toEqual([]);
  });

  it.each(PLANTED.map((planted, index) => [index, ...planted] as const))(
    "%i: refuse a %s whose %s is %j",
    (index, _kind, _path, _value, words) => {
      expect(report.planted[index]?.join("\n")).toContain(words);
    },
  );
});
