import type { Plugin } from "esbuild";

/**
 * Leaves out what completes code where a package of a language brings it along: the page has completions of its
 * own, which come later than the editor, and these would come with it though nothing uses them: 12 of the 200 KB
 * that the first view may have.
 */
export const withoutCompletions: Plugin = {
  name: "without-completions",
  setup(build) {
    build.onResolve({ filter: /^@codemirror\/autocomplete$/ }, ({ importer }) =>
      /[\\/]@codemirror[\\/]lang-/.test(importer)
        ? { path: "completions", namespace: "left-out", sideEffects: false }
        : undefined,
    );
    build.onLoad({ filter: /^completions$/, namespace: "left-out" }, () => ({
      contents: `const nothing = () => undefined;
        export { nothing as completeFromList, nothing as ifNotIn, nothing as snippetCompletion };`,
    }));
  },
};
