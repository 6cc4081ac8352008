import { Lexer, type MarkedToken, type Token, type Tokens } from "marked";
import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import { VALUE_NOTATIONS } from "../results/value-notation.js";
import type { CodeLanguage } from "../service/code-language.js";
import { useCodeLanguage } from "./code-language.js";
import { CodeListing } from "./code-listing.js";
import { decodeEntities } from "./decode-entities.js";

/**
 * Shows Markdown that anybody may have written. It is never made into HTML: each piece becomes an
 * element of a known kind, and the HTML in it becomes the text that it is.
 */
export function Markdown({ text }: { readonly text: string }) {
  return <>{useMemo(() => pieces(Lexer.lex(text)), [text])}</>;
}

function pieces(tokens: readonly Token[]): ComponentChildren[] {
  return (tokens as readonly MarkedToken[]).map(piece);
}

function piece(token: MarkedToken): ComponentChildren {
  switch (token.type) {
    case "paragraph":
      return <p>{pieces(token.tokens)}</p>;
    case "heading":
      return heading(token);
    case "code":
      return <CodeBlock block={token} />;
    case "list":
      return list(token);
    case "list_item":
      return <li>{pieces(token.tokens)}</li>;
    case "table":
      return table(token);
    case "blockquote":
      return <blockquote>{pieces(token.tokens)}</blockquote>;
    case "hr":
      return <hr />;
    case "strong":
      return <strong>{pieces(token.tokens)}</strong>;
    case "em":
      return <em>{pieces(token.tokens)}</em>;
    case "del":
      return <del>{pieces(token.tokens)}</del>;
    case "codespan":
      return <code>{token.text}</code>;
    case "br":
      return <br />;
    case "link":
      return link(token);
    case "text":
      return token.tokens === undefined ? decodeEntities(token.text) : pieces(token.tokens);
    case "checkbox":
      return token.checked ? "☑ " : "☐ ";
    case "image":
    case "escape":
    case "html":
      return token.text;
    case "space":
    case "def":
      return null;
  }
}

/** The title above the statement is the only heading of the first level. */
function heading({ depth, tokens }: Tokens.Heading) {
  const Heading = `h${Math.max(depth, 2)}` as "h2";
  return <Heading>{pieces(tokens)}</Heading>;
}

const LISTED: ReadonlyMap<string, CodeLanguage> = new Map([
  ["python", "python3.12"],
  ["javascript", "javascript"],
  ["js", "javascript"],
]);

function CodeBlock({ block: { lang = "", text } }: { readonly block: Tokens.Code }) {
  const notation = VALUE_NOTATIONS[useCodeLanguage()];
  const listed = LISTED.get(lang);
  if (listed !== undefined) return <CodeListing code={text} language={listed} />;
  const written = lang === "json" ? notation(text) : text;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long lines are scrolled to, with keys too
    <pre tabIndex={0}>
      <code>{written}</code>
    </pre>
  );
}

function list({ ordered, start, items }: Tokens.List) {
  const children = pieces(items);
  return ordered ? <ol start={Number(start)}>{children}</ol> : <ul>{children}</ul>;
}

function table({ header, rows }: Tokens.Table) {
  return (
    <div class="wide">
      <table>
        <thead>
          <tr>
            {header.map(({ tokens, align }) => (
              <th class={align ?? ""}>{pieces(tokens)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map(({ tokens, align }) => (
                <td class={align ?? ""}>{pieces(tokens)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function link({ href, tokens }: Tokens.Link) {
  const url = URL.canParse(href, document.baseURI) ? new URL(href, document.baseURI) : undefined;
  // Others, such as javascript:, are code.
  if (url === undefined || !/^https?:$/.test(url.protocol)) return <>{pieces(tokens)}</>;
  return (
    <a href={url.href} target="_blank" rel="noreferrer">
      {pieces(tokens)}
    </a>
  );
}
