import type { ProblemListing } from "../domain/problem-list.js";
import type { Statement } from "../domain/statement.js";
import type { Item } from "./item.js";

/** What the item tells who is to solve the problem. */
export function readStatement(item: Item): Statement {
  return {
    description: asText(item.description),
    descriptionTranslated: asText(item.description_translated),
    starterCode: asText(item.starterCode ?? item.startCode),
    ...readLabels(item),
  };
}

/** What the index of listed problems has of one. */
export function readListing(item: Item): ProblemListing {
  return {
    problemId: asText(item.problemId),
    title: asText(item.title),
    titleTranslated: asText(item.title_translated),
    io: item.io === "stdio" ? "stdio" : "function",
    createdAt: asText(item.createdAt),
    ...readLabels(item),
  };
}

/** By what problems are told apart and found. */
function readLabels({
  difficulty,
  tags,
  languages,
}: Item): Pick<Statement, "difficulty" | "tags" | "languages"> {
  return {
    difficulty: asLabel(difficulty) ?? null,
    tags: asLabels(tags) ?? [],
    languages: asLabels(languages) ?? null,
  };
}

/** A text or a number, which some tables have for a difficulty. */
function asLabel(value: unknown): string | undefined {
  const isLabel = typeof value === "string" || typeof value === "number";
  return isLabel && value !== "" ? String(value) : undefined;
}

/** From a list, from a set, or from one alone. */
function asLabels(value: unknown): string[] | undefined {
  const listed = value instanceof Set ? [...value].sort() : value;
  const labels = (Array.isArray(listed) ? listed : [listed]).map(asLabel);
  const known = labels.filter((label) => label !== undefined);
  return known.length > 0 ? known : undefined;
}

/** A title or a statement; one of another kind is none. */
export const asText = (value: unknown) => (typeof value === "string" ? value : "");
