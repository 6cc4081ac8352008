import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random/index.js";
import type { StackConfig } from "../stack-config.js";

/** What CloudFront sends and the API takes, each version generated once and kept encrypted. */
export interface OriginSecrets {
  readonly sent: pulumi.Output<string>;
  readonly taken: pulumi.Output<string[]>;
}

/** Undefined where CloudFront signs its requests instead. */
export function originSecrets(config: StackConfig): OriginSecrets | undefined {
  if (config.originProtection === "oac") return undefined;
  const secrets = config.originSecretVersions.map((version) => {
    const { result } = new random.RandomPassword(`origin-secret-${version}`, {
      length: 48,
      // A comma would end it in the function's environment.
      special: false,
    });
    return pulumi.secret(result);
  });
  const taken = pulumi.secret(pulumi.all(secrets));
  return { taken, sent: taken.apply(([first]) => first as string) };
}
