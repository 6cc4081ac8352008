import type { User } from "../session/session.js";
import type { Commands } from "../state/commands.js";
import type { State } from "../state/state.js";
import { useWords } from "../words/speech.js";
import { ThemeIcon } from "./theme-icon.js";
import { useMedia } from "./use-media.js";

interface HeaderProps {
  readonly users: readonly User[];
  readonly state: State;
  readonly commands: Commands;
}

export function Header({ users, state, commands }: HeaderProps) {
  const { header } = useWords();
  const other = state.language === "en" ? "ko" : "en";
  return (
    <header class="header">
      <a class="brand" href="#/">
        <img src="/page/icon.svg" alt="" width="22" height="22" />
        Edge Grader
      </a>
      <a class="quiet" href="/docs">
        {header.api}
      </a>
      <label class="user">
        <span class="unseen">{header.user}</span>
        <select
          value={state.user.sub}
          onChange={({ currentTarget }) => {
            const user = users.find(({ sub }) => sub === currentTarget.value);
            if (user !== undefined) commands.chooseUser(user);
          }}
        >
          {users.map(({ sub, nickname }) => (
            <option key={sub} value={sub}>
              {nickname}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        class="quiet"
        lang={other}
        onClick={() => commands.chooseLanguage(other)}
      >
        {header.otherLanguage}
      </button>
      <ThemeToggle state={state} commands={commands} />
    </header>
  );
}

/** Goes to the other theme; back at what the browser prefers, it follows the browser again. */
function ThemeToggle({ state, commands }: Omit<HeaderProps, "users">) {
  const { header } = useWords();
  const preferred = useMedia("(prefers-color-scheme: dark)") ? "dark" : "light";
  const next = (state.theme ?? preferred) === "dark" ? "light" : "dark";
  const label = next === "dark" ? header.toDark : header.toLight;
  return (
    <button
      type="button"
      class="quiet icon-only"
      aria-label={label}
      title={label}
      onClick={() => commands.chooseTheme(next === preferred ? undefined : next)}
    >
      <ThemeIcon theme={next} />
    </button>
  );
}
