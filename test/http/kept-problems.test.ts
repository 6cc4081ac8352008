import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getAs } from "../support/http/get-as.js";
import { startWorld, type World } from "../support/world.js";

const STAFF = { sub: "teacher", nickname: "Teacher", "cognito:groups": ["staff"] };

const STUDENT = { sub: "student-1", nickname: "Student One" };

describe("GET /problems/:problemId, to a browser that has kept an answer", () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  const ask = async (etag: string | null, user: typeof STAFF | typeof STUDENT = STUDENT) => {
    const idToken = await world.stack.userPool.issueIdToken(user);
    const headers = { Authorization: `Bearer ${idToken}`, Origin: "https://site.example" };
    return world.request("/problems/kept", {
      headers: etag === null ? headers : { ...headers, "If-None-Match": etag },
    });
  };
  const putKept = (title: string) =>
    world.putProblem({ problemId: "kept", title, finalTestCases: [{ expected_output: 1 }] });

  it("says in a line that it still holds, as long as it does", async () => {
    await putKept("First");
    const first = await ask(null);
    expect([first.status, first.headers.get("Cache-Control"), first.headers.get("Vary")]).toEqual([
      200,
      "private, no-cache",
      "Authorization",
    ]);
    const etag = first.headers.get("ETag");
    const again = await ask(etag);
    expect([again.status, again.text, again.headers.get("ETag")]).toEqual([304, "", etag]);
    expect(again.headers.get("Access-Control-Allow-Origin")).toBe("*");
    await putKept("Second");
    const changed = await ask(etag);
    expect([changed.status, changed.body.title]).toEqual([200, "Second"]);
  });

  it("gives staff and students each their own", async () => {
    const student = await ask(null);
    const staff = await ask(student.headers.get("ETag"), STAFF);
    expect([staff.status, staff.body.testCases.length]).toEqual([200, 1]);
    const back = await ask(staff.headers.get("ETag"));
    expect(back.status).toBe(200);
    expect(back.body).not.toHaveProperty("testCases");
  });

  it("keeps no error", async () => {
    const { headers } = await getAs(world, "/problems/none");
    expect([headers.get("ETag"), headers.get("Cache-Control")]).toEqual([null, null]);
  });
});
