import * as z from "zod";
import { ARGUMENT_STYLES, IOS } from "../../domain/entry.js";
import { LANGUAGES } from "../../domain/language.js";
import { SCORINGS } from "../../domain/scoring.js";
import { VISIBILITIES } from "../../domain/visibility.js";
import { pageOf } from "../lists/page-schema.js";

const labels = {
  problemId: z.string(),
  title: z.string(),
  title_translated: z.string(),
  difficulty: z.string().nullable().describe("In its author's words."),
  tags: z.array(z.string()),
  io: z
    .enum(IOS)
    .describe(
      "`function`: a function is called. `stdio`: a program reads stdin and writes stdout.",
    ),
  languages: z
    .array(z.enum(LANGUAGES))
    .describe("What it can be solved in, of the languages that there is a runner for."),
};

/** What a list shows of a problem. */
export const problemListing = z
  .object({ ...labels, createdAt: z.string().describe("ISO 8601.") })
  .meta({ id: "ProblemListing", description: "What a list shows of a problem." });

export type ProblemListing = z.infer<typeof problemListing>;

/** A page of the list. */
export const problemPage = pageOf(problemListing).meta({
  id: "ProblemPage",
  description: "A page of the list of problems.",
});

export type ProblemPage = z.infer<typeof problemPage>;

const caseOf = (length: string) => ({
  caseNumber: z.int().min(1).describe("Counted from 1, as in results."),
  name: z.string().optional(),
  group: z.string().optional().describe("The id of the group that it counts in."),
  points: z
    .number()
    .min(0)
    .optional()
    .describe("What it is worth, where the problem has points or groups."),
  input: z.string().describe(`JSON text, of a program's input the text itself${length}.`),
  expectedOutput: z.string().describe(`The same of the expected output${length}.`),
});

/** A test case that everybody may see. */
export const sampleCase = z
  .object(caseOf("; the first 2,000 characters"))
  .meta({ id: "SampleCase", description: "A test case that everybody may see." });

export type SampleCase = z.infer<typeof sampleCase>;

/** A test case as staff sees it. */
export const testCase = z
  .object({ ...caseOf(""), visibility: z.enum(VISIBILITIES) })
  .meta({ id: "TestCase", description: "A test case, whole." });

export type TestCase = z.infer<typeof testCase>;

/** Test cases that count together. */
export const problemGroup = z
  .object({
    id: z.string(),
    scoring: z
      .enum(SCORINGS)
      .describe("`all`: its points are earned only when every case of it is accepted."),
    points: z.number().min(0).describe("What its cases are worth together."),
    caseCount: z.int().min(0).describe("Of test cases."),
  })
  .meta({ id: "ProblemGroup", description: "Test cases that count together." });

export type ProblemGroup = z.infer<typeof problemGroup>;

const caseCount = z.int().min(0).describe("Of test cases.");
const digits = z.number().min(0).nullable();

/** What a page needs to show a problem and have it solved; this schema drops everything else. */
export const problem = z
  .object({
    ...labels,
    description: z.string().describe("Markdown."),
    description_translated: z.string().describe("Markdown."),
    starterCode: z.string().describe("What an editor begins with, in the first of `languages`."),
    starterCodes: z
      .partialRecord(z.enum(LANGUAGES), z.string())
      .describe("The same by language, where its author has written it."),
    timeLimitSeconds: z.number().describe("Processor time of one case."),
    entryFunction: z
      .string()
      .nullable()
      .describe("The function that is called, or `Class.method`; null for the usual names."),
    argumentStyle: z
      .enum(ARGUMENT_STYLES)
      .describe(
        "The input is the one argument, an array of the arguments, or an object of them by name.",
      ),
    judgeType: z.string().describe("How answers are compared."),
    epsilon: digits.describe("For `float_eps` and `tokens`; null where it does not count."),
    relativeEpsilon: digits.describe("The same, as a part of the expected number."),
    totalCaseCount: caseCount,
    caseCounts: z
      .object({ sample: caseCount, open: caseCount, hidden: caseCount })
      .describe("The test cases by what is shown of them."),
    sampleCases: z.array(sampleCase),
    groups: z.array(problemGroup),
    totalPoints: z
      .number()
      .min(0)
      .nullable()
      .describe("What can be earned; null where the problem has neither points nor groups."),
    fault: z
      .string()
      .nullable()
      .describe("Why the problem cannot be graded, as a sentence; then no cases are shown."),
  })
  .meta({ id: "Problem", description: "What a page needs to show a problem and have it solved." });

export type Problem = z.infer<typeof problem>;

/** What staff gets. */
export const wholeProblem = problem
  .extend({
    testCases: z.array(testCase),
    checker: z.string().nullable().describe("The Python source of its checker."),
    testSetHash: z
      .string()
      .nullable()
      .describe("Stands for everything that a verdict or a score depends on."),
    warnings: z.array(z.string()).describe("Settings that are not usable."),
  })
  .meta({ id: "WholeProblem", description: "A problem as staff sees it." });

export type WholeProblem = z.infer<typeof wholeProblem>;
