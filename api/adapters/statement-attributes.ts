import type { Language } from "../domain/language.js";
import type { ProblemListing } from "../domain/problem-list.js";
import type { Statement } from "../domain/statement.js";
import type { Item } from "./item.js";
import { readLanguages, readStarterCodes } from "./language-attributes.js";
import { UnusableProblem } from "./unusable-problem.js";

/** What the item tells who is to solve the problem. */
export function readStatement(item: Item, allowed: readonly Language[]): Statement {
  return {
    description: asText(item.description),
    descriptionTranslated: asText(item.description_translated),
    starterCodes: readStarterCodes(item.starterCode ?? item.startCode, allowed),
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
    languages: languagesOf(item),
    createdAt: asText(item.createdAt),
    ...readLabels(item),
  };
}

/** None where they are not usable: then the problem is not, and the list has more than that one. */
function languagesOf({ languages }: Item): readonly Language[] {
  try {
    return readLanguages(languages);
  } catch (error) {
    if (error instanceof UnusableProblem) return [];
    throw error;
  }
}

/** By what problems are told apart and found. */
function readLabels({ difficulty, tags }: Item): Pick<Statement, "difficulty" | "tags"> {
  return { difficulty: asLabel(difficulty) ?? null, tags: asLabels(tags) };
}

/** A text or a number, which some tables have for a difficulty. */
function asLabel(value: unknown): string | undefined {
  const isLabel = typeof value === "string" || typeof value === "number";
  return isLabel && value !== "" ? String(value) : undefined;
}

/** From a list, from a set, or from one alone. */
function asLabels(value: unknown): string[] {
  const listed = value instanceof Set ? [...value].sort() : [value].flat();
  return listed.map(asLabel).filter((label) => label !== undefined);
}

/** A title or a statement; one of another kind is none. */
export const asText = (value: unknown) => (typeof value === "string" ? value : "");
