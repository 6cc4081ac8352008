import { type CreateDocumentOptions, createDocument } from "zod-openapi";
import { gradeRequest } from "../grade/request.js";
import { pageRequest } from "../lists/request.js";
import { errorResponse } from "./error-response.js";
import { gradePath } from "./grade-path.js";
import { problemsPaths } from "./problems-paths.js";
import { servicePaths } from "./service-paths.js";
import { submissionsPaths } from "./submissions-paths.js";

/** Describes the whole API from the schemas that it works with; `openapi.json` is what it comes to. */
export function describeApi() {
  const { components, ...document } = createDocument(
    {
      openapi: "3.1.1",
      info: {
        title: "Edge Grader",
        version: "0.1.0",
        description: DESCRIPTION,
        license: { name: "All rights reserved", identifier: "LicenseRef-UNLICENSED" },
      },
      servers: [{ url: "/", description: "Where this document is from." }],
      paths: { "/grade": gradePath, ...problemsPaths, ...submissionsPaths, ...servicePaths },
      components: {
        securitySchemes: {
          idToken: {
            type: "http",
            scheme: "bearer",
            bearerFormat: "JWT",
            description: "The ID token of a user of the Cognito pool.",
          },
        },
        responses: {
          NotFound: errorResponse(["NotFound"]),
          MethodNotAllowed: errorResponse(["MethodNotAllowed"]),
        },
      },
    },
    { override },
  );
  // No operation answers these, so that they would be unused components.
  const { NotFound, MethodNotAllowed, ...responses } = components?.responses ?? {};
  return {
    ...document,
    "x-other-requests": { 404: NotFound, 405: MethodNotAllowed },
    components: { ...components, responses },
  };
}

const DESCRIPTION = `Runs and grades code: Python, and JavaScript where the service offers it.

Every error has a sentence (\`error\`), a \`code\` for programs, also in the header \`X-Amzn-ErrorType\`, and a
\`requestId\`. Checks come in the order of: origin (403), path and method (404, 405), token (401), content type
(415), size (413), fields or parameters (400). Each path answers \`OPTIONS\`; any other path, and any
other method of a path, are answered as \`x-other-requests\` says.

Where CloudFront signs the requests to the service, a POST also carries \`x-amz-content-sha256\`, the SHA-256 of
its body in hexadecimal digits.`;

/** What the schemas say in a way that clients do not see. */
const override: NonNullable<CreateDocumentOptions["override"]> = ({ zodSchema, jsonSchema }) => {
  if (zodSchema === pageRequest.shape.pageSize) {
    delete jsonSchema.pattern;
    Object.assign(jsonSchema, { type: "integer", minimum: 1, maximum: 100, default: 20 });
  }
  if (zodSchema === gradeRequest) {
    // One of the two may leave executionMode out, which no discriminator can read then.
    const { oneOf = [] } = jsonSchema;
    Object.assign(jsonSchema, { anyOf: oneOf });
    delete jsonSchema.oneOf;
    delete jsonSchema.discriminator;
  }
};
