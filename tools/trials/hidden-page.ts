import { isRecord } from '@psoas/kernel';

/** A sentence or a tone, and when it began, counted from when the page was seen again. */
export type Cue = { readonly kind: string; readonly what: string; readonly sinceShownMillis: number };

/** What the page says of its session at one moment. */
export type Reading = {
  readonly activeMillis: number;
  readonly savedMonotonicMillis: number;
  readonly nowMillis: number;
  readonly askedMillis: { readonly from: number; readonly to: number };
  readonly shown: string;
  readonly due: string;
  readonly drawnAfterMillis: number;
  readonly cues: readonly Cue[];
};

/** Reads what the page handed over. */
export function parseReading(found: unknown, askedMillis: Reading['askedMillis']): Reading {
  const at = isRecord(found) ? found : {};
  const number = (key: string): number => Number(at[key]);
  const cues = Array.isArray(at['cues']) ? at['cues'].filter(isRecord) : [];
  return {
    activeMillis: number('activeMillis'),
    savedMonotonicMillis: number('savedMonotonicMillis'),
    nowMillis: number('nowMillis'),
    askedMillis,
    shown: String(at['shown']),
    due: String(at['due']),
    drawnAfterMillis: number('drawnAfterMillis'),
    cues: cues.map(({ kind, what, sinceShownMillis }) => ({ kind: String(kind), what: String(what), sinceShownMillis: Number(sinceShownMillis) })),
  };
}

type Saved = {
  readonly position: number;
  readonly activeMillis: number;
  readonly elapsedMillis: number;
  readonly last: { readonly monotonicMillis: number };
  readonly runs: readonly { readonly allottedMillis: number }[];
};

/** What the parts share inside the page, as `psoasTrial`. */
type Trial = {
  ticks: number;
  shownAtMillis: number;
  drawnAtMillis: number;
  readonly begun: { kind: string; what: string; atMillis: number }[];
  open?: () => Promise<IDBDatabase>;
  fill?: (item: unknown) => Promise<void>;
  saved?: () => Promise<Saved | undefined>;
  read?: () => Promise<unknown>;
};

/** Runs in the page before the app: gives it a voice, and notes what is said and sounded, and when the page is seen. */
export function pageScript(): string {
  const parts = [noteTime, noteSpeech, noteTones, openDiary, fillDiary, readSession];
  return `(() => {
    const trial = { ticks: 0, shownAtMillis: Infinity, drawnAtMillis: Infinity, begun: [] };
    window.psoasTrial = trial;
    for (const part of [${parts.map(String).join(', ')}]) part(trial);
  })()`;
}

// Each part is sent as its text, so it uses nothing but its argument and the page.
function noteTime(trial: Trial): void {
  const original = window.setInterval.bind(window);
  window.setInterval = ((work: () => void, every: number) =>
    original(() => {
      if (every === 200) trial.ticks += document.visibilityState === 'hidden' ? 1 : 0;
      work();
    }, every)) as typeof setInterval;
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return;
    trial.shownAtMillis = performance.now();
    requestAnimationFrame(() => (trial.drawnAtMillis = performance.now()));
  });
}

function noteSpeech(trial: Trial): void {
  const voice = { name: 'trial', lang: 'en-GB', localService: true, default: true, voiceURI: 'trial' };
  Object.defineProperty(window, 'speechSynthesis', {
    value: {
      getVoices: () => [voice],
      speak: (said: { readonly text: string }) => trial.begun.push({ kind: 'sentence', what: said.text, atMillis: performance.now() }),
      cancel: () => undefined,
    },
  });
  Object.assign(window, {
    SpeechSynthesisUtterance: class {
      readonly text: string;
      constructor(text: string) {
        this.text = text;
      }
    },
  });
}

