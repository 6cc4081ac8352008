import * as cloudfront from "@pulumi/aws/cloudfront/index.js";
import { nameOf } from "../name-of.js";

/** What is to be done with a request to the API before it goes on. */
export interface ApiRequests {
  /** The signature for the function URL takes the place of the viewer's `Authorization`. */
  readonly keepAuthorization: boolean;
  /** A browser that is led to an address of the API sees the page. */
  readonly leadToPage: boolean;
}

// The header travels under another name, which no viewer can set.
const KEEP_AUTHORIZATION = `  delete headers["x-forwarded-authorization"];
  if (headers.authorization) {
    headers["x-forwarded-authorization"] = { value: headers.authorization.value };
  }
`;

// Older browsers do not say where they put what they get, but what they like best.
const LEAD_TO_PAGE = `  var destination = headers["sec-fetch-dest"];
  var accept = headers.accept ? headers.accept.value : "";
  var isNavigation = destination ? destination.value === "document" : /^\\s*text\\/html\\b/.test(accept);
  var parts = /^\\/(problems|submissions)(?:\\/([^/]*))?\\/?$/.exec(request.uri);
  if (parts && isNavigation && (request.method === "GET" || request.method === "HEAD")) {
    return {
      statusCode: 302,
      statusDescription: "Found",
      headers: {
        location: { value: parts[1] === "problems" ? "/#/" + (parts[2] || "") : "/#/" },
        "cache-control": { value: "no-store" }
      }
    };
  }
`;

/** The source of the function that does so; undefined where there is nothing to be done. */
export function apiRequestsCode({
  keepAuthorization,
  leadToPage,
}: ApiRequests): string | undefined {
  const steps = [leadToPage ? LEAD_TO_PAGE : "", keepAuthorization ? KEEP_AUTHORIZATION : ""];
  if (steps.every((step) => step === "")) return undefined;
  return `function handler(event) {
  var request = event.request;
  var headers = request.headers;
${steps.join("")}  return request;
}
`;
}

/** One function for all of it, since a behavior takes one for each event. */
export function apiRequests(requests: ApiRequests): cloudfront.Function | undefined {
  const code = apiRequestsCode(requests);
  if (code === undefined) return undefined;
  return new cloudfront.Function("api-requests", {
    name: nameOf("api-requests"),
    runtime: "cloudfront-js-2.0",
    comment: "Leads browsers to the page and keeps tokens beside CloudFront's own signature",
    publish: true,
    code,
  });
}
