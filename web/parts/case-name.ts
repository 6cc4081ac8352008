import type { Outcome } from "../results/outcome.js";
import type { Words } from "../words/speech.js";

export function caseName(of: Outcome["of"], number: number, { results }: Words): string {
  switch (of) {
    case "submission":
      return results.caseNumber(number);
    case "examples":
      return results.exampleNumber(number);
    case "own":
      return results.inputNumber(number);
  }
}
