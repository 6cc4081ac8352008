export const problems = {
  loading: "Loading the problems…",
  loadingOne: "Loading the problem…",
  missing: (id: string) => `There is no problem “${id}”`,
  toList: "See all problems",
  broken:
    "Something is wrong with this problem: what is submitted cannot be graded. Please tell its author.",
  brokenBy: "This is what the author has to mend:",
  search: "Search titles and tags",
  found: (count: number) => (count === 1 ? "1 problem found" : `${count} problems found`),
  solvedOf: (solved: number, total: number) => `${solved} of ${total} solved`,
  difficultyLabel: "Difficulty",
  anyDifficulty: "Any difficulty",
  difficulty: { easy: "Easy", medium: "Medium", hard: "Hard" },
  none: "There are no problems yet.",
  solved: "Solved",
  attempted: "Tried",
  timeLimit: (limit: string) => `Time limit ${limit} of processor time`,
  memoryLimit: (limit: string) => `Memory ${limit}`,
  judge: {
    equal: "Exact answer",
    unordered_equal: "Any order",
    float_eps: "Small difference allowed",
    unordered_deep: "Any order, inside too",
    one_of: "One of several answers",
    tokens: "Word by word",
    checker: "Checked by a program",
  },
  calling: {
    program: "Write a program: it reads standard input and prints its answer to standard output.",
    function: "Write this function, which is called with the input and returns the answer:",
    method: (name: string) =>
      `Write this method of class ${name}, which is called and returns the answer:`,
    positional: {
      "python3.12": "Each input is a list of its arguments, in their order.",
      javascript: "Each input is an array of its arguments, in their order.",
    },
    keyword: {
      "python3.12": "Each input names its arguments.",
      javascript: "The function gets one object, which holds the arguments by their names.",
    },
    reading: {
      "python3.12": "input() reads a line, print() prints one.",
      javascript:
        'require("fs").readFileSync(0, "utf8") reads all of the input, console.log() prints a line.',
    },
    bigIntegers: "Whole numbers beyond 2⁵³ come as BigInt, such as 9007199254740993n.",
  },
  /** What a statement means that was written with Python in mind. */
  glossary: {
    title: "In JavaScript",
    dictionary: "A dictionary is an object.",
    list: "A list is an array.",
    tuple: "A tuple is an array.",
    none: "None is null.",
    booleans: "True and False are true and false.",
  },
  noStatement: "This problem has no statement.",
};
