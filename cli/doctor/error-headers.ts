import { askService, told } from "./ask-service.js";
import { type Finding, fails, holds, warns } from "./finding.js";
import { REDEPLOY } from "./remedies.js";
import { stage } from "./stage.js";

export const errorHeaders = stage({
  name: "error headers",
  needs: ["service"],
  async run(known) {
    const [refused, misused] = [
      await askService(known, "/submissions"),
      await askService(known, "/grade", { method: "GET" }),
    ];
    const findings: Finding[] = [];
    for (const answer of [refused, misused]) {
      const type = answer.headers.get("X-Amzn-ErrorType");
      if (type !== answer.body?.code) {
        findings.push(
          warns(
            `${told(answer)} is delivered with X-Amzn-ErrorType: ${type ?? "(none)"}; programs have to go by the body's code.`,
          ),
        );
      }
    }
    if (misused.status !== 405) {
      findings.push(fails(`GET /grade answers ${told(misused)} instead of a 405.`, REDEPLOY));
    } else if (!misused.headers.get("Allow")?.includes("POST")) {
      findings.push(warns("A 405 is delivered without its Allow header."));
    }
    if (!refused.headers.has("X-Request-Id")) {
      findings.push(
        fails("A refusal has no X-Request-Id, by which its log line is found.", REDEPLOY),
      );
    }
    return findings.length > 0
      ? findings
      : [holds(`They arrive as sent; ${challenge(refused.headers)}.`)];
  },
});

/** Function URLs rename it, and nothing behind them can mend that. */
function challenge(headers: Headers): string {
  if (headers.has("WWW-Authenticate")) return "WWW-Authenticate too";
  return headers.has("x-amzn-Remapped-www-authenticate")
    ? "WWW-Authenticate is renamed by Lambda to x-amzn-Remapped-www-authenticate, as expected"
    : "WWW-Authenticate does not, which only a browser's own sign-in window would ask for";
}
