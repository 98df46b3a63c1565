import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { clockText, fillTemplate } from '@psoas/kernel';
import { breakOnFeet, snoozeMinutes, viewBreaks, type BreakOffer } from '@psoas/core/breaks';
import text from '@psoas/knowledge/text/breaks';
import { askForNotifications, notificationAnswer } from '../../adapters/notifications.ts';
import type { BreakReminder } from '../../breaks/break-reminder.ts';
import type { Diary } from '../../diary/diary.ts';
import { ReasonLine } from '../../widgets/reason-line.tsx';
import { exerciseName } from '../../widgets/exercise-name.ts';
import { MeetingButtons } from './meeting-buttons.tsx';

type BreakCardProps = { readonly reminder: BreakReminder; readonly offer: BreakOffer; readonly diary: Diary };

/** The reminder as it is now, and what can be done about it. */
export function BreakCard({ reminder, offer, diary }: BreakCardProps): JSX.Element {
  const state = reminder.state();
  const [, asked] = useState(0);
  if (state === undefined) return reminder.isElsewhere() ? <p class="note">{text.elsewhere}</p> : <OffCard reminder={reminder} onAsked={() => asked((count) => count + 1)} />;
  const { status } = viewBreaks(state);
  const moved = async (): Promise<void> => {
    await diary.append('break-taken', breakOnFeet('desk'));
    reminder.send({ kind: 'done' });
  };
  return (
    <section class="card stack" data-break-status={status}>
      <h2 class="break-status">{statusText(reminder)}</h2>
      {status === 'due' && <Due reminder={reminder} offer={offer} onMoved={() => void moved()} />}
      {status === 'meeting' && (
        <button type="button" class="button" onClick={() => reminder.send({ kind: 'resume' })}>
          {text.resume}
        </button>
      )}
      {status !== 'due' && status !== 'meeting' && (
        <>
          <OfferText offer={offer} />
          <div class="wrap">
            {offer.kind === 'stretch' && (
              <a class="text-button" href="/stretch/desk">
                {text.start}
              </a>
            )}
            <button type="button" class="text-button" onClick={() => void moved()}>
              {text.breakNow}
            </button>
          </div>
          <MeetingButtons onMeeting={(minutes) => reminder.send({ kind: 'meeting', ...(minutes !== undefined && { minutes }) })} />
        </>
      )}
      <p class="small soft">{text.notifications[notificationAnswer()]}</p>
      <p class="small soft">{text.honest}</p>
      <p>
        <button type="button" class="text-button" onClick={reminder.turnOff}>
          {text.turnOff}
        </button>
      </p>
    </section>
  );
}

function OffCard({ reminder, onAsked }: { readonly reminder: BreakReminder; readonly onAsked: () => void }): JSX.Element {
  // Asked here and nowhere else: now the person knows what for.
  const turnOn = (): void => {
    reminder.turnOn();
    void askForNotifications().then(onAsked);
  };
  return (
    <section class="card stack">
      <h2>{text.off.title}</h2>
      <p>{text.off.text}</p>
      <p class="small soft">{text.honest}</p>
      <button type="button" class="button" onClick={turnOn}>
        {text.off.button}
      </button>
    </section>
  );
}

type DueProps = { readonly reminder: BreakReminder; readonly offer: BreakOffer; readonly onMoved: () => void };

function Due({ reminder, offer, onMoved }: DueProps): JSX.Element {
  return (
    <div class="stack" role="status">
      <OfferText offer={offer} />
      {offer.kind === 'stretch' ? (
        <>
          <a class="button" href="/stretch/desk">
            {text.start}
          </a>
          <button type="button" class="text-button" onClick={onMoved}>
            {text.moved}
          </button>
        </>
      ) : (
        <button type="button" class="button" onClick={onMoved}>
          {text.moved}
        </button>
      )}
      <div class="wrap" role="group" aria-label={text.laterLabel}>
        {snoozeMinutes.map((minutes) => (
          <button key={minutes} type="button" class="text-button" onClick={() => reminder.send({ kind: 'snooze', minutes })}>
            {fillTemplate(text.later, { minutes })}
          </button>
        ))}
        <button type="button" class="text-button" onClick={() => reminder.send({ kind: 'skip' })}>
          {text.skip}
        </button>
      </div>
      <MeetingButtons onMeeting={(minutes) => reminder.send({ kind: 'meeting', ...(minutes !== undefined && { minutes }) })} />
    </div>
  );
}

function OfferText({ offer }: { readonly offer: BreakOffer }): JSX.Element {
  if (offer.kind === 'stretch') {
    return (
      <p>
        {text.holds}: <strong>{fillTemplate(text.stretch, { exercise: exerciseName(offer.item.exercise), seconds: offer.item.holdSeconds ?? 0 })}</strong>
      </p>
    );
  }
  return (
    <div class="stack-tight">
      <p>
        {text.holds}: <strong>{offer.kind === 'move' ? text.move : text.nothing}</strong>
      </p>
      {offer.because.map((id) => (
        <ReasonLine key={id} id={id} />
      ))}
    </div>
  );
}

function statusText(reminder: BreakReminder): string {
  const state = reminder.state();
  if (state === undefined) return '';
  const { status, quietBecause, leftMillis } = viewBreaks(state);
  const time = clockText(Math.ceil((leftMillis ?? 0) / 1000));
  if (status === 'quiet') return text.status[quietBecause ?? 'quiet-hours'];
  if (status === 'meeting' && leftMillis !== undefined) return fillTemplate(text.status.meetingUntil, { time });
  return fillTemplate(text.status[status], { time });
}
