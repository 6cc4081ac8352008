import { useWords } from "../words/speech.js";

interface MissingNoticeProps {
  readonly sentence: string;
  readonly onTryAgain: () => unknown;
}

/** Says what could not be loaded, without which one can go on. */
export function MissingNotice({ sentence, onTryAgain }: MissingNoticeProps) {
  const { faults } = useWords();
  return (
    <div class="draft-notice" role="alert">
      <p>{sentence}</p>
      <button type="button" class="link" onClick={() => onTryAgain()}>
        {faults.tryAgain}
      </button>
    </div>
  );
}
