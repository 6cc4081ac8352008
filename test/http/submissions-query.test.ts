import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getAs } from "../support/http/get-as.js";
import { startWorld, type World } from "../support/world.js";

const PAGE_SIZE = "pageSize: must be a whole number from 1 to 100";
const SORT_ORDER = "sortOrder: must be DESC or ASC";
const COMBINATION =
  "query: only problemId can be combined with another filter, and only with userId or author";
const CURSOR = "lastEvaluatedKey: is not a cursor of these filters and this order";
const TOO_LONG = "is longer than 2048 bytes of UTF-8";

describe("the parameters of GET /submissions", () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
    const finalTestCases = [{ input: 1, expected_output: 1 }];
    await world.putProblem({ problemId: "p", finalTestCases });
    for (const submissionId of ["a", "b"]) {
      await world.grade({ userCode: "x", problemId: "p", submissionId });
    }
  });
  afterAll(() => world.close());

  it.each([
    ["pageSize=0", PAGE_SIZE],
    ["pageSize=101", PAGE_SIZE],
    ["pageSize=-1", PAGE_SIZE],
    ["pageSize=1.5", PAGE_SIZE],
    ["pageSize=1e1", PAGE_SIZE],
    ["pageSize=+5", PAGE_SIZE],
    ["pageSize=05", PAGE_SIZE],
    ["pageSize=5%0A", PAGE_SIZE],
    ["pageSize=", PAGE_SIZE],
    ["pageSize=many", PAGE_SIZE],
    ["pageSize=5&pageSize=5", "pageSize: is sent more than once"],
    ["sortOrder=desc", SORT_ORDER],
    ["sortOrder=", SORT_ORDER],
    ["sortOrder=ASC&sortOrder=DESC", "sortOrder: is sent more than once"],
    ["userId=", "userId: is empty"],
    ["userId", "userId: is empty"],
    ["author=", "author: is empty"],
    ["problemTitle=", "problemTitle: is empty"],
    ["userId=a&userId=b", "userId: is sent more than once"],
    ["userId=a&user%49d=a", "userId: is sent more than once"],
    [`author=${"a".repeat(2049)}`, `author: ${TOO_LONG}`],
    [`problemTitle=${"%EA%B0%80".repeat(683)}`, `problemTitle: ${TOO_LONG}`],
    ["userId=a&author=b", COMBINATION],
    ["userId=a&problemTitle=b", COMBINATION],
    ["problemId=a&problemTitle=b", COMBINATION],
    ["problemId=a&problemTitleTranslated=b", COMBINATION],
    ["userId=a&author=b&problemId=c", COMBINATION],
    ["lastEvaluatedKey=", "lastEvaluatedKey: is empty"],
    ["lastEvaluatedKey=x", CURSOR],
    ["lastEvaluatedKey=a&lastEvaluatedKey=a", "lastEvaluatedKey: is sent more than once"],
  ])("cannot be %s", async (query, what) => {
    const answer = await getAs(world, `/submissions?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.headers.get("X-Amzn-ErrorType")).toBe("InvalidInput");
    const error = `Invalid input: ${what}`;
    expect(answer.body).toEqual({ error, code: "InvalidInput", requestId: expect.any(String) });
  });

  it.each([
    "",
    "?",
    "?pageSize=1",
    "?pageSize=100",
    "?sortOrder=ASC",
    `?author=${"a".repeat(2048)}`,
    "?userId=a&problemId=b",
    "?author=a&problemId=b",
    "?author=%EA%B0%80+%F0%9F%98%80%00",
    "?userId=%FF",
    "?userid=x&userid=x",
    "?unknown=&unknown=",
    "?userId=a%26author%3Db",
  ])("can be %j", async (query) => {
    const answer = await getAs(world, `/submissions${query}`);
    expect(answer.status).toBe(200);
    expect(answer.body.items.length).toBe(answer.body.count);
  });

  it.each(["sortOrder=ASC", "userId=student-1", "problemId=p", "userId=student-1&problemId=p"])(
    "cannot be the cursor of another list: %s",
    async (query) => {
      const { body } = await getAs(world, "/submissions?author=Student%20One&pageSize=1");
      const cursor = `lastEvaluatedKey=${body.lastEvaluatedKey}`;
      expect((await getAs(world, `/submissions?author=Student+One&${cursor}`)).status).toBe(200);
      const answer = await getAs(world, `/submissions?${query}&${cursor}`);
      expect([answer.status, answer.body.error]).toEqual([400, `Invalid input: ${CURSOR}`]);
    },
  );
});
