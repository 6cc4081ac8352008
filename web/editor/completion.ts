import {
  acceptCompletion,
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
  completeAnyWord,
  completionStatus,
  ifNotIn,
  moveCompletionSelection,
  selectedCompletion,
} from "@codemirror/autocomplete";
import type { Extension } from "@codemirror/state";
import { type Command, keymap } from "@codemirror/view";
import type { LanguageMode } from "./language-mode.js";

const TEXTS = [
  "String",
  "FormatString",
  "TemplateString",
  "Comment",
  "LineComment",
  "BlockComment",
];

/**
 * Offers what can be written, while one writes. Enter stays a line break until something was picked with the
 * arrows; Tab takes the first.
 */
export function completion({ completions }: LanguageMode): Extension {
  const source = ifNotIn(TEXTS, (context) => complete(context, completions));
  return [
    autocompletion({ override: [source], selectOnOpen: false, interactionDelay: 0, icons: false }),
    keymap.of([{ key: "Tab", run: acceptFirst }]),
  ];
}

const acceptFirst: Command = (view) => {
  if (completionStatus(view.state) !== "active") return false;
  if (selectedCompletion(view.state) === null) moveCompletionSelection(true)(view);
  return acceptCompletion(view);
};

/** What all sources offer, each word once: one's own names first, other words of the document last. */
async function complete(
  context: CompletionContext,
  completions: readonly CompletionSource[],
): Promise<CompletionResult | null> {
  const known = context.state.languageDataAt<CompletionSource>("autocomplete", context.pos);
  const asked = [...known, ...completions, wordsNearby].map((source) => source(context));
  const results = (await Promise.all(asked)).filter((result) => result !== null);
  const from = results[0]?.from;
  if (from === undefined) return null;
  const options = new Map<string, Completion>();
  for (const result of results.filter((one) => one.from === from)) {
    for (const option of result.options) {
      // Templates would take the Tab key for themselves.
      if (typeof option.apply === "function" || options.has(option.label)) continue;
      options.set(option.label, option);
    }
  }
  return { from, options: [...options.values()], validFor: /^[\p{L}\p{M}\p{N}_$]*$/u };
}

async function wordsNearby(context: CompletionContext): Promise<CompletionResult | null> {
  const result = await completeAnyWord(context);
  const isNumber = /^\d/.test(context.state.sliceDoc(result?.from, context.pos));
  if (result === null || isNumber) return null;
  const options = result.options.filter(({ label }) => label.length > 1 && !/^\d/.test(label));
  return { ...result, options: options.map((option) => ({ ...option, boost: -50 })) };
}
