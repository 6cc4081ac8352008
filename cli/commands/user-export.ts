import { Command } from "commander";
import type { JsonText } from "../../api/domain/json.js";
import { exportUser } from "../../api/usecases/export-user.js";
import { CommandEnd } from "../command-end.js";
import { countOf } from "../count.js";
import { toKey } from "../key-option.js";
import { type OutputSink, openOutputSink } from "../output-sink.js";
import { Progress } from "../progress.js";
import type { Surroundings } from "../surroundings.js";
import { openTarget } from "../target/open-target.js";
import { operatorDeps } from "../target/operator-deps.js";
import { type TargetOptions, withTarget } from "../target-options.js";
import { nothingStored, remainingDataText } from "../user/remaining-data.js";

interface ExportOptions extends TargetOptions {
  readonly output?: string;
  readonly json?: true;
}

export function userExport(surroundings: Surroundings): Command {
  return withTarget(new Command("export").argument("<sub>", "the sub of their tokens", toKey))
    .option("--output <file>", "write into a file that only you can read, instead of stdout")
    .option("--json", "one JSON array instead of one JSON object a line")
    .description("hand out all submissions of a person, whole, one JSON object a line")
    .addHelpText(
      "after",
      `
Examples:
  $ grader user export 3f0c7a2e-0b6f-4c1d-9a52-1f6f3f1b9c10 --stack production --output jimin.ndjson
  $ grader user export student-1 --endpoint http://127.0.0.1:8787 | jq -r .userCode`,
    )
    .action(async (sub: string, options: ExportOptions) => {
      using target = await openTarget(options, surroundings);
      using progress = new Progress(surroundings);
      await using sink = await openOutputSink(surroundings, options.output);
      const deps = operatorDeps(target, surroundings, progress);
      const exported = await writeAll(exportUser(deps, sub), sink, options, (written) => {
        surroundings.signal.throwIfAborted();
        progress.show(`${countOf(written, "submission")} exported`);
      });
      progress.clear();
      if (exported === 0) throw new CommandEnd("no", nothingStored(sub));
      await sink.finish();
      const whereto = options.output === undefined ? "" : ` into ${options.output}`;
      surroundings.err(`${countOf(exported, "submission")} exported${whereto}.\n`);
      surroundings.err(remainingDataText(target, sub));
    });
}

/** Answers how many there were; without any, nothing is written. */
async function writeAll(
  chunks: AsyncIterable<readonly JsonText[]>,
  sink: OutputSink,
  { json }: ExportOptions,
  onProgress: (written: number) => void,
): Promise<number> {
  let written = 0;
  for await (const items of chunks) {
    onProgress(written);
    for (const item of items) {
      const before = written === 0 ? "[\n" : ",\n";
      await sink.write(json ? `${before}${item}` : `${item}\n`);
      written += 1;
    }
  }
  if (json && written > 0) await sink.write("\n]\n");
  return written;
}
