import type { Handler } from "hono";
import { VisibleError } from "../../domain/errors.js";
import type { AppEnv } from "../deps.js";

/** Answers a known path asked with another method; registered behind the path's own handlers. */
export function allowOnly(...methods: string[]): Handler<AppEnv> {
  return (c) => {
    const allowed = [...methods, "OPTIONS"].join(", ");
    c.header("Allow", allowed);
    const sentence = `${c.req.path} does not take ${c.req.method}; it takes ${allowed}.`;
    throw new VisibleError("MethodNotAllowed", sentence);
  };
}
