import * as z from "zod";
import type { ZodOpenApiResponseObject } from "zod-openapi";
import type { ErrorCode } from "../../domain/errors.js";
import { errorBody, notSavedBody, unauthorizedBody } from "../error-body-schema.js";
import { ERROR_MEANINGS } from "./error-meanings.js";
import examples from "./examples/errors.json" with { type: "json" };
import { requestIdHeader } from "./request-id-header.js";

/** The response to errors that share a status. */
export function errorResponse(codes: readonly ErrorCode[]): ZodOpenApiResponseObject {
  return {
    description: codes.map((code) => `\`${code}\`: ${ERROR_MEANINGS[code]}`).join("\n\n"),
    headers: z.object({
      ...requestIdHeader,
      "X-Amzn-ErrorType": z.enum(codes).meta({ header: { description: "The `code`." } }),
      ...headersOf(codes),
    }),
    content: {
      "application/json": {
        schema: bodyOf(codes),
        examples: Object.fromEntries(codes.map((code) => [code, { value: examples[code] }])),
      },
    },
  };
}

/** What some errors have among their headers beyond the common ones. */
function headersOf(codes: readonly ErrorCode[]): Record<string, z.ZodType> {
  const sometimes = (description: string) =>
    z.string().optional().meta({ header: { description } });
  return {
    ...(codes.some((code) => code === "ExecutorBusy" || code === "TooManyRequests") && {
      "Retry-After": sometimes("Seconds, with `ExecutorBusy` and `TooManyRequests`."),
    }),
    ...(codes.includes("Unauthorized") && {
      "WWW-Authenticate": sometimes(
        "What to send, by RFC 6750. A function URL renames it to `x-amzn-Remapped-www-authenticate`.",
      ),
    }),
    ...(codes.includes("MethodNotAllowed") && {
      Allow: z.string().meta({ header: { description: "The methods of the path." } }),
    }),
  };
}

/** Of the three shapes of an error those that the codes have. */
function bodyOf(codes: readonly ErrorCode[]): z.ZodType {
  const unauthorized = unauthorizedBody.shape.code.options;
  const common = codes.filter(
    (code) => code !== "SubmissionNotSaved" && !unauthorized.some((other) => other === code),
  );
  const shapes = [
    ...(common.length > 0 ? [errorBody.extend({ code: z.enum(common) })] : []),
    ...(codes.includes("Unauthorized") ? [unauthorizedBody] : []),
    ...(codes.includes("SubmissionNotSaved") ? [notSavedBody] : []),
  ];
  return shapes.length === 1 && shapes[0] ? shapes[0] : z.union(shapes);
}
