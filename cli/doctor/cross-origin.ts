import { GetFunctionConfigurationCommand } from "@aws-sdk/client-lambda";
import { type Answer, askService, told } from "./ask-service.js";
import { type Finding, fails, holds, skipped } from "./finding.js";
import type { Circumstances, Facts, Known } from "./known.js";
import { REDEPLOY } from "./remedies.js";
import { stage } from "./stage.js";

const FOREIGN = "https://foreign.invalid";
const MEND = "npx pulumi config set allowedOrigins https://site.example && npx pulumi up";
/** What a page reads of errors besides their bodies; browsers hide all headers that are not named. */
const READ_BY_PAGES = ["Retry-After", "X-Amzn-ErrorType", "X-Request-Id"];

export const crossOrigin = stage({
  name: "cross-origin",
  needs: ["service"],
  async run(known) {
    const foreign = await preflight(known, FOREIGN);
    const allowed = foreign.headers.get("Access-Control-Allow-Origin");
    if (allowed === "*") return [await examine(known, FOREIGN, "Pages of every site may call it.")];
    if (allowed !== null) {
      const sentence = `A page of ${FOREIGN} may call it (Access-Control-Allow-Origin: ${allowed}).`;
      return [fails(sentence, MEND)];
    }
    const origin = known.origin ?? (await configuredOrigin(known));
    const refused = holds(`A page of ${FOREIGN} may not call it.`);
    if (origin === undefined) {
      return [refused, skipped("Whether yours may: name one with --origin https://site.example.")];
    }
    return [refused, await examine(known, origin, `A page of ${origin} may call it.`)];
  },
});

type Asked = Circumstances & Pick<Facts, "service">;

const preflight = (known: Asked, origin: string) =>
  askService(known, "/grade", {
    method: "OPTIONS",
    headers: {
      Origin: origin,
      "Access-Control-Request-Method": "POST",
      "Access-Control-Request-Headers": "authorization,content-type",
    },
  });

/** The preflight, and an error, which a page would else see as "CORS error" whatever it is. */
async function examine(known: Asked, origin: string, sentence: string): Promise<Finding> {
  const answer = await preflight(known, origin);
  if (answer.status >= 300) {
    return fails(`The preflight of a page of ${origin} answers ${told(answer)}.`, MEND);
  }
  const granted = (name: string) => (answer.headers.get(name) ?? "").toLowerCase();
  const lacking = [
    ...(granted("Access-Control-Allow-Methods").includes("post") ? [] : ["the method POST"]),
    ...["authorization", "content-type"].filter(
      (name) => !granted("Access-Control-Allow-Headers").includes(name),
    ),
  ];
  const refusal = await askService(known, "/submissions", { headers: { Origin: origin } });
  for (const [what, { headers }] of [
    ["The preflight", answer],
    ["An error", refusal],
  ] as const) {
    const allowed = headers.get("Access-Control-Allow-Origin");
    if (allowed?.includes(",")) {
      return fails(
        `${what} has Access-Control-Allow-Origin twice (${allowed}): somebody beside the API adds it.`,
        REDEPLOY,
      );
    }
    if (allowed !== origin && allowed !== "*") {
      return fails(`${what} does not let a page of ${origin} call it.`, MEND);
    }
  }
  if (lacking.length > 0) {
    return fails(
      `The preflight of a page of ${origin} does not grant ${lacking.join(", ")}.`,
      MEND,
    );
  }
  const hidden = hiddenIn(refusal);
  return hidden.length === 0
    ? holds(sentence)
    : fails(`Pages cannot read ${hidden.join(", ")} of an error: they are not exposed.`, REDEPLOY);
}

function hiddenIn({ headers }: Answer): string[] {
  const exposed = (headers.get("Access-Control-Expose-Headers") ?? "")
    .split(",")
    .map((name) => name.trim().toLowerCase());
  return READ_BY_PAGES.filter(
    (name) => !exposed.includes("*") && !exposed.includes(name.toLowerCase()),
  );
}

/** One of the deployed function's own. */
async function configuredOrigin({
  clients,
  outputs,
  deployed,
}: Known): Promise<string | undefined> {
  const FunctionName = outputs?.codeGraderLambdaName;
  if (clients === undefined || !FunctionName || !deployed) return undefined;
  const { Environment } = await clients.functions.send(
    new GetFunctionConfigurationCommand({ FunctionName }),
  );
  return Environment?.Variables?.ALLOWED_ORIGINS?.split(",")[0]?.trim();
}
