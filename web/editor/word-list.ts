import type { CompletionSource } from "@codemirror/autocomplete";

const WORD = /[\p{L}_$][\p{L}\p{M}\p{N}_$]*$/u;

/** Offers words, but not as members of something. */
export function wordsOf(words: string, type: string): CompletionSource {
  const options = words.split(/\s+/).map((label) => ({ label, type }));
  return (context) => {
    const from = context.matchBefore(WORD)?.from ?? context.pos;
    if (context.state.sliceDoc(from - 1, from) === ".") return null;
    return from === context.pos && !context.explicit ? null : { from, options };
  };
}

/** Offers members behind a point. */
export function membersOf(names: readonly string[]): CompletionSource {
  const options = names.map((label) => ({ label, type: "method" }));
  return (context) => {
    const written = context.matchBefore(/\.[\p{L}_$]?[\p{L}\p{M}\p{N}_$]*$/u);
    return written && { from: written.from + 1, options };
  };
}
