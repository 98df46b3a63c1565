import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { PlayerAction, SignPlace, StopSign } from '@psoas/core/session';
import text from '@psoas/knowledge/text/player';
import { Dialog } from '../../widgets/dialog.tsx';
import { PainScale } from '../../widgets/form/pain-scale.tsx';
import type { Sheet } from './player-screen.tsx';
import { startFocus } from './start-focus.ts';

type WrongSheetProps = {
  readonly onSend: (action: PlayerAction) => void;
  readonly onSheet: (sheet: Sheet) => void;
  /** Goes on after the pause, but never past a stop. */
  readonly onResume: () => void;
};

type SignChoice = {
  readonly key: keyof typeof text.wrong.signs;
  readonly sign: StopSign;
  readonly place?: SignPlace;
};

// The most urgent first.
const choices: readonly SignChoice[] = [
  { key: 'chest', sign: 'chest-symptoms' },
  { key: 'dizziness', sign: 'dizziness' },
  { key: 'pop', sign: 'pop' },
  { key: 'nerveFrontThigh', sign: 'tingling', place: 'front-thigh' },
  { key: 'nerveElsewhere', sign: 'tingling', place: 'elsewhere' },
  { key: 'groinPinch', sign: 'groin-pinch' },
  { key: 'backPain', sign: 'back-pain-on-stretch' },
];

/** What feels wrong: one press on a sign, or a number. The session stands still meanwhile. */
export function WrongSheet({ onSend, onSheet, onResume }: WrongSheetProps): JSX.Element {
  const [pain, setPain] = useState<number>();
  const goOn = (): void => {
    onSheet('none');
    onResume();
  };
  const reportPain = (): void => {
    if (pain !== undefined) onSend({ kind: 'answer', pain });
    goOn();
  };
  const reportSign = ({ sign, place }: SignChoice): void => {
    onSheet('none');
    onSend({
      kind: 'report-sign',
      sign,
      ...(place === undefined ? {} : { place }),
      ...(pain === undefined ? {} : { pain }),
    });
  };
  return (
    <Dialog title={text.wrong.title} onClose={() => onSheet('none')}>
      <p {...startFocus}>{text.wrong.lead}</p>
      <ul class="rows" aria-label={text.wrong.signsLabel}>
        {choices.map((choice) => (
          <li key={choice.key}>
            <button type="button" class="row" onClick={() => reportSign(choice)}>
              <span class="row-text row-title">{text.wrong.signs[choice.key]}</span>
              <span class="chevron" aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <PainScale
        legend={text.wrong.pain}
        none={text.ask.painNone}
        worst={text.ask.painWorst}
        value={pain}
        onChange={setPain}
      />
      <button type="button" class="button" disabled={pain === undefined} onClick={reportPain}>
        {text.wrong.send}
      </button>
      <button type="button" class="button button-quiet" onClick={goOn}>
        {text.wrong.close}
      </button>
    </Dialog>
  );
}
