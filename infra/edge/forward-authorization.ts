import * as cloudfront from "@pulumi/aws/cloudfront/index.js";
import { nameOf } from "../name-of.js";

/**
 * What runs at the edge on every request: the signature for the function URL takes the place of the
 * viewer's `Authorization`, so that header travels under another name, which no viewer can set.
 */
export const FORWARD_AUTHORIZATION = `function handler(event) {
  var headers = event.request.headers;
  delete headers["x-forwarded-authorization"];
  if (headers.authorization) {
    headers["x-forwarded-authorization"] = { value: headers.authorization.value };
  }
  return event.request;
}
`;

export function forwardAuthorization(): cloudfront.Function {
  return new cloudfront.Function("forward-authorization", {
    name: nameOf("forward-authorization"),
    runtime: "cloudfront-js-2.0",
    comment: "Keeps the caller's token beside CloudFront's own signature",
    publish: true,
    code: FORWARD_AUTHORIZATION,
  });
}
