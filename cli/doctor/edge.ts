import { askService } from "./ask-service.js";
import { fails, holds } from "./finding.js";
import { REDEPLOY } from "./remedies.js";
import { stage } from "./stage.js";

export const edge = stage({
  name: "edge",
  needs: ["service", "deployed"],
  async run(known) {
    const { headers } = await askService(known, "/health");
    const isThroughEdge =
      /cloudfront/i.test(headers.get("Via") ?? "") || headers.has("X-Amz-Cf-Id");
    const cache = headers.get("X-Cache") ?? "";
    if (!isThroughEdge) {
      return [
        fails(
          "It is answered, but not through CloudFront (no Via, no X-Amz-Cf-Id): the name leads past the edge.",
          "npx pulumi stack output distributionDomainName",
        ),
      ];
    }
    if (/^hit/i.test(cache)) {
      return [
        fails(
          `CloudFront answered from its cache (X-Cache: ${cache}): what one student asks, another would see.`,
          REDEPLOY,
        ),
      ];
    }
    const place = headers.get("X-Amz-Cf-Pop");
    return [holds(`CloudFront answers${place ? ` from ${place}` : ""}, and keeps nothing.`)];
  },
});
