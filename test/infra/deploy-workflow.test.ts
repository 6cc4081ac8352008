import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { runCommand } from "../support/cli/run-command.js";
import { ROOT } from "./support/project-settings.js";

interface Job {
  readonly if: string;
  readonly environment: string;
  readonly permissions: Record<string, string>;
  readonly concurrency?: { readonly "cancel-in-progress": boolean };
  readonly steps: readonly {
    readonly run?: string;
    readonly with?: Record<string, string>;
  }[];
}

const workflow: {
  readonly on: Record<string, unknown>;
  readonly permissions: Record<string, string>;
  readonly jobs: Record<"preview" | "up" | "drift", Job>;
} = parse(readFileSync(join(ROOT, "docs/ci/deploy.yml"), "utf8"));
const { preview, up, drift } = workflow.jobs;

const commands = (job: Job) => job.steps.flatMap(({ run }) => run ?? []);
const roleOf = (job: Job) =>
  job.steps
    .flatMap((step) => step.with?.["role-to-assume"] ?? [])
    .join()
    .split("/")
    .at(-1);
const at = (job: Job, part: string) => commands(job).findIndex((run) => run.includes(part));

it("previews pull requests of the repository itself, deploys what is merged, and looks at night", () => {
  expect(Object.keys(workflow.on)).toEqual(["pull_request", "push", "schedule"]);
  expect(preview.if).toContain("head.repo.full_name == github.repository");
  expect(up.if).toBe("github.event_name == 'push'");
  expect(drift.if).toBe("github.event_name == 'schedule'");
  expect(commands(drift).at(-1)).toContain("preview --refresh --expect-no-changes");
});

it("lets only what is merged change anything", () => {
  expect([preview, up, drift].map(roleOf)).toEqual([
    "edge-grader-preview",
    "edge-grader-deploy",
    "edge-grader-preview",
  ]);
  expect([preview, up, drift].map(({ environment }) => environment)).toEqual([
    "prod-preview",
    "prod",
    "prod-preview",
  ]);
  expect(workflow.permissions).toEqual({ contents: "read" });
  for (const job of [preview, drift]) expect(at(job, "pulumi up")).toBe(-1);
});

it("asks the gate before a merge and before it deploys", () => {
  for (const job of [preview, up]) {
    expect(at(job, "preview --json")).toBeGreaterThan(-1);
    expect(at(job, "preview-gate preview.json")).toBeGreaterThan(at(job, "preview --json"));
  }
  expect(at(up, "pulumi up")).toBeGreaterThan(at(up, "preview-gate"));
  expect(up.concurrency?.["cancel-in-progress"]).toBe(false);
});

it("calls commands of the tool that there are, with options that they take", async () => {
  const calls = [preview, up, drift]
    .flatMap(commands)
    .flatMap((run) => [...run.matchAll(/grader -- ([\w-]+)([^\n]*)/g)]);
  expect(calls.map(([, name]) => name)).toEqual(["preview-gate", "preview-gate", "doctor"]);
  for (const [, name = "", rest = ""] of calls) {
    const { out } = await runCommand([name, "--help"]);
    expect(out).toContain(`Usage: grader ${name} `);
    const options = rest.replace(/"\$\(.*\)"/, "").match(/--[\w-]+/g) ?? [];
    for (const option of options) expect(out).toContain(`${option} <`);
  }
});
