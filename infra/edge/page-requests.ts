import * as cloudfront from "@pulumi/aws/cloudfront/index.js";
import { nameOf } from "../name-of.js";

/**
 * The source of the function that answers for what the site does not have: a bucket that nobody may list
 * would say 403, and an answer of CloudFront's own instead would take the place of the API's errors as well.
 *
 * @param notFound the document for it
 */
export function pageRequestsCode(notFound: string): string {
  return `function handler(event) {
  var request = event.request;
  if (request.uri === "/") {
    request.uri = "/index.html";
    return request;
  }
  if (request.uri === "/settings.json" || /^\\/page\\/[\\w-]+-[A-Z0-9]{8}\\.\\w+$/.test(request.uri)) {
    return request;
  }
  return {
    statusCode: 404,
    statusDescription: "Not Found",
    headers: {
      "content-type": { value: "text/html; charset=utf-8" },
      "cache-control": { value: "no-store" }
    },
    body: { encoding: "text", data: ${JSON.stringify(notFound)} }
  };
}
`;
}

export function pageRequests(notFound: string): cloudfront.Function {
  return new cloudfront.Function("page-requests", {
    name: nameOf("page-requests"),
    runtime: "cloudfront-js-2.0",
    comment: "Finds the page, and says what is not there",
    publish: true,
    code: pageRequestsCode(notFound),
  });
}
