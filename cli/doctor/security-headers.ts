import { type Answer, askService } from "./ask-service.js";
import { fails, holds } from "./finding.js";
import { REDEPLOY } from "./remedies.js";
import { stage } from "./stage.js";

/** As the distribution adds them (`infra/edge/security-headers.ts`). */
const EXPECTED: Readonly<Record<string, RegExp>> = {
  "Strict-Transport-Security": /max-age=\d{7,}/,
  "X-Content-Type-Options": /^nosniff$/,
  "X-Frame-Options": /^DENY$/,
  "Referrer-Policy": /^no-referrer$/,
  "Content-Security-Policy": /default-src 'none'/,
};

export const securityHeaders = stage({
  name: "security headers",
  needs: ["service", "deployed"],
  async run(known) {
    // An error's too: CloudFront adds them to what it did not make itself.
    for (const path of ["/health", "/submissions"]) {
      const lacking = lackingIn(await askService(known, path));
      if (lacking.length > 0) {
        return [
          fails(`GET ${path} is delivered without the right ${lacking.join(", ")}.`, REDEPLOY),
        ];
      }
    }
    return [holds(`All ${Object.keys(EXPECTED).length} are delivered, with errors too.`)];
  },
});

function lackingIn({ headers }: Answer): string[] {
  return Object.entries(EXPECTED)
    .filter(([name, pattern]) => !pattern.test(headers.get(name) ?? ""))
    .map(([name]) => name);
}
