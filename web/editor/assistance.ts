import {
  acceptCompletion,
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
  closeBrackets,
  closeBracketsKeymap,
  completeAnyWord,
  completionStatus,
  ifNotIn,
  moveCompletionSelection,
  selectedCompletion,
} from "@codemirror/autocomplete";
import type { Extension } from "@codemirror/state";
import { type Command, keymap } from "@codemirror/view";

const TEXTS = [
  "String",
  "FormatString",
  "TemplateString",
  "Comment",
  "LineComment",
  "BlockComment",
];

/**
 * Offers what can be written, while one writes, and closes brackets. Enter stays a line break until something was picked with the
 * arrows; Tab takes the first.
 */
export function assistance(completions: readonly CompletionSource[]): Extension {
  const source = ifNotIn(TEXTS, (context) => complete(context, completions));
  return [
    autocompletion({ override: [source], selectOnOpen: false, interactionDelay: 0, icons: false }),
    closeBrackets(),
    keymap.of([{ key: "Tab", run: acceptFirst }, ...closeBracketsKeymap]),
  ];
}

const acceptFirst: Command = (view) => {
  if (completionStatus(view.state) !== "active") return false;
  if (selectedCompletion(view.state) === null) moveCompletionSelection(true)(view);
  return acceptCompletion(view);
};

/** What all sources offer, each word once; the words of the document are among them. */
async function complete(
  context: CompletionContext,
  completions: readonly CompletionSource[],
): Promise<CompletionResult | null> {
  const asked = [...completions, wordsNearby].map((source) => source(context));
  const results = (await Promise.all(asked)).filter((result) => result !== null);
  const from = results[0]?.from;
  if (from === undefined) return null;
  const options = new Map<string, Completion>();
  for (const result of results.filter((one) => one.from === from)) {
    for (const option of result.options) {
      if (!options.has(option.label)) options.set(option.label, option);
    }
  }
  return { from, options: [...options.values()], validFor: /^[\p{L}\p{M}\p{N}_$]*$/u };
}

async function wordsNearby(context: CompletionContext): Promise<CompletionResult | null> {
  const result = await completeAnyWord(context);
  const isNumber = /^\d/.test(context.state.sliceDoc(result?.from, context.pos));
  if (result === null || isNumber) return null;
  const options = result.options.filter(({ label }) => label.length > 1 && !/^\d/.test(label));
  // One's own names are what one means most often.
  return { ...result, options: options.map((option) => ({ ...option, boost: 1 })) };
}
