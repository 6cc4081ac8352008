import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { credentials } from "@grpc/grpc-js";
import analyzerServices from "@pulumi/pulumi/proto/analyzer_grpc_pb.js";
import analyzerMessages, {
  type AnalyzeResponse,
  type AnalyzerInfo,
} from "@pulumi/pulumi/proto/analyzer_pb.js";
import emptyMessages from "google-protobuf/google/protobuf/empty_pb.js";
import { toStruct } from "../../support/pulumi/wire.js";
import { ROOT } from "./project-settings.js";
import type { RegisteredResource } from "./recording-monitor.js";

export const PACK = join(ROOT, "infra/policy-pack");

const PROJECT = "edge-grader";

/** The policy pack, as Pulumi has it running during a deployment. */
export interface PolicyPackProcess {
  /** Its rules, each as `name: level`. */
  rules(): Promise<string[]>;
  /** What it finds in one resource, each as `level: rule: message`. */
  analyze(resource: RegisteredResource): Promise<string[]>;
  stop(): Promise<void>;
}

/**
 * Starts the pack like Pulumi's host for Node.js, in its own folder and without any options: `RunPlugin` of
 * https://github.com/pulumi/pulumi/blob/master/sdk/nodejs/cmd/pulumi-language-nodejs/main.go
 */
export async function startPolicyPack(
  settings: Readonly<Record<string, string>> = {},
): Promise<PolicyPackProcess> {
  const runner = createRequire(`${PACK}/`).resolve("@pulumi/pulumi/cmd/run-policy-pack");
  const entries = Object.entries(settings);
  const child = spawn(process.execPath, [runner, "127.0.0.1:1", PACK], {
    cwd: PACK,
    env: {
      PULUMI_NODEJS_PROJECT: PROJECT,
      PULUMI_NODEJS_STACK: "dev",
      PULUMI_CONFIG: JSON.stringify(
        Object.fromEntries(entries.map(([name, value]) => [`${PROJECT}:${name}`, value])),
      ),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  // The one thing that a pack says is the port where it listens.
  const lines = createInterface({ input: child.stdout });
  const port = await Promise.race([
    once(lines, "line").then(([line]) => String(line)),
    exited.then(([code]) => Promise.reject(new Error(`The pack ended with ${code}`))),
  ]);
  const client = new analyzerServices.AnalyzerClient(
    `127.0.0.1:${port}`,
    credentials.createInsecure(),
  );
  return {
    async rules() {
      const getInfo = promisify<emptyMessages.Empty, AnalyzerInfo>(client.getAnalyzerInfo);
      const info = await getInfo.call(client, new emptyMessages.Empty());
      return info
        .getPoliciesList()
        .map((policy) => `${policy.getName()}: ${level(policy.getEnforcementlevel())}`);
    },
    async analyze({ type, name, urn, inputs, isProtected }) {
      const request = new analyzerMessages.AnalyzeRequest();
      request.setType(type);
      request.setName(name);
      request.setUrn(urn);
      request.setProperties(toStruct(inputs));
      const options = new analyzerMessages.AnalyzerResourceOptions();
      options.setProtect(isProtected);
      request.setOptions(options);
      const analyze = promisify<typeof request, AnalyzeResponse>(client.analyze);
      const response = await analyze.call(client, request);
      return response
        .getDiagnosticsList()
        .map(
          (finding) =>
            `${level(finding.getEnforcementlevel())}: ${finding.getPolicyname()}: ${finding.getMessage()}`,
        );
    },
    async stop() {
      client.close();
      child.kill("SIGKILL");
      await exited;
    },
  };
}

function level(code: number): string {
  const levels = Object.entries(analyzerMessages.EnforcementLevel);
  return levels.find(([, value]) => value === code)?.[0] ?? String(code);
}
