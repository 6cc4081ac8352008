/** What is asked, and where the page shows it; undefined where the API or the page's files answer. */
export interface Navigation {
  readonly what: string;
  readonly path: string;
  readonly method?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly leadsTo: string | undefined;
}

const BROWSER = { "sec-fetch-dest": "document", accept: "text/html,*/*;q=0.8" };
const OLDER_BROWSER = { accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" };
const SCRIPT = { "sec-fetch-dest": "empty", accept: "*/*" };

/** Who is led from an address of the API to the page: by the development server and the distribution alike. */
export const PAGE_NAVIGATIONS: readonly Navigation[] = [
  {
    what: "a problem's address in a browser",
    path: "/problems/two-sum",
    headers: BROWSER,
    leadsTo: "/#/two-sum",
  },
  {
    what: "one in a browser that says less",
    path: "/problems/two-sum",
    headers: OLDER_BROWSER,
    leadsTo: "/#/two-sum",
  },
  {
    what: "one that ends in a slash",
    path: "/problems/two-sum/",
    headers: BROWSER,
    leadsTo: "/#/two-sum",
  },
  {
    what: "an id that is written in other signs",
    path: "/problems/%EB%91%90%20%EC%88%98%2F1",
    headers: BROWSER,
    leadsTo: "/#/%EB%91%90%20%EC%88%98%2F1",
  },
  {
    what: "somebody who only looks whether it is there",
    path: "/problems/two-sum",
    method: "HEAD",
    headers: BROWSER,
    leadsTo: "/#/two-sum",
  },
  { what: "the list's address", path: "/problems", headers: BROWSER, leadsTo: "/#/" },
  { what: "the submissions' address", path: "/submissions", headers: BROWSER, leadsTo: "/#/" },
  { what: "a submission's address", path: "/submissions/one", headers: BROWSER, leadsTo: "/#/" },
  {
    what: "the page's own script",
    path: "/problems/two-sum",
    headers: SCRIPT,
    leadsTo: undefined,
  },
  {
    what: "a script that likes HTML",
    path: "/problems/two-sum",
    headers: { ...SCRIPT, accept: "text/html" },
    leadsTo: undefined,
  },
  {
    what: "a program",
    path: "/problems/two-sum",
    headers: { accept: "application/json, text/html" },
    leadsTo: undefined,
  },
  { what: "a program without words", path: "/problems", headers: {}, leadsTo: undefined },
  {
    what: "a form",
    path: "/problems/two-sum",
    method: "POST",
    headers: BROWSER,
    leadsTo: undefined,
  },
  { what: "the description", path: "/openapi.json", headers: BROWSER, leadsTo: undefined },
  { what: "the health", path: "/health", headers: BROWSER, leadsTo: undefined },
  { what: "a longer word", path: "/problemsets", headers: BROWSER, leadsTo: undefined },
  { what: "something below", path: "/problems/a/b", headers: BROWSER, leadsTo: undefined },
];
