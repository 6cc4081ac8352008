import type { Calling } from "../../api/domain/entry.js";
import { elementsOf } from "../../client/json-slices.js";
import type { CodeLanguage } from "./code-language.js";
import type { Example } from "./find-examples.js";
import { findSignature, parameterNames } from "./signature.js";

/** What is known of a problem whose author wrote nothing to begin with in some language. */
export interface Beginning {
  readonly calling: Calling;
  readonly examples: readonly Example[];
  /** What the author wrote in Python, which names the parameters for other languages, too. */
  readonly pythonCode: string | undefined;
}

/** What a solution begins with where the author of its problem wrote nothing. */
export function startCodeFor(beginning: Beginning, language: CodeLanguage): string {
  const { calling } = beginning;
  if (calling.io === "stdio") return PROGRAMS[language];
  const [owner = "solution", method] = (calling.entryFunction ?? "solution").split(".");
  const written = WRITERS[language];
  const parameters = written.parameters(namesOf(beginning), calling.argumentStyle);
  return method === undefined
    ? written.function(owner, parameters)
    : written.method(owner, method, parameters);
}

const PROGRAMS: Readonly<Record<CodeLanguage, string>> = {
  "python3.12": "import sys\n\nfor line in sys.stdin:\n    print(line.strip())\n",
  javascript: `const lines = require("fs").readFileSync(0, "utf8").trimEnd().split("\\n");

for (const line of lines) {
  console.log(line.trim());
}
`,
};

interface Writer {
  /** @param names undefined where nobody says */
  parameters(names: readonly string[] | undefined, style: Calling["argumentStyle"]): string;
  function(name: string, parameters: string): string;
  method(owner: string, name: string, parameters: string): string;
}

const PYTHON_KEYWORDS =
  /^(?:False|None|True|and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield)$/;
const JAVASCRIPT_KEYWORDS =
  /^(?:arguments|await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|eval|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield)$/;

const isName = (name: string, keywords: RegExp) =>
  /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(name) && !keywords.test(name);

const PYTHON: Writer = {
  parameters(names, style) {
    if (style === "single") return names?.[0] ?? "data";
    const areNames = names?.every((name) => isName(name, PYTHON_KEYWORDS));
    return areNames ? (names ?? []).join(", ") : style === "positional" ? "*data" : "**data";
  },
  function: (name, parameters) => `def ${name}(${parameters}):\n    return None\n`,
  method(owner, name, parameters) {
    const all = parameters === "" ? "self" : `self, ${parameters}`;
    return `class ${owner}:\n    def ${name}(${all}):\n        return None\n`;
  },
};

const JAVASCRIPT: Writer = {
  parameters(names, style) {
    const given = (name: string, at: number) =>
      isName(name, JAVASCRIPT_KEYWORDS) ? name : `data${at + 1}`;
    if (style === "single") return names?.[0] === undefined ? "input" : given(names[0], 0);
    if (names === undefined) return style === "positional" ? "...data" : "data";
    if (style === "positional") return names.map(given).join(", ");
    const members = names.map((name, at) => {
      const own = given(name, at);
      return own === name ? name : `${JSON.stringify(name)}: ${own}`;
    });
    return `{ ${members.join(", ")} }`;
  },
  function: (name, parameters) => `function ${name}(${parameters}) {\n  return null;\n}\n`,
  method: (owner, name, parameters) =>
    `class ${owner} {\n  ${name}(${parameters}) {\n    return null;\n  }\n}\n`,
};

const WRITERS: Readonly<Record<CodeLanguage, Writer>> = {
  "python3.12": PYTHON,
  javascript: JAVASCRIPT,
};

/** What the parameters are called: by the author's code, else by an example. */
function namesOf({ calling, examples, pythonCode }: Beginning): readonly string[] | undefined {
  const written = pythonCode && findSignature(calling, pythonCode, "python3.12");
  const names = written ? parameterNames(written) : undefined;
  if (names !== undefined) return names;
  const input = examples[0]?.input;
  if (input === undefined) return undefined;
  switch (calling.argumentStyle) {
    case "single":
      return undefined;
    case "positional":
      return elementsOf(input).map((_, at) => `data${at + 1}`);
    case "keyword":
      return Object.keys(JSON.parse(input) as object);
  }
}
