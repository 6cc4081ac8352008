import type { ComponentChildren } from "preact";
import { FaultNotice } from "./fault-notice.js";
import { useLoaded } from "./use-loaded.js";

interface PartProps<Module> {
  readonly load: () => Promise<Module>;
  /** What stands in its place until it is there. */
  readonly meanwhile: ComponentChildren;
  /** That it could not be loaded. */
  readonly failure: string;
  readonly children: (part: Module) => ComponentChildren;
}

/** A part of the page that comes later than the rest, or why it is not there. */
export function Part<Module>({ load, meanwhile, failure, children }: PartProps<Module>) {
  const [loaded, tryAgain] = useLoaded(load);
  switch (loaded.kind) {
    case "loading":
      return <>{meanwhile}</>;
    case "failed":
      return <FaultNotice title={failure} fault={loaded.fault} onTryAgain={tryAgain} />;
    case "loaded":
      return <>{children(loaded.value)}</>;
  }
}
