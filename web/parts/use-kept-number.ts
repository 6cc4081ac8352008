import { useState } from "preact/hooks";
import { keep, readKept } from "../state/kept.js";

/** A number that the browser keeps under this name. */
export function useKeptNumber(name: string, initial: number): [number, (value: number) => void] {
  const [value, setValue] = useState(() => Number(readKept(name) ?? initial) || initial);
  const set = (next: number) => {
    keep(name, String(next));
    setValue(next);
  };
  return [value, set];
}
