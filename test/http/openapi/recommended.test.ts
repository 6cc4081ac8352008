import { describe, expect, it } from "vitest";
import document from "../../../api/http/service/openapi.json" with { type: "json" };
import { REFUSAL } from "../../../infra/edge/web-acl.js";
import { faultBySchema, placeAt } from "../../support/http/api-description.js";

interface Operation {
  readonly security?: readonly unknown[];
  readonly responses: Readonly<Record<string, unknown>>;
}

const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(
    ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation as Operation] as const,
  ),
);

/** Every object in the document, the document itself among them. */
function objectsIn(value: unknown): Readonly<Record<string, unknown>>[] {
  if (typeof value !== "object" || value === null) return [];
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(objectsIn)];
}

// The rest of redocly's recommended rules: `npx @redocly/cli lint --extends recommended api/http/service/openapi.json`.
describe("openapi.json, by what linters of such documents recommend,", () => {
  it("says where the service is, and under which licence its description", () => {
    expect(document.servers.map(({ url }) => url)).toEqual(["/"]);
    expect(document.info.license).toEqual({
      name: expect.stringMatching(/./),
      identifier: expect.stringMatching(/^LicenseRef-/),
    });
  });

  it.each(operations)("says who may ask: %s", (title, { security, responses }) => {
    const isOpen = ["GET /health", "GET /openapi.json"].includes(title);
    expect(security).toEqual(isOpen ? [] : [{ idToken: [] }]);
    expect("401" in responses).toBe(!isOpen);
  });

  it.each(operations)("says that one may ask too often: %s", (_, { responses }) => {
    expect(responses).toHaveProperty("429");
  });

  it("describes that as the web ACL answers it", () => {
    const { pointer } = placeAt("#/components/responses", "TooManyRequests");
    const schema = placeAt(pointer, "content", "application/json", "schema");
    expect(faultBySchema(schema, REFUSAL.body)).toBeUndefined();
    const examples = placeAt(pointer, "content", "application/json", "examples").value;
    expect(examples[REFUSAL.body.code].value).toEqual(REFUSAL.body);
    const { required: members, properties } = schema.value;
    expect(members).not.toContain("requestId");
    expect(properties.code.const).toBe(REFUSAL.body.code);
    const headers = Object.entries<{ required?: boolean }>(placeAt(pointer, "headers").value);
    const required = headers.filter(([, header]) => header.required).map(([name]) => name);
    expect(Object.keys(REFUSAL.headers)).toEqual(expect.arrayContaining(required));
  });

  it("has no component that nothing refers to", () => {
    const text = JSON.stringify(document);
    const { securitySchemes: _, ...kinds } = document.components;
    const pointers = Object.entries(kinds).flatMap(([kind, components]) =>
      Object.keys(components).map((name) => `"$ref":"#/components/${kind}/${name}"`),
    );
    expect(pointers.length).toBeGreaterThan(10);
    expect(pointers.filter((pointer) => !text.includes(pointer))).toEqual([]);
  });

  it("tells the two answers of POST /grade apart by their executionMode", () => {
    const { content } = document.paths["/grade"].post.responses["200"];
    expect(content["application/json"].schema.discriminator).toEqual({
      propertyName: "executionMode",
      mapping: {
        GRADE_SUBMISSION_RESULTS: "#/components/schemas/GradeResponse",
        RUN_CUSTOM_TESTS_RESULTS: "#/components/schemas/CustomTestsResponse",
      },
    });
  });

  it("has a discriminator only where every value has the property", () => {
    const { schemas } = document.components as { schemas: Record<string, { required?: string[] }> };
    const unions = objectsIn(document).filter((one) => "discriminator" in one);
    expect(unions.length).toBeGreaterThan(0);
    for (const { discriminator, oneOf } of unions) {
      for (const { $ref } of oneOf as { $ref: string }[]) {
        const { required } = schemas[$ref.split("/").at(-1) ?? ""] ?? {};
        expect(required).toContain((discriminator as { propertyName: string }).propertyName);
      }
    }
  });
});
