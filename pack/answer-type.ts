/** As much of JSON Schema as the API's description uses for what the service answers. */
export interface AnswerSchema {
  readonly $ref?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly AnswerSchema[];
  readonly oneOf?: readonly AnswerSchema[];
  readonly items?: AnswerSchema;
  readonly properties?: Readonly<Record<string, AnswerSchema>>;
  readonly required?: readonly string[];
  readonly propertyNames?: AnswerSchema;
  readonly additionalProperties?: AnswerSchema | boolean;
}

/** A schema as a TypeScript type, in which descriptions are comments. */
export function answerType(schema: AnswerSchema): string {
  if (schema.$ref !== undefined) return schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return choices.map(answerType).join(" | ");
  const values = "const" in schema ? [schema.const] : schema.enum;
  if (values !== undefined) return values.map((value) => JSON.stringify(value)).join(" | ");
  if (Array.isArray(schema.type)) {
    return schema.type.map((type) => answerType({ ...schema, type })).join(" | ");
  }
  switch (schema.type) {
    case undefined:
      if (Object.keys(schema).every((key) => key === "description")) return "unknown";
      throw new Error(`This part of the API's description has no type: ${JSON.stringify(schema)}`);
    case "string":
    case "boolean":
    case "null":
    case "number":
      return schema.type;
    case "integer":
      return "number";
    case "array":
      return `Array<${answerType(schema.items ?? {})}>`;
    case "object":
      return objectType(schema);
    default:
      throw new Error(`The API's description has a type that has no name here: ${schema.type}`);
  }
}

/** A description as a comment on its own line, nothing where there is none. */
export function commentOf({ description }: AnswerSchema): string {
  return description === undefined ? "" : `/** ${description.replaceAll("*/", "*\\/")} */\n`;
}

function objectType(schema: AnswerSchema): string {
  const { properties = {}, required = [], propertyNames = { type: "string" } } = schema;
  if (typeof schema.additionalProperties === "object") {
    const type = answerType(schema.additionalProperties);
    return `Partial<Record<${answerType(propertyNames)}, ${type}>>`;
  }
  const members = Object.entries(properties).map(([name, schema]) => {
    const type = answerType(schema);
    const member = required.includes(name) ? `${name}: ${type}` : `${name}?: ${type} | undefined`;
    return `${commentOf(schema)}${member};`;
  });
  return `{\n${members.join("\n").replace(/^/gm, "  ")}\n}`;
}
