import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import document from "../../../api/http/service/openapi.json" with { type: "json" };

interface Reference {
  readonly $ref: string;
}

/** Where in the document something is, behind its references, and what it is there. */
export interface Place {
  readonly pointer: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the document has there
  readonly value: any;
}

/** The document's paths, as what the paths of requests look like. */
const PATHS = Object.keys(document.paths).map((template) => ({
  template,
  shape: new RegExp(`^${template.replace(/\{\w+\}/g, "[^/]+")}$`),
}));

/** The operation of a request; its value is undefined when the path has no such method. */
export function operationPlace(method: string, path: string): Place | undefined {
  const { template } = PATHS.find(({ shape }) => shape.test(path)) ?? {};
  if (template === undefined) return undefined;
  return placeAt("#/paths", template, method.toLowerCase());
}

/** What is at this place of the document, by the names that lead there. */
export function placeAt(from: string, ...names: readonly string[]): Place {
  const start = valueAt(from);
  return names.reduce<Place>(
    ({ pointer, value }, name) => followed(`${pointer}/${escaped(name)}`, value?.[name]),
    followed(from, start),
  );
}

function followed(pointer: string, value: unknown): Place {
  const isReference = typeof value === "object" && value !== null && "$ref" in value;
  if (!isReference) return { pointer, value };
  const { $ref } = value as Reference;
  return { pointer: $ref, value: valueAt($ref) };
}

function valueAt(pointer: string): unknown {
  const names = pointer.split("/").slice(1).map(unescaped);
  return names.reduce<unknown>(
    (value, name) => (value as Readonly<Record<string, unknown>>)[name],
    document,
  );
}

const escaped = (name: string) => name.replaceAll("~", "~0").replaceAll("/", "~1");
const unescaped = (name: string) => name.replaceAll("~1", "/").replaceAll("~0", "~");

// The schemas themselves are valid, as the document's own test sees; checking takes long.
const ajv = new Ajv2020({
  strict: true,
  allowUnionTypes: true,
  meta: false,
  validateSchema: false,
});
// What is a keyword of OpenAPI, not of JSON Schema.
ajv.addVocabulary([
  "openapi",
  "info",
  "paths",
  "components",
  "servers",
  "x-other-requests",
  "discriminator",
]);

const validators = new Map<string, ValidateFunction>();

/** What is wrong with a value by the schema at this place; undefined when nothing is. */
export function faultBySchema({ pointer }: Place, value: unknown): string | undefined {
  if (validators.size === 0) ajv.addSchema(document, "openapi.json");
  const validate = validators.get(pointer) ?? ajv.compile({ $ref: `openapi.json${pointer}` });
  validators.set(pointer, validate);
  return validate(value) ? undefined : ajv.errorsText(validate.errors);
}
