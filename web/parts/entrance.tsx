import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { SignInFault } from "../session/cognito/sign-in-fault.js";
import { useWords } from "../words/speech.js";

export interface EntranceProps {
  /** Why there is no page yet. */
  readonly why: "leaving" | "notLoaded" | "signedOut" | SignInFault;
  readonly onGoOn: () => unknown;
}

/** What there is before anybody has signed in. */
export function Entrance({ why, onGoOn }: EntranceProps) {
  const { signIn } = useWords();
  const [isBusy, setIsBusy] = useState(false);
  const goOnOnce = async () => {
    // Two who go on would be two pages in one.
    if (isBusy) return;
    setIsBusy(true);
    try {
      await onGoOn();
    } finally {
      setIsBusy(false);
    }
  };
  const goOn = (text: string) => (
    <button type="button" class="main" aria-disabled={isBusy} onClick={() => void goOnOnce()}>
      {text}
    </button>
  );
  switch (why) {
    case "leaving":
      return <Notice title="">{signIn.leaving}</Notice>;
    case "signedOut":
      return (
        <Notice title={signIn.signedOut} action={goOn(signIn.signIn)}>
          {signIn.signedOutHint}
        </Notice>
      );
    case "notLoaded":
      return (
        <Notice title={signIn.notLoaded} action={goOn(signIn.tryAgain)}>
          {signIn.notLoadedHint}
        </Notice>
      );
    default:
      return (
        <Notice title={signIn.refused} action={goOn(signIn.signIn)} code={why}>
          {signIn.faults[why]}
        </Notice>
      );
  }
}

interface NoticeProps {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly action?: ComponentChildren;
  readonly code?: string;
}

function Notice({ title, children, action, code }: NoticeProps) {
  return (
    <main class="notice">
      <div role="status">
        {title !== "" && <h1>{title}</h1>}
        <p>{children}</p>
        {code !== undefined && <p class="fault-code">{code}</p>}
      </div>
      {action}
    </main>
  );
}
