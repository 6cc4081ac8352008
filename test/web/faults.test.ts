import { afterEach, expect, it } from "vitest";
import { startDynamoDb } from "../../dev/dynamodb/dynamodb.js";
import { mockExecutor } from "../../dev/lambda/mock-executor.js";
import { type CuttableProxy, startCuttableProxy } from "../support/http/cuttable-proxy.js";
import { putEchoProblem } from "../support/http/post-grade.js";
import { startWorld } from "../support/world.js";
import { describeInBrowser } from "./support/describe-in-browser.js";

let tables: CuttableProxy;
let whileGrading = () => {};

async function startWithCuttableTables() {
  const dynamoDb = await startDynamoDb();
  tables = await startCuttableProxy(dynamoDb.endpoint);
  const executor: typeof mockExecutor = {
    ...mockExecutor,
    async run(job, signal) {
      whileGrading();
      return mockExecutor.run(job, signal);
    },
  };
  const world = await startWorld({ dynamoDbEndpoint: tables.url, settings: { executor } });
  const close = async () => {
    await world.close();
    await tables.close();
    await dynamoDb.close();
  };
  return { ...world, close };
}

describeInBrowser(
  "a fault of the service",
  (its) => {
    afterEach(() => {
      whileGrading = () => {};
      tables.restore();
    });

    it("after grading leaves the verdict, and says that it was not stored", async () => {
      await putEchoProblem(its.world);
      const visit = await its.visit({ path: "/#/echo" });
      whileGrading = () => tables.cut();
      await visit.press("Submit");
      expect(await visit.verdict()).toBe("Accepted");
      const alert = await visit.result.getByRole("alert").innerText();
      expect(alert).toMatch(/^Graded, but not stored\.[\s\S]+SubmissionNotSaved · \S+$/);
    });

    it("while listing submissions is told where they would be, and can be overcome", async () => {
      const visit = await its.visit({ path: "/#/rotate-matrix" });
      tables.cut();
      await visit.press("Submissions");
      await visit.page.getByRole("radio", { name: "All problems" }).check();
      const alert = visit.page.getByRole("alert");
      await alert.waitFor();
      expect(await alert.innerText()).toContain("The submissions could not be loaded.");
      expect(await alert.innerText()).toContain("StorageUnavailable");
      tables.restore();
      await visit.press("Try again");
      await visit.page.getByText("Nothing submitted yet.").waitFor();
    });
  },
  startWithCuttableTables,
);
