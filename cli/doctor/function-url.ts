import { GetFunctionUrlConfigCommand } from "@aws-sdk/client-lambda";
import { askService, told } from "./ask-service.js";
import { type Finding, fails, holds } from "./finding.js";
import { REDEPLOY } from "./remedies.js";
import { stage } from "./stage.js";

export const functionUrl = stage({
  name: "function URL",
  needs: ["clients", "outputs", "deployed"],
  async run({ clients, outputs, signal }) {
    const config = await clients.functions.send(
      new GetFunctionUrlConfigCommand({ FunctionName: outputs.codeGraderLambdaName ?? "" }),
    );
    const { FunctionUrl = "", InvokeMode, Cors } = config;
    const findings: Finding[] = [];
    const direct = await askService({ service: new URL(FunctionUrl), signal }, "/health");
    findings.push(
      direct.status === 403
        ? holds("It answers 403 to whoever does not come through CloudFront.")
        : fails(
            `${FunctionUrl} answers ${told(direct)}: there is a way around CloudFront.`,
            REDEPLOY,
          ),
    );
    if (InvokeMode !== "RESPONSE_STREAM") {
      findings.push(fails(`It does not stream (InvokeMode ${InvokeMode}).`, REDEPLOY));
    }
    if (Cors !== undefined && Object.keys(Cors).length > 0) {
      findings.push(fails("It answers CORS itself, beside the API: headers come twice.", REDEPLOY));
    }
    return findings;
  },
});
