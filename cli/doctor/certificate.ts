import { once } from "node:events";
import { connect, type PeerCertificate, type TLSSocket } from "node:tls";
import { isLoopback } from "../target/is-loopback.js";
import { ANSWER_MS, within } from "../within.js";
import { type Finding, fails, holds, skipped, warns } from "./finding.js";
import { hostOf } from "./host-of.js";
import type { Circumstances } from "./known.js";
import { SHOW_ADDRESS } from "./remedies.js";
import { stage } from "./stage.js";

const DAY_MS = 86_400_000;
/** ACM renews two months before the end; whoever has less than this is not being renewed. */
const SPARE_DAYS = 21;
const CHOSEN = "npx pulumi config get certificateArn";
const RENEWAL = `aws acm describe-certificate --region us-east-1 --certificate-arn "$(${CHOSEN})" --query Certificate.DomainValidationOptions`;

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
          : fails(
              "CloudFront takes https:// only: name the service by such an address.",
              SHOW_ADDRESS,
            ),
      ];
    }
    return [await examine(service, known)];
  },
});

async function examine(
  service: URL,
  { signal, certificates, begunAtMs = Date.now() }: Circumstances,
): Promise<Finding> {
  const host = hostOf(service);
  const socket: TLSSocket = connect({
    host,
    port: Number(service.port || 443),
    // Nothing is sent: a certificate that is not taken is read to say why.
    rejectUnauthorized: false,
    // A server name is no address: https://www.rfc-editor.org/rfc/rfc6066#section-3
    ...(/[a-z]/i.test(host) && !host.includes(":") && { servername: host }),
    ...(certificates !== undefined && { ca: certificates }),
  });
  try {
    await once(socket, "secureConnect", { signal: within(ANSWER_MS, signal) });
    const shown = socket.getPeerCertificate();
    return socket.authorized
      ? judged(shown, begunAtMs, socket.getProtocol() ?? "TLS")
      : refused(shown, host, String(socket.authorizationError));
  } catch (error) {
    signal.throwIfAborted();
    const { code = "", message } = error as NodeJS.ErrnoException;
    return fails(
      `The connection to ${service.host} is not secured (${code || message}): is ${host} an alias of the distribution, with a certificate for it?`,
      CHOSEN,
    );
  } finally {
    socket.destroy();
  }
}

function judged({ valid_to }: PeerCertificate, nowMs: number, protocol: string): Finding {
  const days = Math.floor((Date.parse(valid_to) - nowMs) / DAY_MS);
  const sentence = `The certificate is valid for ${days} more days (${protocol}).`;
  return days < SPARE_DAYS
    ? warns(`${sentence} Nothing has renewed it: look at its DNS validation record.`, RENEWAL)
    : holds(sentence);
}

/** What is wrong with it, as Node calls it: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
function refused(shown: PeerCertificate, host: string, code: string): Finding {
  const since = (time: string) => new Date(time).toISOString();
  switch (code) {
    case "CERT_HAS_EXPIRED":
      return fails(
        `The certificate has expired, since ${since(shown.valid_to)}: nothing has renewed it, so look at its DNS validation record.`,
        RENEWAL,
      );
    case "CERT_NOT_YET_VALID":
      return fails(
        `The certificate is valid only from ${since(shown.valid_from)} on: is this machine's clock right?`,
        "date -u",
      );
    case "ERR_TLS_CERT_ALTNAME_INVALID":
      return fails(
        `The certificate is for ${shown.subjectaltname ?? "no name"}, not for ${host} (${code}): choose one for it, and make ${host} an alias of the distribution.`,
        CHOSEN,
      );
    default:
      return fails(
        `Nobody whom this machine trusts vouches for the certificate (${code}): it is none of ACM's, or something on the way puts its own in its place.`,
        CHOSEN,
      );
  }
}
