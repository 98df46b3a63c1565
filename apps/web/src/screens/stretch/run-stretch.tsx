import type { JSX } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { byId, fillTemplate } from '@psoas/kernel';
import { breakOfSets } from '@psoas/core/breaks';
import { redsInLastWeek, type BreakOccasion, type BreakTaken } from '@psoas/core/diary';
import type { PlanItem } from '@psoas/core/programme';
import { createTimeline } from '@psoas/core/session';
import { exercises } from '@psoas/knowledge/exercises';
import { catalogue } from '@psoas/knowledge/rules';
import text from '@psoas/knowledge/text/breaks';
import { useLocation } from '../../app/router.tsx';
import { useServices } from '../../app/services.ts';
import { useSettings } from '../../app/use-settings.ts';
import type { Standing } from '../../app/use-standing.ts';
import type { BreakReminder } from '../../breaks/break-reminder.ts';
import { ScreenHead } from '../../widgets/screen-head.tsx';
import { PlayerScreen, type SessionResult } from '../player/player-screen.tsx';

type RunStretchProps = { readonly item: PlanItem; readonly occasion: BreakOccasion; readonly standing: Standing; readonly reminder: BreakReminder | undefined };

/** What was written down at the end. */
type Finished = { readonly taken: BreakTaken | undefined; readonly result: SessionResult };

/** [BR-10] The player with one stretch, and the diary behind it. */
export function RunStretch({ item, occasion, standing: { diary, state, day }, reminder }: RunStretchProps): JSX.Element {
  const { clock, ids } = useServices();
  const [settings] = useSettings();
  const [run] = useState(() => ids.nextId());
  const [reds] = useState(() => redsInLastWeek(state.runs, day, state.breaks));
  const [finished, setFinished] = useState<Finished>();
  const written = useRef<Promise<Finished> | undefined>(undefined);
  const timeline = useMemo(
    () => createTimeline([item], byId(catalogue.exercises), { firstSide: settings.firstSide, order: settings.order }),
    [item],
  );
  const finish = async (result: SessionResult): Promise<Finished> => {
    const taken = breakOfSets(occasion, result.sets, result.ending);
    if (taken !== undefined) await diary.append('break-taken', taken);
    if (result.raises.length > 0) await diary.append('safety-answered', { newSigns: result.raises, painNow: state.latestShortSafety?.painNow ?? 0 });
    reminder?.send({ kind: taken === undefined ? 'skip' : 'done' });
    return { taken, result };
  };
  if (finished !== undefined) return <StretchDone {...finished} occasion={occasion} />;
  return (
    <PlayerScreen
      timeline={timeline}
      items={[item]}
      exercises={exercises}
      preferences={settings}
      run={run}
      clock={clock}
      redsInLastWeek={reds}
      // Half a minute a side: what is not finished begins anew.
      onLog={() => undefined}
      onSave={() => undefined}
      onFinished={(result) => {
        written.current = finish(result);
      }}
      onDone={() => void written.current?.then(setFinished)}
    />
  );
}

function StretchDone({ taken, result, occasion }: Finished & { readonly occasion: BreakOccasion }): JSX.Element {
  const { go } = useLocation();
  const isStopped = taken?.because !== undefined;
  const held = taken === undefined ? text.done.nothing : fillTemplate(text.done.held, { left: Math.round(taken.left), right: Math.round(taken.right) });
  return (
    <div class="screen narrow">
      <ScreenHead title={isStopped ? text.done.titleStopped : text.done.title} lead={held} />
      {isStopped && <p class="note">{result.raises.length > 0 ? text.done.check : text.done.stopped}</p>}
      <div class="action-bar">
        <button type="button" class="button" onClick={() => go(occasion === 'desk' && result.raises.length === 0 ? '/breaks' : '/today', 'replace')}>
          {text.done.button}
        </button>
      </div>
    </div>
  );
}
