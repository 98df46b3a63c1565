import { useEffect } from 'preact/hooks';
import type { SessionRunner } from './session-runner.ts';

/** Space pauses and goes on, the arrows go back and skip; not in a question, nor while a dialog is read. */
export function usePlayerKeys(runner: SessionRunner, onAsk: boolean): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      runner.openSound();
      if (
        event.defaultPrevented ||
        event.altKey ||
        event.ctrlKey ||
        event.metaKey ||
        isElsewhere(event.target)
      )
        return;
      const { status } = runner.state();
      if (onAsk) return;
      if (event.key === ' ' && !isButton(event.target)) {
        if (status === 'running') runner.pause();
        else runner.send({ kind: status === 'waiting' ? 'start' : 'resume' });
      }
      else if (event.key === 'ArrowLeft') runner.send({ kind: 'back' });
      else if (event.key === 'ArrowRight') runner.send({ kind: 'skip' });
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [runner, onAsk]);
}

function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('dialog, input, select, textarea') !== null;
}

function isButton(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, summary') !== null;
}
