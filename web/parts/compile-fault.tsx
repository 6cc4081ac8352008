import { faultLineOf } from "../results/fault-place.js";
import { readStderr } from "../results/read-stderr.js";
import type { ShownCase } from "../results/shown-case.js";
import type { CaseActions } from "../state/case-actions.js";
import { useWords } from "../words/speech.js";
import { FaultLine } from "./fault-line.js";

interface CompileFaultProps {
  readonly one: ShownCase;
  readonly actions: CaseActions | undefined;
}

/** Why the code could not be compiled: said once, since it is the same for every case. */
export function CompileFault({ one, actions }: CompileFaultProps) {
  const { results } = useWords();
  const { error, traceback } = readStderr(one.stderr);
  // Its last line is the error again.
  const excerpt = traceback.trimEnd().split("\n").slice(0, -1).join("\n");
  return (
    <div class="case compile-fault" data-status={one.status}>
      <p>{results.notCompiled}</p>
      <FaultLine error={one.error ?? error} line={faultLineOf(one)} onLine={actions?.goToLine} />
      {excerpt !== "" && <pre>{excerpt}</pre>}
    </div>
  );
}
