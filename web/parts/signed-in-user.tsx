import type { SignedIn, User } from "../session/session.js";
import { useWords } from "../words/speech.js";

interface SignedInUserProps {
  readonly user: User;
  readonly signedIn: SignedIn;
}

/** Who has signed in, and the way out. */
export function SignedInUser({ user, signedIn }: SignedInUserProps) {
  const { signIn } = useWords();
  return (
    <>
      <span class="user">{user.nickname}</span>
      <button type="button" class="quiet" onClick={() => void signedIn.signOut()}>
        {signIn.signOut}
      </button>
    </>
  );
}
