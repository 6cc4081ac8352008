import { afterAll, beforeAll, expect, it } from "vitest";
import { PAGE_NAVIGATIONS } from "../../support/http/page-navigations.js";
import { startWorld, type World } from "../../support/world.js";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** As a browser asks, which does not follow what it is told. */
const ask = (path: string, headers: Readonly<Record<string, string>>, method = "GET") =>
  fetch(world.url + path, { method, headers, redirect: "manual" });

it.each(PAGE_NAVIGATIONS)("$what: $path", async ({ path, method, headers, leadsTo }) => {
  const answer = await ask(path, headers, method);
  expect(answer.headers.get("Location") ?? undefined).toBe(leadsTo);
  expect(answer.status === 302).toBe(leadsTo !== undefined);
  if (leadsTo !== undefined) expect(answer.headers.get("Cache-Control")).toBe("no-store");
});

it("whoever is led to nothing is told so by a page, a program in the form of the API", async () => {
  const forPeople = await ask("/nosuch", { "sec-fetch-dest": "document" });
  expect(forPeople.status).toBe(404);
  expect(forPeople.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
  expect(await forPeople.text()).toContain("<h1>There is no such page</h1>");
  const forPrograms = await ask("/nosuch", {});
  expect(forPrograms.status).toBe(404);
  expect(await forPrograms.json()).toMatchObject({ code: "NotFound" });
});
