import { DEFAULT_CALLING } from "../../api/domain/entry.js";
import { elementTexts, type JsonText, memberTexts, toJsonText } from "../../api/domain/json.js";
import { CASE_MEMBERS } from "../authoring/find-slips.js";
import { nearestName } from "../authoring/nearest-name.js";
import { UnusableFolder } from "../authoring/unusable-folder.js";
import type { LocalJudge } from "../local-judge.js";
import { resultOf, runInputs } from "../run-inputs.js";

/** A case's members by their names in `cases.json`, of which all but the input may be missing. */
export interface GeneratedCase extends Readonly<Record<string, JsonText>> {
  readonly input: JsonText;
}

const TIME_LIMIT_MS = 15_000;

/**
 * The cases that a problem's `generate.py` makes, run in the executor's jail.
 *
 * @throws UnusableFolder when it fails, or makes something else
 */
export async function runGenerator(
  source: string,
  judge: LocalJudge,
  signal: AbortSignal,
): Promise<GeneratedCase[]> {
  const cases: GeneratedCase[] = [];
  for (let total = 1; cases.length < total; ) {
    const page = await runPage(source, cases.length, judge, signal);
    total = page.total;
    if (total === 0) throw unusable("generate() makes no cases");
    for (const text of page.texts) cases.push(readCase(text, cases.length + 1));
  }
  return cases;
}

/** As many cases as a return value can hold: the whole generator runs for each page. */
async function runPage(source: string, start: number, judge: LocalJudge, signal: AbortSignal) {
  const job = {
    code: `${source}\n${PAGES}`,
    language: "python3.12",
    timeLimitMs: TIME_LIMIT_MS,
    calling: { ...DEFAULT_CALLING, entryFunction: "__page__" },
    inputs: [toJsonText(start)],
  } as const;
  const [outcome] = await runInputs(judge, job, signal);
  const result = resultOf(outcome);
  if ("fault" in result) throw unusable(result.fault);
  const [texts = "[]", total = "0"] = elementTexts(result.value);
  const page = { texts: elementTexts(texts), total: Number(total) };
  if (page.texts.length === 0 && page.total > start) throw unusable(UNSTEADY);
  return page;
}

function readCase(text: JsonText, number: number): GeneratedCase {
  if (!text.startsWith("{")) throw unusable(`case ${number} is no dict`);
  const members = memberTexts(text);
  const odd = [...members.keys()].find((name) => !CASE_MEMBERS.includes(name));
  if (odd !== undefined) {
    const meant = nearestName(odd, CASE_MEMBERS);
    const more =
      meant === undefined ? `There are ${CASE_MEMBERS.join(", ")}` : `Did you mean ${meant}?`;
    throw unusable(`case ${number} has ${odd}, which is not read. ${more}`);
  }
  const input = members.get("input");
  if (input === undefined) throw unusable(`case ${number} has no input`);
  return { ...Object.fromEntries(members), input };
}

export const UNSTEADY =
  "it makes other cases each time it runs: seed what is random, as in random.seed(1)";

export const unusable = (fault: string) => new UnusableFolder("generate.py", fault);

const PAGES = `
def __page__(start):
    import json
    if not callable(globals().get("generate")):
        raise NameError("it defines no function generate()")
    made = list(generate())
    page = []
    size = 0
    for case in made[start:]:
        size += len(json.dumps(case, default=repr, skipkeys=True))
        if page and size > 250_000:
            break
        page.append(case)
    return [page, len(made)]
`;
