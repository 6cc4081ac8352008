import * as z from "zod";

/** The header of every answer. */
export const requestIdHeader = {
  "X-Request-Id": z
    .string()
    .min(1)
    .meta({
      header: { id: "X-Request-Id", description: "Names the request in the service's log." },
    }),
};
