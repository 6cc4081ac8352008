import type { PreviewStep } from "./preview-plan.js";

/** A step that takes something away which no later deployment brings back. */
export interface Loss {
  /** The resource's name in the program, by which it is allowed. */
  readonly name: string;
  readonly urn: string;
  readonly sentence: string;
}

/** What is lost with a resource, by its type. */
const HELD: Readonly<Record<string, string>> = {
  "aws:dynamodb/table:Table": "all its items",
  "aws:cognito/userPool:UserPool": "all its users",
  "aws:cognito/userPoolClient:UserPoolClient": "the id that sites sign in with",
  "aws:cognito/userPoolDomain:UserPoolDomain": "the address of the sign-in page",
  "aws:cognito/userGroup:UserGroup": "who is in it",
  "aws:cloudfront/distribution:Distribution": "the address of the service",
  "aws:cloudwatch/logGroup:LogGroup": "its log lines",
};

const TABLE = "aws:dynamodb/table:Table";
const INDEXES = "globalSecondaryIndexes";

/** All that is lost: replaced or deleted resources that hold something, and indexes that are built anew. */
export function findLosses(steps: readonly PreviewStep[]): Loss[] {
  // A replacement is told as up to three steps.
  const found = steps.flatMap((step) => lossOf(step) ?? []);
  return [...new Map(found.map((loss) => [loss.urn, loss])).values()];
}

function lossOf(step: PreviewStep): Loss | undefined {
  const { op, urn, replaceReasons } = step;
  const [type = "", name = ""] = partsOf(urn);
  const held = HELD[type];
  const of = (sentence: string) => ({ name, urn, sentence: `${name} (${type}) ${sentence}` });
  if (held !== undefined && /replace/.test(op)) {
    const why = replaceReasons.length > 0 ? `, because of ${replaceReasons.join(", ")}` : "";
    return of(`is replaced${why}, and with it goes ${held}.`);
  }
  if (held !== undefined && op === "delete") return of(`is deleted, and with it goes ${held}.`);
  if (type === TABLE && op === "update") {
    const changed = changedIndexes(step);
    if (changed.length > 0) {
      return of(
        `has indexes deleted and built again from the whole table, and lists fail meanwhile: ${changed.join(", ")}.`,
      );
    }
  }
  return undefined;
}

/** `urn:pulumi:<stack>::<project>::<type>::<name>`, where a type may have those of its parents before it. */
function partsOf(urn: string): readonly string[] {
  const [, , types = "", ...name] = urn.split("::");
  return [types.split("$").at(-1) ?? "", name.join("::")];
}

/** What AWS itself has grown is no change of ours: the provider shows it for tables on demand. */
function changedIndexes({ detailedDiff, diffReasons }: PreviewStep): string[] {
  const paths = detailedDiff ? Object.keys(detailedDiff) : diffReasons;
  return paths.filter((path) => path.startsWith(INDEXES) && !/\.warmThroughput\b/.test(path));
}
