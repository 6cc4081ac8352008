import { fails, holds } from "./finding.js";
import { stage } from "./stage.js";

export const region = stage({
  name: "region",
  needs: [],
  run: ({ region }) => [
    region === undefined
      ? fails(
          "No region is chosen, and it cannot change later.",
          "npx pulumi config set aws:region ap-northeast-2",
        )
      : holds(`${region}; what CloudFront needs is made in us-east-1 besides.`),
  ],
});
