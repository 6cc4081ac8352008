import { once } from "node:events";
import { connect, type TLSSocket } from "node:tls";
import { isLoopback } from "../target/is-loopback.js";
import { type Finding, fails, holds, skipped, warns } from "./finding.js";
import type { Circumstances } from "./known.js";
import { stage } from "./stage.js";

const PATIENCE_MS = 20_000;
const DAY_MS = 86_400_000;
/** ACM renews two months before the end; whoever has less than this is not being renewed. */
const SPARE_DAYS = 21;

export const certificate = stage({
  name: "certificate",
  needs: ["service"],
  proves: "service",
  async run(known) {
    const { service } = known;
    if (service.protocol !== "https:") {
      return [
        isLoopback(service)
          ? skipped("Nothing is encrypted on this machine itself.")
          : fails("CloudFront takes https:// only: name the service by such an address."),
      ];
    }
    return [await examine(service, known)];
  },
});

async function examine(service: URL, { signal, certificates }: Circumstances): Promise<Finding> {
  const host = service.hostname.replace(/^\[|\]$/g, "");
  const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
  const socket: TLSSocket = connect({
    host,
    port: Number(service.port || 443),
    // A server name is no address: https://www.rfc-editor.org/rfc/rfc6066#section-3
    ...(/[a-z]/i.test(host) && !host.includes(":") && { servername: host }),
    ...(certificates !== undefined && { ca: certificates }),
  });
  try {
    await once(socket, "secureConnect", { signal: patience });
    const end = Date.parse(socket.getPeerCertificate().valid_to);
    return judged(Math.floor((end - Date.now()) / DAY_MS), socket.getProtocol() ?? "TLS");
  } catch (error) {
    signal.throwIfAborted();
    const { code = "", message } = error as NodeJS.ErrnoException;
    return fails(
      `The connection to ${service.host} is not secured (${code || message}): is ${host} an alias of the distribution, with a certificate for it?`,
      "npx pulumi config get certificateArn",
    );
  } finally {
    socket.destroy();
  }
}

function judged(days: number, protocol: string): Finding {
  const sentence = `The certificate is valid for ${days} more days (${protocol}).`;
  return days < SPARE_DAYS
    ? warns(`${sentence} Nothing has renewed it: look at its DNS validation record.`)
    : holds(sentence);
}
