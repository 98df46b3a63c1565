import type { EventDataByKind, EventKind } from './event.ts';
import type { EventDefinition } from './event-definition.ts';
import { activityDone } from './events/activity-done.ts';
import { breakTaken } from './events/break-taken.ts';
import { checkCompleted } from './events/check-completed.ts';
import { clientAdded } from './events/client-added.ts';
import { clientChanged } from './events/client-changed.ts';
import { clientRemoved } from './events/client-removed.ts';
import { clinicianAgreed } from './events/clinician-agreed.ts';
import { correction } from './events/correction.ts';
import { measurement } from './events/measurement.ts';
import { nextDayAnswer } from './events/next-day-answer.ts';
import { note } from './events/note.ts';
import { preferenceChanged } from './events/preference-changed.ts';
import { programmeStarted } from './events/programme-started.ts';
import { proposalAnswered } from './events/proposal-answered.ts';
import { proposalImported } from './events/proposal-imported.ts';
import { proposalTakenBack } from './events/proposal-taken-back.ts';
import { retestPutOff } from './events/retest-put-off.ts';
import { safetyAnswered } from './events/safety-answered.ts';
import { sessionFinished } from './events/session-finished.ts';
import { sessionStarted } from './events/session-started.ts';
import { setLogged } from './events/set-logged.ts';
import { shareEnded } from './events/share-ended.ts';
import { shareMade } from './events/share-made.ts';
import { testRepeated } from './events/test-repeated.ts';

/** How each kind of event is read. */
export const eventDefinitions: { readonly [Kind in EventKind]: EventDefinition<EventDataByKind[Kind]> } = {
  'check-completed': checkCompleted,
  'clinician-agreed': clinicianAgreed,
  'programme-started': programmeStarted,
  'safety-answered': safetyAnswered,
  'session-started': sessionStarted,
  'set-logged': setLogged,
  'session-finished': sessionFinished,
  'next-day-answer': nextDayAnswer,
  'preference-changed': preferenceChanged,
  'break-taken': breakTaken,
  'activity-done': activityDone,
  'retest-put-off': retestPutOff,
  'test-repeated': testRepeated,
  'share-made': shareMade,
  'share-ended': shareEnded,
  'proposal-imported': proposalImported,
  'proposal-answered': proposalAnswered,
  'proposal-taken-back': proposalTakenBack,
  'client-added': clientAdded,
  'client-changed': clientChanged,
  'client-removed': clientRemoved,
  measurement,
  note,
  correction,
};

/** Every kind that this version knows. */
export const eventKinds: readonly EventKind[] = [
  'check-completed',
  'clinician-agreed',
  'programme-started',
  'safety-answered',
  'session-started',
  'set-logged',
  'session-finished',
  'next-day-answer',
  'preference-changed',
  'break-taken',
  'activity-done',
  'retest-put-off',
  'test-repeated',
  'share-made',
  'share-ended',
  'proposal-imported',
  'proposal-answered',
  'proposal-taken-back',
  'client-added',
  'client-changed',
  'client-removed',
  'measurement',
  'note',
  'correction',
];
