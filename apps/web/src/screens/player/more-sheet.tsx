import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Side } from '@psoas/kernel';
import type { LineKind, PlayerAction, Step } from '@psoas/core/session';
import type { Exercise } from '@psoas/knowledge/types';
import text from '@psoas/knowledge/text/player';
import { Dialog } from '../../widgets/dialog.tsx';
import type { Sheet } from './player-screen.tsx';
import { lineText } from './player-text.ts';
import { startFocus } from './start-focus.ts';

type SheetProps = {
  readonly onSend: (action: PlayerAction) => void;
  readonly onSheet: (sheet: Sheet) => void;
};

/** Everything that is not needed often. */
export function MoreSheet({ step, onSend, onSheet }: SheetProps & { readonly step: Step }): JSX.Element {
  const act = (action: PlayerAction): void => {
    onSheet('none');
    onSend(action);
  };
  return (
    <Dialog title={text.more.title} onClose={() => onSheet('none')}>
      <ul class="rows">
        <SheetRow label={text.more.howTo} onPress={() => onSheet('how-to')} />
        {step.kind !== 'ask' && <SheetRow label={text.more.add15} onPress={() => act({ kind: 'add15' })} />}
        <SheetRow label={text.more.repeat} onPress={() => act({ kind: 'repeat' })} />
        <SheetRow label={text.more.skip} onPress={() => act({ kind: 'skip' })} />
        <SheetRow label={text.more.end} onPress={() => onSheet('end')} />
      </ul>
      <button type="button" class="button button-quiet" onClick={() => onSheet('none')}>
        {text.more.close}
      </button>
    </Dialog>
  );
}

function SheetRow({ label, onPress }: { readonly label: string; readonly onPress: () => void }): JSX.Element {
  return (
    <li>
      <button type="button" class="row" onClick={onPress}>
        <span class="row-text row-title">{label}</span>
      </button>
    </li>
  );
}

const lineKinds: readonly LineKind[] = ['safety', 'preparation', 'step', 'cue', 'breathing'];

type HowToSheetProps = SheetProps & {
  readonly exercise: Exercise;
  readonly side: Side | 'both';
  /** Goes on after the pause. */
  readonly onResume: () => void;
};

/** All instruction lines of the exercise; time stands still while they are read. */
export function HowToSheet({ exercise, side, onSend, onSheet, onResume }: HowToSheetProps): JSX.Element {
  useEffect(() => onSend({ kind: 'pause' }), [onSend]);
  const close = (): void => {
    onSheet('none');
    onResume();
  };
  return (
    <Dialog title={exercise.name} onClose={close}>
      {lineKinds.map((kind) => {
        const lines = exercise.instructions.flatMap((line, index) =>
          line.kind === kind ? [lineText(exercise, index, side)] : [],
        );
        return lines.length === 0 ? null : (
          <section key={kind} class="stack-tight">
            <h3 {...(kind === 'safety' ? startFocus : {})}>{text.howTo[kind]}</h3>
            <ul class={kind === 'safety' ? 'stack-tight strong' : 'bullets'}>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        );
      })}
      <button type="button" class="button" onClick={close}>
        {text.howTo.close}
      </button>
    </Dialog>
  );
}

/** Asks before the session is ended. */
export function EndSheet({ onSend, onSheet }: SheetProps): JSX.Element {
  return (
    <Dialog title={text.end.title} onClose={() => onSheet('none')}>
      <p {...startFocus}>{text.end.lead}</p>
      <button
        type="button"
        class="button"
        onClick={() => {
          onSheet('none');
          onSend({ kind: 'end' });
        }}
      >
        {text.end.button}
      </button>
      <button type="button" class="button button-quiet" onClick={() => onSheet('none')}>
        {text.end.stay}
      </button>
    </Dialog>
  );
}
