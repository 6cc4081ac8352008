export const run = {
  on: "Run on",
  examples: "Examples",
  own: "My inputs",
  ownLabel: "My inputs, one below the other",
  ownTextsLabel: (separator: string) => `My inputs, with a line ${separator} between them`,
  ownTextsHint:
    "What your program reads; below a line => what it should print, if you like. Write \\--- or \\=> for such a line in a text.",
  argumentsHint: (called: string, example: string) =>
    example === ""
      ? `The arguments of ${called}.`
      : `The arguments of ${called}, such as ${example}`,
  ownHint: 'For example 42, [1, 2] or "text"; with what should come out: [1, 2] => 3',
  noInput: "Write at least one input.",
  tooManyInputs: "These are too many inputs; 100 can be run at once.",
  badLine: (line: number, why: string) => `Line ${line}: ${why}`,
  inputFault: {
    unclosed: "a bracket or quote that is opened here is never closed.",
    noValue: "this is no value. Texts need quotes; each input begins on a new line.",
    set: "a set cannot be an input; write a list, such as [1, 2].",
    key: 'keys must be texts in quotes, such as {"1": 2}.',
    undefined: "undefined cannot be an input; write null.",
    notFinite: "NaN and the infinities cannot be inputs.",
    made: "only plain values can be inputs, such as [1, 2] or { a: 1 }.",
    tooDeep: "this is nested too deeply.",
    several: "the function takes one value; a list needs brackets, such as [1, 2].",
    array: "write all arguments: as a list, such as [[1, 2], 3], or side by side.",
    object: 'name all arguments: {"a": 1, "b": 2} or a = 1, b = 2.',
  },
  codeFault: {
    noCode: "There is no code yet. Write your solution into the editor first.",
    codeTooLarge: "The code is too long: 64 KB are the most that can be sent.",
  },
  run: "Run",
  submit: "Submit",
  cancel: "Cancel",
  running: "Running…",
  grading: "Grading…",
  endedOf: (ended: number, total: number) => `${ended} of ${total}`,
  waiting: "Waiting",
  connectionLost:
    "The connection was lost. Your code is being graded all the same; the result is shown as soon as it is stored.",
  cancelled: "Cancelled.",
  cancelledSubmission: "Cancelled. The submission may still appear among yours.",
  noExamples: "This problem has no examples; run your own inputs.",
};
