import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import type { LocalDynamoDb } from "../../../dev/dynamodb/dynamodb.js";

/** The path of the stricter DynamoDB, where npm could install it for this machine. */
export function findDynoxide(): string | undefined {
  try {
    const packageFile = createRequire(import.meta.url).resolve("@dynoxide/linux-x64/package.json");
    return packageFile.replace(/package\.json$/, "dynoxide");
  } catch {
    return undefined;
  }
}

export async function startDynoxide(binary: string): Promise<LocalDynamoDb> {
  const port = await freePort();
  const child = spawn(binary, ["serve", "--host", "127.0.0.1", "--port", String(port)], {
    stdio: "ignore",
  });
  const exited = once(child, "exit");
  const endpoint = `http://127.0.0.1:${port}`;
  const isUp = () =>
    fetch(endpoint).then(
      () => true,
      () => false,
    );
  const deadline = Date.now() + 10_000;
  while (!(await isUp())) {
    if (child.exitCode !== null) throw new Error(`dynoxide exited with ${child.exitCode}`);
    if (Date.now() > deadline) throw new Error("dynoxide does not answer");
    await new Promise((later) => setTimeout(later, 20));
  }
  return {
    endpoint,
    async close() {
      child.kill();
      await exited;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
