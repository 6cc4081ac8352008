import { fails, skipped } from "./finding.js";
import { stage } from "./stage.js";

const WITHOUT = "npx pulumi config set tenantIsolation false";
/** https://docs.aws.amazon.com/lambda/latest/dg/tenant-isolation.html */
const REGIONS_WITHOUT = new Set(["ap-southeast-6"]);

export const tenancy = stage({
  name: "tenancy",
  needs: ["region"],
  run: ({ region }) => [
    REGIONS_WITHOUT.has(region)
      ? fails(`${region} has no tenant isolation: choose another region, or give it up.`, WITHOUT)
      : skipped(
          `AWS tells only at creation whether the account may isolate tenants. If up ends with "Tenancy configuration is not supported for this account", ask AWS Support, or give isolation up.`,
          WITHOUT,
        ),
  ],
});
