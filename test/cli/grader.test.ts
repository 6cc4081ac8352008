import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createProgram } from "../../cli/create-program.js";
import type { Surroundings } from "../../cli/surroundings.js";
import { listen } from "../../dev/http/listen.js";
import { runCommand } from "../support/cli/run-command.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const nothing = {} as Surroundings;

const commandsBelow = (command: Command): Command[] =>
  command.commands.flatMap((child) => [child, ...commandsBelow(child)]);
const pathOf = (command: Command): string[] =>
  command.parent === null ? [] : [...pathOf(command.parent), command.name()];

const paths = commandsBelow(createProgram(nothing)).map(pathOf);
const verbs = commandsBelow(createProgram(nothing))
  .filter(({ commands }) => commands.length === 0)
  .map(pathOf);

describe("grader", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "grader-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(paths.map((path) => [path.join(" "), path] as const))(
    "helps with: %s",
    async (name, path) => {
      const { status, out, err } = await runCommand([...path, "--help"]);
      expect({ status, err }).toEqual({ status: 0, err: "" });
      expect(out).toContain(`Usage: grader ${name} `);
    },
  );

  it.each(verbs.map((path) => [path.join(" "), path] as const))(
    "shows examples in the help of: %s",
    async (name, path) => {
      const { out } = await runCommand([...path, "--help"]);
      expect(out).toContain(`Examples:\n  $ grader ${name}`);
    },
  );

  it("tells what its exit statuses mean", async () => {
    const { out } = await runCommand(["--help"]);
    expect(out).toMatch(/Exit status:\n {2}0 done {3}1 the answer is no {3}2 misuse/);
  });

  it.each([
    [["nonsense"], "unknown command 'nonsense'"],
    [["problem", "lst"], "Did you mean list?"],
    [["problem", "list", "--jsn"], "Did you mean --json?"],
    [["problem", "list"], "Name one service: --stack"],
    [["problem", "list", "--stack", "a", "--endpoint", "http://127.0.0.1:1"], "Name one service"],
    [["problem", "list", "--endpoint", "https://site.example"], "a dev server on this machine"],
    [["problem", "pull", ""], "It must be an id"],
    [["problem", "remove", "x".repeat(2049)], "at most 2048 bytes"],
    [["regrade", ""], "It must be an id"],
    [["report", "--user", ""], "It must be an id"],
    [["user", "export", ""], "It must be an id"],
    [["user", "erase", ""], "It must be an id"],
  ])("ends with 2 at misuse: %j", async (args, sentence) => {
    const { status, out, err } = await runCommand(args);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain(sentence);
  });

  it("ends with 3 where no dev server answers", async () => {
    const endpoint = "http://127.0.0.1:9";
    const { status, err } = await runCommand(["problem", "list", "--endpoint", endpoint]);
    expect({ status, err }).toEqual({
      status: 3,
      err: `No dev server answers at ${endpoint}. Start one with: npm run dev\n`,
    });
  });

  it.each([
    [
      "a page",
      () => new Response("<!doctype html>"),
      /\/dev\/stack answers something else: that is no/,
    ],
    ["not there", () => new Response("", { status: 404 }), /\/dev\/stack answers 404: that is no/],
    [
      "of an older version",
      () => Response.json({ region: "us-east-1" }),
      /lacks outputs that this tool needs: .*\. Start one of this version\.$/,
    ],
  ])(
    "ends with 3 where no dev server of this version answers, but one that is %s",
    async (_, answer, sentence) => {
      const { url, close } = await listen(answer, 0);
      try {
        const { status, out, err } = await runCommand(["problem", "list", "--endpoint", url]);
        expect({ status, out }).toEqual({ status: 3, out: "" });
        expect(err.trimEnd()).toMatch(sentence);
      } finally {
        await close();
      }
    },
  );

  it("runs as a process, with results on stdout and all else on stderr", async () => {
    const grader = spawn(
      process.execPath,
      ["--import", "tsx", join(ROOT, "cli/grader.ts"), "problem", "list"],
      { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] },
    );
    const [out, err, [status]] = await Promise.all([
      text(grader.stdout),
      text(grader.stderr),
      once(grader, "close"),
    ]);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toContain("Name one service");
  });

  it("gives a terminal a sign of life before it is loaded", async () => {
    const command = [process.execPath, "--import", "tsx", join(ROOT, "cli/grader.ts"), "problem"];
    const program = "import pty, sys; pty.spawn(sys.argv[1:])";
    const terminal = spawn("python3", ["-c", program, ...command], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const shown = await text(terminal.stdout);
    expect(shown.slice(0, shown.indexOf("Usage:"))).toBe("\r\x1b[Kstarting…\r\x1b[K");
  });

  describe("--stack", () => {
    /** A Pulumi that says what the script has it say. */
    async function withPulumi(script: string) {
      const bin = await mkdtemp(join(folder, "bin-"));
      await writeFile(join(bin, "pulumi"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
      const env = { PATH: `${bin}:/usr/bin:/bin` };
      return runCommand(["problem", "list", "--stack", "production"], { env, folder });
    }

    it.each([
      ["nobody is signed in", "error: PULUMI_ACCESS_TOKEN must be set", "npx pulumi login"],
      ["it is another's", "error: no stack named 'production' found", "npx pulumi stack ls"],
      [
        "there is no project",
        "error: no Pulumi.yaml project file found",
        "the folder of the project",
      ],
      ["it is locked", "error: passphrase must be set with PULUMI_CONFIG_PASSPHRASE", "Set PULUMI"],
    ])("says what to do where %s", async (_, said, advice) => {
      const { status, err } = await withPulumi(`echo "${said}" >&2; exit 255`);
      expect(status).toBe(3);
      expect(err).toContain(advice);
      expect(err).toContain(said);
    });

    it("says what it waits for, where Pulumi takes more than two seconds", async () => {
      const { err } = await withPulumi(
        "sleep 3; echo 'error: no stack named x found' >&2; exit 255",
      );
      expect(err).toMatch(/^asking Pulumi for the stack production\n/);
    });

    it("names the outputs that an older stack lacks", async () => {
      const { status, err } = await withPulumi(`echo '{"problemsTableName": "problems"}'`);
      expect(status).toBe(3);
      expect(err).toMatch(/lacks outputs.*: region, .*npx pulumi up/);
    });

    it("says so where there is no Pulumi", async () => {
      const env = { PATH: folder };
      const args = ["problem", "list", "--stack", "production"];
      const { status, err } = await runCommand(args, { env, folder });
      expect(status).toBe(3);
      expect(err).toContain("Pulumi was not found");
    });
  });
});
