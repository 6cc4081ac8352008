/**
 * JSON as somebody wrote it: every number, string and key is the very token, duplicate keys are
 * there. What a value is worth is for its readers to say.
 */
export type JsonNode =
  | { readonly kind: "scalar"; readonly token: string }
  | { readonly kind: "array"; readonly elements: readonly JsonNode[] }
  | { readonly kind: "object"; readonly members: readonly JsonMember[] };

export interface JsonMember {
  /** A JSON string, quotes and escapes included. */
  readonly key: string;
  readonly value: JsonNode;
}

export const scalar = (token: string): JsonNode => ({ kind: "scalar", token });
export const array = (elements: readonly JsonNode[]): JsonNode => ({ kind: "array", elements });
export const object = (members: readonly JsonMember[]): JsonNode => ({ kind: "object", members });

/** The text of a node, with this whitespace wherever JSON allows some but around the whole. */
export function write(node: JsonNode, space: string): string {
  const list = (parts: readonly string[]) => space + parts.join(`${space},${space}`) + space;
  switch (node.kind) {
    case "scalar":
      return node.token;
    case "array":
      return `[${list(node.elements.map((element) => write(element, space)))}]`;
    case "object": {
      const written = node.members.map(
        ({ key, value }) => `${key}${space}:${space}${write(value, space)}`,
      );
      return `{${list(written)}}`;
    }
  }
}

/** The node and all below it, itself first. */
export function nodesOf(node: JsonNode): JsonNode[] {
  return [node, ...childrenOf(node).flatMap(nodesOf)];
}

function childrenOf(node: JsonNode): readonly JsonNode[] {
  switch (node.kind) {
    case "scalar":
      return [];
    case "array":
      return node.elements;
    case "object":
      return node.members.map((member) => member.value);
  }
}

/** The same tree with another node in the place that `nodesOf` gives this number. */
export function replaced(root: JsonNode, place: number, by: JsonNode): JsonNode {
  let next = 0;
  const visited = (node: JsonNode): JsonNode => {
    const here = next;
    next += 1;
    if (here === place) return by;
    switch (node.kind) {
      case "scalar":
        return node;
      case "array":
        return array(node.elements.map(visited));
      case "object":
        return object(node.members.map(({ key, value }) => ({ key, value: visited(value) })));
    }
  };
  return visited(root);
}
