import * as z from "zod";

/** That the service is there; nothing behind it is asked. */
export const health = z.object({ status: z.literal("ok") });
