import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../api/http/app.js";
import { ERROR_STATUS } from "../../../api/http/error-status.js";
import { describeApi } from "../../../api/http/openapi/document.js";
import document from "../../../api/http/service/openapi.json" with { type: "json" };
import { submissionsRequest } from "../../../api/http/submissions/request.js";
import manifest from "../../../package.json" with { type: "json" };
import { faultBySchema, placeAt } from "../../support/http/api-description.js";
import { startWorld, type World } from "../../support/world.js";

const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
);
const titles = operations.map((one) => [`${one.method.toUpperCase()} ${one.path}`, one] as const);

describe("openapi.json", () => {
  // Written anew by `npm test -- test/http/openapi/document.test.ts -u`.
  it("is what the schemas come to", async () => {
    const text = `${JSON.stringify(describeApi(), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot("../../../api/http/service/openapi.json");
  });

  it("has the version of the package", () => {
    expect(document.info.version).toBe(manifest.version);
  });

  it("has an example of every error", () => {
    const text = JSON.stringify(document);
    for (const code of Object.keys(ERROR_STATUS)) expect(text).toContain(`"${code}":{"value"`);
  });

  it.each(titles)("has examples that its schemas describe: %s", (_, { path, method }) => {
    const operation = placeAt("#/paths", path, method);
    const bodies = [
      placeAt(operation.pointer, "requestBody"),
      ...Object.keys(operation.value.responses).map((status) =>
        placeAt(operation.pointer, "responses", status),
      ),
    ];
    for (const body of bodies.filter(({ value }) => value?.content !== undefined)) {
      const content = placeAt(body.pointer, "content", "application/json");
      const schema = placeAt(content.pointer, "schema");
      for (const [name, example] of Object.entries(content.value.examples ?? {})) {
        const { value } = example as { value: unknown };
        expect([name, faultBySchema(schema, value)]).toEqual([name, undefined]);
      }
    }
  });

  it("holds schemas of JSON Schema 2020-12 and no others", () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    ajv.addVocabulary(["discriminator"]);
    const schemas = JSON.stringify(document).replaceAll("#/components/schemas/", "schemas#/$defs/");
    const { components } = JSON.parse(schemas) as typeof document;
    ajv.compile({ $id: "schemas", $defs: components.schemas });
  });

  it("takes the same pageSize as the service", () => {
    const { parameters } = document.paths["/submissions"].get;
    const index = parameters.findIndex(({ name }) => name === "pageSize");
    const schema = placeAt("#/paths", "/submissions", "get", "parameters", `${index}`, "schema");
    for (const pageSize of ["-1", "0", "1", "1.5", "20", "100", "101"]) {
      const isTaken = submissionsRequest.safeParse({ pageSize }).success;
      expect([pageSize, faultBySchema(schema, Number(pageSize)) === undefined]).toEqual([
        pageSize,
        isTaken,
      ]);
    }
    expect(schema.value.default).toBe(submissionsRequest.parse({}).pageSize);
  });
});

describe("GET /openapi.json", () => {
  const SECRET = "the-secret-of-the-edge";
  let world: World;

  beforeAll(async () => {
    world = await startWorld({
      settings: { originProtection: { kind: "secret-header", secrets: [SECRET] } },
    });
  });
  afterAll(() => world.close());

  it("answers the document without a token, for a few minutes", async () => {
    const headers = { "X-Origin-Verify": SECRET };
    const answer = await world.request("/openapi.json", { headers });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual(document);
    expect(answer.headers.get("Cache-Control")).toBe("public, max-age=300");
  });

  it("answers nobody who goes around the service's own address", async () => {
    const answer = await world.request("/openapi.json");
    expect([answer.status, answer.body.code]).toEqual([403, "Forbidden"]);
  });

  it("describes every path and method of the app, and no other", () => {
    const routes = createApp(world.stack.deps)
      .routes.filter(({ method }) => method !== "ALL")
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`);
    expect([...new Set(routes)].sort()).toEqual(titles.map(([title]) => title).sort());
  });
});
