import type { User } from "../session/session.js";
import type { Commands } from "../state/commands.js";
import type { State } from "../state/state.js";
import { useWords } from "../words/speech.js";

interface UserChoiceProps {
  readonly users: readonly User[];
  readonly state: State;
  readonly commands: Commands;
}

/** Whom one is, where anybody may be anybody. */
export function UserChoice({ users, state, commands }: UserChoiceProps) {
  const { header } = useWords();
  return (
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
  );
}
