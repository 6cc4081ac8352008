import { useEffect, useState } from "preact/hooks";
import { toFault } from "../service/fault.js";
import { loadPart } from "../service/load-part.js";
import type { Loaded } from "../state/state.js";

/**
 * What comes by itself after the rest of the page.
 *
 * @returns how far it is, and how to try once more
 */
export function useLoaded<Part>(load: () => Promise<Part>): [Loaded<Part>, () => void] {
  const [loaded, setLoaded] = useState<Loaded<Part>>({ kind: "loading" });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    loadPart(load).then(
      (value) => isWanted && setLoaded({ kind: "loaded", value }),
      (error: unknown) => isWanted && setLoaded({ kind: "failed", fault: toFault(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [load, attempt]);
  const tryAgain = () => {
    setLoaded({ kind: "loading" });
    setAttempt(attempt + 1);
  };
  return [loaded, tryAgain];
}
