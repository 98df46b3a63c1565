import type { ExitCode, Io } from '../io.ts';
import { readDiary } from '../open-diary.ts';
import { createBreakDesk, type BreakRun } from './break-desk.ts';
import { createBreakKeys } from './break-keys.ts';
import { breakLiveLine } from './break-lines.ts';

const interrupt = '\u0003';

/** Reminds until the person ends it, or until the first reminder when it is asked for one only. */
export async function runBreaks(io: Io, run: BreakRun): Promise<ExitCode> {
  const first = await readDiary(run.diary, io);
  if (!first.ok) return 1;
  const hasKeys = io.screen.isInteractive && !run.isJson && !run.isOnce;
  const terminal = hasKeys ? io.openSessionTerminal() : io.openTickingTerminal();
  const desk = createBreakDesk(io, run, terminal);
  const takeKey = createBreakKeys(desk, { io, diary: run.diary, terminal });
  try {
    desk.begin(first.value);
    for (;;) {
      if (hasKeys) terminal.live(breakLiveLine(desk.state()));
      const input = await terminal.next();
      if (input.kind === 'tick') {
        if ((await desk.send({ kind: 'tick' })) && run.isOnce) return 0;
      } else if (hasKeys) {
        if (input.key === interrupt) return 130;
        if (input.key === 'q') return 0;
        await takeKey(input.key);
      }
    }
  } finally {
    terminal.close();
  }
}
