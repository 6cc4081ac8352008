import { useEffect, useState } from "preact/hooks";
import type { SignedIn } from "../session/session.js";
import { useWords } from "../words/speech.js";

/** Says so when a session is over in the middle of one's work, which stays as it is until one goes. */
export function EndedNotice({ signedIn }: { readonly signedIn: SignedIn }) {
  const { signIn } = useWords();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => signedIn.onEnd(() => setIsOver(true)), [signedIn]);
  if (!isOver) return null;
  return (
    <div class="ended-notice" role="alert">
      <p>{signIn.ended}</p>
      <button type="button" onClick={() => void signedIn.signInAgain()}>
        {signIn.signIn}
      </button>
    </div>
  );
}
