import { Command, InvalidArgumentError } from "commander";
import { findPython } from "../pack/python.js";
import { benchApi } from "./api.js";
import { benchExecutor } from "./executor.js";
import { benchFanOut } from "./fan-out.js";
import { NoProcessorShare } from "./lambda/processor-share.js";
import { benchLambda } from "./lambda.js";
import { benchLoad } from "./load.js";
import { benchRegrade } from "./regrade.js";

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

program
  .command("load")
  .description("the dev server under clients in a closed loop; every answer is checked")
  .option("--clients <numbers>", "clients at once, one level each (default: 1,8,64,256)", toNumbers)
  .option("--seconds <number>", "how long a level takes", toNumber, 15)
  .option(
    "--soak <minutes>",
    "one long level instead, of 8 clients unless --clients says",
    toNumber,
  )
  .addHelpText(
    "after",
    "\nEnds with 1 when a verdict was wrong, a submission lost or doubled, or a process left.",
  )
  .action(async (options: { clients?: number[]; seconds: number; soak?: number }) => {
    const { soak } = options;
    const clients = options.clients ?? (soak === undefined ? [1, 8, 64, 256] : [8]);
    const seconds = soak === undefined ? options.seconds : 60 * soak;
    const minutes = Math.ceil((clients.length * (seconds + 15) + 15) / 60);
    console.log(`Loading the dev server; about ${minutes} min…\n`);
    const { report, isSound } = await benchLoad(process.env, {
      clients,
      seconds,
      isSoak: soak !== undefined,
    });
    console.log(report);
    if (!isSound) process.exitCode = 1;
  });

program
  .command("api")
  .description("the built function's size and import, requests/s, where a request's time goes")
  .option("--rounds <number>", "new processes that load the function", toNumber, 15)
  .option("--seconds <number>", "how long each number of clients sends", toNumber, 5)
  .option("--requests <number>", "requests that are timed phase by phase", toNumber, 300)
  .action(async (options: { rounds: number; seconds: number; requests: number }) => {
    const python = findPython(process.env).path;
    console.log("Measuring the API function; about two minutes…\n");
    console.log(await benchApi({ python, ...options }));
  });

program
  .command("fan-out")
  .description("how many invocations a submission takes, and how long, quick and slow")
  .option("--rounds <number>", "turns, of which medians are taken", toNumber, 3)
  .action(async ({ rounds }: { rounds: number }) => {
    const python = findPython(process.env).path;
    console.log("Measuring the spreading of cases; about two minutes…\n");
    console.log(await benchFanOut(python, rounds));
  });

program
  .command("regrade")
  .description("grader regrade, killed on the way; every submission is checked")
  .option("--submissions <number>", "how many are graded again", toNumber, 10_000)
  .option("--students <number>", "whose they are", toNumber, 100)
  .option("--kills <number>", "how often it is killed at a random moment", toNumber, 10)
  .option("--concurrency <number>", "submissions under way at once", toNumber, 4)
  .addHelpText("after", "\nEnds with 1 when a submission was lost or is not as it must be.")
  .action(
    async (options: {
      submissions: number;
      students: number;
      kills: number;
      concurrency: number;
    }) => {
      const python = findPython(process.env).path;
      console.log("Regrading with grader, which is killed on the way; some minutes…\n");
      const { report, isSound } = await benchRegrade({ python, ...options });
      console.log(report);
      if (!isSound) process.exitCode = 1;
    },
  );

program
  .command("lambda")
  .description("executor and API under Lambda's shares of a processor, beside the plain design")
  .option("--rounds <number>", "turns, of which medians are taken", toNumber, 7)
  .action(async ({ rounds }: { rounds: number }) => {
    const python = findPython(process.env).path;
    console.log("Measuring under shares of a processor; about two minutes…\n");
    try {
      console.log(await benchLambda({ python, rounds }));
    } catch (error) {
      if (!(error instanceof NoProcessorShare)) throw error;
      console.log(`Left out: ${error.message}`);
    }
  });

await program.parseAsync();

function toNumber(text: string): number {
  const number = Number(text);
  if (number > 0 && Number.isFinite(number)) return number;
  throw new InvalidArgumentError("It must be a number above 0.");
}

function toNumbers(text: string): number[] {
  return text.split(",").map((part) => {
    if (/^[1-9]\d{0,3}$/.test(part)) return Number(part);
    throw new InvalidArgumentError("It must be whole numbers from 1 to 9999, separated by commas.");
  });
}
