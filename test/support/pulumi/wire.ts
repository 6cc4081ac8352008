import { specialSecretSig, specialSigKey, unknownValue } from "@pulumi/pulumi/runtime/rpc.js";
import structMessages, {
  type JavaScriptValue,
  type Struct,
} from "google-protobuf/google/protobuf/struct_pb.js";

/** Properties of a resource as they travel: secrets, archives and what is not yet known are marked. */
export type Properties = Readonly<Record<string, unknown>>;

/** What stands for a value that nobody knows before the update. */
export const UNKNOWN = unknownValue;

/** What state and screen show of a secret. */
export const HIDDEN = "[secret]";

export function secret(value: unknown): Properties {
  return { [specialSigKey]: specialSecretSig, value };
}

/** The properties as the provider gets them, secrets in plain text. */
export function revealed<T = Properties>(properties: Properties): T {
  const reveal = (value: unknown): unknown => withSecrets(value, reveal);
  return reveal(properties) as T;
}

/** The properties as everybody may see them. */
export function hidden(properties: Properties): Properties {
  return withSecrets(properties, () => HIDDEN) as Properties;
}

export function fromStruct(message: Struct | undefined): Properties {
  return message?.toJavaScript() ?? {};
}

export function toStruct(properties: Properties): Struct {
  return structMessages.Struct.fromJavaScript(properties as Record<string, JavaScriptValue>);
}

function withSecrets(value: unknown, open: (content: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((entry) => withSecrets(entry, open));
  if (typeof value !== "object" || value === null) return value;
  const properties = value as Properties;
  if (properties[specialSigKey] === specialSecretSig) return open(properties.value);
  const parts = Object.entries(properties).map(([name, part]) => [name, withSecrets(part, open)]);
  return Object.fromEntries(parts);
}
