import type { CheckDraft } from './draft.ts';

/** What every screen of the check gets. */
export type StepProps = {
  readonly draft: CheckDraft;
  readonly onChange: (draft: CheckDraft) => void;
  readonly onNext: () => void;
};
