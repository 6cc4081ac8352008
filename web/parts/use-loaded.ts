import { useEffect, useState } from "preact/hooks";

/** What comes by itself after the rest of the page; undefined until it is there. */
export function useLoaded<Module>(load: () => Promise<Module>): Module | undefined {
  const [loaded, setLoaded] = useState<Module | undefined>(undefined);
  useEffect(() => {
    let isWanted = true;
    void load().then((module) => {
      if (isWanted) setLoaded(() => module);
    });
    return () => {
      isWanted = false;
    };
  }, [load]);
  return loaded;
}
