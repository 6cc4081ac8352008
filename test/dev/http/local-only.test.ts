import { describe, expect, it } from "vitest";
import { localOnly } from "../../../dev/http/local-only.js";

const serve = localOnly(() => new Response("served"));

function status(headers: Record<string, string>): number {
  const response = serve(new Request("http://127.0.0.1:8787/dev/token", { headers })) as Response;
  return response.status;
}

describe("the development server", () => {
  it.each(["localhost:8787", "127.0.0.1:8787", "[::1]:8787"])("answers to the name %s", (Host) => {
    expect(status({ Host })).toBe(200);
    expect(status({ Host, Origin: "http://localhost:3000" })).toBe(200);
  });

  it("refuses a page from elsewhere, whatever name it uses for this machine", () => {
    expect(status({ Host: "localhost:8787", Origin: "https://evil.example" })).toBe(403);
    expect(status({ Host: "localhost:8787", Origin: "null" })).toBe(403);
    expect(status({ Host: "evil.example", Origin: "http://evil.example" })).toBe(403);
    expect(status({ Host: "evil.example" })).toBe(403);
    expect(status({})).toBe(403);
  });
});
