import { Command } from "commander";
import { findPython } from "../dev/python.js";
import { benchExecutor } from "./executor.js";

const program = new Command("npm run bench --").description(
  "Figures, never assertions: medians with a baseline in the same run.",
);

program
  .command("executor")
  .description("one trivial case: warm, cold and in a batch, beside the plain design it replaces")
  .option("--rounds <number>", "turns, of which medians are taken", "15")
  .action(async ({ rounds }: { rounds: string }) => {
    const python = findPython(process.env);
    console.log(`Measuring on Python ${python.version} (${python.path}); about a minute…\n`);
    console.log(await benchExecutor(python.path, rounds));
  });

await program.parseAsync();