function noteTones(trial: Trial): void {
  // A note that is stopped before it begins was only planned.
  const create = Reflect.get(AudioContext.prototype, 'createOscillator');
  AudioContext.prototype.createOscillator = function () {
    const node = create.call(this);
    const start = node.start.bind(node);
    const stop = node.stop.bind(node);
    const note = { kind: 'tone', what: '', atMillis: 0 };
    node.start = (at = 0) => {
      Object.assign(note, { what: `${node.frequency.value} Hz`, atMillis: performance.now() + Math.max(0, at - this.currentTime) * 1000 });
      trial.begun.push(note);
      start(at);
    };
    node.stop = (at) => {
      if (at === undefined && note.atMillis > performance.now()) trial.begun.splice(trial.begun.indexOf(note), 1);
      stop(at);
    };
    return node;
  };
}

function openDiary(trial: Trial): void {
  trial.open = () =>
    new Promise((resolve, reject) => {
      const opening = indexedDB.open('psoas');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(new Error('no diary'));
    });
}

function fillDiary(trial: Trial): void {
  trial.fill = async (item) => {
    localStorage.setItem('psoas.settings', JSON.stringify({ started: true }));
    const now = new Date();
    const day = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
    const entry = (kind: string, data: unknown): unknown => ({ id: `trial-${kind}`, kind, version: 1, atMillis: Date.now(), day, data });
    const answers = {
      about: { ageYears: 38, sittingHoursPerDay: 8, sports: [], level: 'beginner', goals: ['flexibility'], daysPerWeek: 7, minutesPerDay: 15, equipment: ['mat'], canKneel: true, canUseFloor: true, needsBalanceSupport: false },
      safety: { yes: [], confirmedNoneOther: true, clinicianAgreed: false, details: {} },
      pain: { now: 0, where: [] },
      tests: { halfKneeling: { left: { felt: 'deep-front-hip', when: 'early' }, right: { felt: 'deep-front-hip', when: 'early' } }, kneeLift: { left: { result: 'clean' }, right: { result: 'clean' } } },
    };
    const open = await trial.open?.();
    if (open === undefined) throw new Error('no diary');
    const transaction = open.transaction('events', 'readwrite');
    const events = transaction.objectStore('events');
    events.add(entry('check-completed', { answers }));
    events.add(entry('programme-started', { check: 'trial-check-completed' }));
    events.add(entry('session-started', { run: 'trial', session: 'day-1-home', items: [item], options: { firstSide: 'left', order: 'alternate' } }));
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    open.close();
  };
}

function readSession(trial: Trial): void {
  trial.saved = async () => {
    const open = await trial.open?.();
    if (open === undefined) throw new Error('no diary');
    const asking: IDBRequest<unknown> = open.transaction('kept').objectStore('kept').get('session-under-way');
    await new Promise((resolve) => (asking.onsuccess = resolve));
    open.close();
    const kept = asking.result as { readonly state?: Saved } | undefined;
    return kept?.state;
  };
  trial.read = async () => {
    const state = await trial.saved?.();
    const nowMillis = performance.now();
    const shown = document.querySelector('[role=timer]')?.textContent ?? '';
    if (state === undefined) return {};
    // The step that is now, had time gone on from the last save.
    let left = (state.runs[state.position]?.allottedMillis ?? 0) - state.elapsedMillis - (nowMillis - state.last.monotonicMillis);
    for (let next = state.position + 1; left <= 0; next += 1) left += state.runs[next]?.allottedMillis ?? Infinity;
    return {
      activeMillis: state.activeMillis,
      savedMonotonicMillis: state.last.monotonicMillis,
      nowMillis,
      shown,
      due: `${Math.ceil(left / 1000)} s left`,
      drawnAfterMillis: trial.drawnAtMillis - trial.shownAtMillis,
      cues: trial.begun.filter(({ atMillis }) => atMillis <= nowMillis).map(({ kind, what, atMillis }) => ({ kind, what, sinceShownMillis: trial.shownAtMillis === Infinity ? -1 : atMillis - trial.shownAtMillis })),
    };
  };
}
