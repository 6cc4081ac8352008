import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll } from "vitest";
import { startWorld, type World } from "../world.js";

const JSON_TYPE = { "Content-Type": "application/json" };

/** A development server, the route by which it is given problems, and what it keeps of them. */
export function useDevProblems() {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  const putText = (problemId: string, body: string, query = "") =>
    world.request(`/dev/problems/${problemId}${query}`, {
      method: "PUT",
      headers: JSON_TYPE,
      body,
    });
  return {
    get world() {
      return world;
    },
    putText,
    put: (problemId: string, item: object, query = "") =>
      putText(problemId, JSON.stringify(item), query),
    async stored(problemId: string) {
      const { documents, tables } = world.stack;
      const command = new GetCommand({ TableName: tables.problems, Key: { problemId } });
      return (await documents.send(command)).Item;
    },
  };
}
