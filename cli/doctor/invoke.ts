import { InvokeCommand } from "@aws-sdk/client-lambda";
import { CommandEnd } from "../command-end.js";
import type { Facts } from "./known.js";

/** The function has ended with an error of its own. */
export class FunctionFailed extends CommandEnd {
  /** Shows more of it. */
  readonly command: string;

  constructor(functionName: string, said: string) {
    super("failed", `${functionName} ended with an error: ${said.slice(0, 300)}`);
    this.command = `aws logs tail "/aws/lambda/${functionName}" --since 15m`;
  }
}

const TENANT = "doctor";

/**
 * What a function answers, as JSON values.
 *
 * @throws FunctionFailed
 */
export async function invoke(
  { clients, outputs }: Pick<Facts, "clients" | "outputs">,
  FunctionName: string,
  event: unknown,
): Promise<unknown> {
  const { FunctionError, Payload } = await clients.functions.send(
    new InvokeCommand({
      FunctionName,
      Payload: Buffer.from(JSON.stringify(event)),
      ...(outputs.tenantIsolation && { TenantId: TENANT }),
    }),
  );
  const text = Buffer.from(Payload ?? []).toString("utf8");
  if (FunctionError === undefined) return JSON.parse(text);
  throw new FunctionFailed(FunctionName, text);
}
