import { GetCommand } from "@aws-sdk/lib-dynamodb";
import type { World } from "../world.js";

const JSON_TYPE = { "Content-Type": "application/json" };

/** The routes by which a development server is given problems, and what it keeps of them. */
export function devProblems(world: World) {
  const putText = (problemId: string, body: string, query = "") =>
    world.request(`/dev/problems/${problemId}${query}`, {
      method: "PUT",
      headers: JSON_TYPE,
      body,
    });
  return {
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
