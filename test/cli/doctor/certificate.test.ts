import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { certificate } from "../../../cli/doctor/certificate.js";
import { listenOnLoopback } from "../../../dev/lambda/loopback.js";
import { examine } from "../../support/cli/examine.js";

let folder: string;
const servers: Server[] = [];

/** A server whose certificate nobody but itself has signed. */
async function serve(days: number, names: string) {
  const [key, cert] = [join(folder, `${days}.key`), join(folder, `${days}.pem`)];
  const subject = ["-subj", "/CN=doctor", "-addext", `subjectAltName=${names}`];
  const kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  const files = ["-keyout", key, "-out", cert, "-days", String(days)];
  execFileSync("openssl", ["req", "-x509", ...kind, ...files, ...subject], { stdio: "ignore" });
  const certificates = readFileSync(cert, "utf8");
  const server = createServer({ key: readFileSync(key), cert: certificates });
  servers.push(server);
  const port = await listenOnLoopback(server);
  return { service: new URL(`https://127.0.0.1:${port}`), certificates };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "certificate-"));
});
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  }
  rmSync(folder, { recursive: true });
});

it("holds where the certificate is trusted and lasts", async () => {
  const [finding] = await examine(certificate, await serve(90, "IP:127.0.0.1"));
  expect(finding).toMatchObject({ kind: "holds" });
  expect(finding?.sentence).toMatch(/valid for (89|90) more days \(TLSv1\.3\)/);
});

it("warns of one that nothing has renewed", async () => {
  const [finding] = await examine(certificate, await serve(5, "IP:127.0.0.1"));
  expect(finding).toMatchObject({ kind: "warns" });
});

it("fails where nobody vouches for it", async () => {
  const { service } = await serve(91, "IP:127.0.0.1");
  const [finding] = await examine(certificate, { service });
  expect(finding).toMatchObject({ kind: "fails" });
  expect(finding?.sentence).toContain("DEPTH_ZERO_SELF_SIGNED_CERT");
});

it("fails where it is of another name", async () => {
  const [finding] = await examine(certificate, await serve(92, "DNS:site.example"));
  expect(finding?.sentence).toContain("ERR_TLS_CERT_ALTNAME_INVALID");
});

it("fails where the address is not encrypted, unless it is this machine's", async () => {
  const of = async (url: string) =>
    (await examine(certificate, { service: new URL(url) }))[0]?.kind;
  expect(await of("http://grader.site.example")).toBe("fails");
  expect(await of("http://127.0.0.1:8787")).toBe("skipped");
});
