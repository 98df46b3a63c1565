import { assessFromDiary, foldDiary, readEvent, setForms, sorenessKinds, nextDayComparisons, todayOf } from '@psoas/core/diary';
import type { Programme } from '@psoas/core/programme';
import { compareUrgency, flagIds } from '@psoas/core/safety';
import { stopSigns } from '@psoas/core/session';
import { exercises } from '@psoas/knowledge/exercises';
import { catalogue } from '@psoas/knowledge/rules';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { answersOf, createAssistantWorld, type AssistantWorld } from './testing/assistant-world.ts';
import { toolNames, type ToolName } from './tool.ts';

/** A call with arguments of any kind, or the person's night. `aim` chooses what fits the day, so that much is taken. */
type Step = { readonly tool: ToolName | 'next-day'; readonly args: Readonly<Record<string, unknown>>; readonly aim: number };

const states = ['A', 'B', 'C', 'D', 'clean', 'lifted', 'ill', 'pain', 'begun', 'day-after', 'no check', 'damaged'] as const;
type State = (typeof states)[number];
let answersByState: { readonly [state in State]?: unknown } = {};
beforeAll(async () => {
  const clean = await answersOf('desk-worker');
  answersByState = {
    A: await answersOf('numb-saddle'),
    B: await answersOf('desk-worker', { yes: ['RF16'] }),
    C: await answersOf('hip-replacement-before'),
    D: await answersOf('hypermobile-dancer'),
    lifted: await answersOf('hip-replacement-after'),
    damaged: { ...clean, safety: { yes: 'none' } },
    clean,
    ill: clean,
    pain: clean,
    begun: clean,
    'day-after': clean,
  };
});

function worldIn(state: State): AssistantWorld {
  const world = createAssistantWorld();
  if (state === 'no check') return world;
  world.check(answersByState[state]);
  if (state === 'ill') world.append('safety-answered', { newSigns: ['RF42'], painNow: 0 });
  if (state === 'pain') world.append('safety-answered', { newSigns: [], painNow: 7 });
  if (state !== 'begun' && state !== 'day-after') return world;
  const { sessions } = coreOf(world).now;
  const [session] = sessions;
  if (session === undefined) throw new Error('no session');
  world.append('session-started', { run: 'own', session: session.id, items: session.items, options: { firstSide: 'left', order: 'alternate' } });
  if (state === 'begun') return world;
  world.append('session-finished', { run: 'own', outcome: 'completed' });
  world.nextDay();
  return world;
}

/** The diary by core alone: what the tools must not differ from. */
function coreOf({ diary, today }: AssistantWorld) {
  const state = foldDiary(diary.entries);
  const assessment = assessFromDiary(state, { catalogue, today: today() });
  const now = todayOf(state, assessment, today());
  const mayPlan = now.kind !== 'stopped' && now.kind !== 'no-check';
  return { state, assessment, now, programme: mayPlan ? (assessment?.programme ?? null) : null };
}

const severity = { sessions: 0, rest: 0, 'not-today': 1, stopped: 2, 'no-check': 2 };

/** What may be written, and nothing else ever. */
const writable = ['safety-answered', 'session-started', 'set-logged', 'session-finished', 'next-day-answer'];

async function take(world: AssistantWorld, step: Step): Promise<void> {
  if (step.tool === 'next-day') return world.nextDay();
  const before = structuredClone(world.diary.entries);
  const planned = coreOf(world);
  const called = await world.call(step.tool, step.tool === 'log_set' ? aimed(world, step) : step.args);
  const after = coreOf(world);
  const added = world.diary.entries.slice(before.length);
  expect(world.diary.entries.slice(0, before.length)).toEqual(before);
  if (step.tool !== 'log_set' && step.tool !== 'log_pain') expect(added).toEqual([]);
  expect(severity[after.now.kind]).toBeGreaterThanOrEqual(severity[planned.now.kind]);
  if (planned.now.kind === 'stopped') expect(after.now.because).toEqual(expect.arrayContaining([...planned.now.because]));
  if (planned.assessment !== undefined && after.assessment !== undefined) {
    expect(compareUrgency(after.assessment.triage.level, planned.assessment.triage.level)).toBeLessThanOrEqual(0);
    // A sign that is told anew can take a clinician's word back; no reason ever goes.
    const reasonsBefore = planned.assessment.triage.reasons.map(({ id }) => id);
    expect(after.assessment.triage.reasons.map(({ id }) => id)).toEqual(expect.arrayContaining(reasonsBefore));
  }
  for (const entry of added) {
    const read = readEvent(entry);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const { kind, data } = read.value;
    expect(writable).toContain(kind);
    if (kind === 'session-started') expect(planned.now.sessions.map(({ items }) => items)).toContainEqual(data.items);
    if (kind === 'set-logged') {
      expect(severity[planned.now.kind]).toBe(0);
      expect([...planned.now.sessions, planned.now.unfinishedRun].flatMap((one) => one?.items ?? []).map(({ exercise }) => exercise)).toContain(data.exercise);
      expect(planned.programme?.leftOut.map(({ exercise }) => exercise)).not.toContain(data.exercise);
    }
  }
  const given = called.ok ? JSON.parse(JSON.stringify(called.value.data)) : undefined;
  if (called.ok && step.tool === 'get_plan') expect(itemsOf(given.programme)).toEqual(itemsOf(after.programme));
  if (called.ok && step.tool === 'get_today') expect(itemsOf(given)).toEqual(itemsOf(after.now));
}

function itemsOf(plan: Pick<Programme, 'sessions'> | null): unknown {
  return plan?.sessions.map(({ items }) => items.map(({ exercise, side, sets, reps, holdSeconds }) => ({ exercise, side, sets, reps, holdSeconds })));
}

/** Most calls name something of today, with a number of its kind. */
function aimed(world: AssistantWorld, { args, aim }: Step): Step['args'] {
  const { now } = coreOf(world);
  const items = [...now.sessions, now.unfinishedRun].flatMap((one) => one?.items ?? []);
  const item = items[aim % Math.max(1, items.length)];
  if (item === undefined || aim % 7 === 6) return args;
  const { reps: _, holdSeconds: __, session: ___, set: ____, felt: _____, ...others } = args;
  const amount = item.reps === undefined ? { holdSeconds: item.holdSeconds } : { reps: item.reps };
  const side = (['left', 'right', 'both'] as const)[aim % 3];
  return { ...others, ...amount, exercise: item.exercise, side };
}

const anything = fc.oneof(fc.constant(undefined), fc.jsonValue({ maxDepth: 1 }));
const key = fc.constantFrom('key-aaaaaa', 'key-bbbbbb', 'key-cccccc', 'key-dddddd', 'key-eeeeee', 'key-ffffff', 'key-gggggg');
const pain = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 3 }) }, fc.integer({ min: -1, max: 11 }));
const signs = fc.oneof({ weight: 8, arbitrary: fc.constant([]) }, fc.subarray([...flagIds], { maxLength: 3 }));
const setArgs = fc.record(
  {
    idempotencyKey: key,
    exercise: fc.constantFrom(...exercises.map(({ id }) => id), 'constructor', ''),
    side: fc.constantFrom('left', 'right', 'both'),
    session: fc.constantFrom('day-1-home', 'day-2-home'),
    set: fc.integer({ min: 0, max: 4 }),
    reps: fc.integer({ min: 0, max: 40 }),
    holdSeconds: fc.integer({ min: 0, max: 200 }),
    repsInReserve: fc.integer({ min: 0, max: 4 }),
    pain,
    felt: fc.constantFrom('deep-front-hip', 'low-back', 'groin-pinch', 'tingling', 'x'),
    sign: fc.constantFrom(...stopSigns),
    form: fc.constantFrom(...setForms),
    endsSession: fc.boolean(),
    beforeSession: fc.record({ painNow: pain, newSigns: signs, signsRead: fc.constant(true) }),
  },
  { requiredKeys: ['idempotencyKey', 'exercise', 'side', 'beforeSession'] },
);
const painArgs = fc.record(
  {
    idempotencyKey: key,
    about: fc.constantFrom('now', 'day-after'),
    painNow: pain,
    newSigns: signs,
    comparedWithBefore: fc.constantFrom(...nextDayComparisons),
    soreness: fc.constantFrom(...sorenessKinds),
  },
  { requiredKeys: ['idempotencyKey', 'about', 'painNow'] },
);
const explainArgs = fc.record({ id: fc.oneof(fc.constantFrom('dead-bug', 'P-03', 'RF13', 'C090', 'S28', 'anatomy', 'finding-left', '__proto__', 'constructor'), fc.string()) });
const exportArgs = fc.record({ format: fc.constantFrom('fhir', 'json'), confirm: fc.boolean() });
const junk = fc.dictionary(fc.constantFrom('clinicianAgreed', 'flags', 'lift', 'correct', 'delete', 'import', 'painNow', 'exercise', 'idempotencyKey', '__proto__'), anything);

function stepsOf(tool: ToolName): fc.Arbitrary<Step> {
  const fitting = { log_set: setArgs, log_pain: painArgs, explain: explainArgs, export_bundle: exportArgs, search_knowledge: fc.record({ query: fc.string() }), get_today: fc.constant({}), get_plan: fc.constant({}) };
  const args = fc.oneof({ weight: 12, arbitrary: fitting[tool] }, junk);
  return fc.record({ tool: fc.constant(tool), args, aim: fc.nat({ max: 1000 }) });
}
const anyStep = fc.oneof(
  { weight: 8, arbitrary: stepsOf('log_set') },
  { weight: 2, arbitrary: stepsOf('log_pain') },
  { weight: 1, arbitrary: fc.constant<Step>({ tool: 'next-day', args: {}, aim: 0 }) },
  ...toolNames.filter((name) => !name.startsWith('log_')).map((name) => ({ weight: 1, arbitrary: stepsOf(name) })),
);

/** Each call folds the diary anew several times, and tools make whole bundles. */
const manyCallsMillis = 240_000;

describe('no way around the rules', () => {
  it.each(states.flatMap((state) => toolNames.map((tool) => [state, tool] as const)))('[MC-02] from %s, %s alone lowers nothing', async (state, tool) => {
    await fc.assert(
      fc.asyncProperty(fc.array(stepsOf(tool), { minLength: 1, maxLength: 4 }), async (steps) => {
        const world = worldIn(state);
        for (const step of steps) await take(world, step);
      }),
      { numRuns: 4 },
    );
  }, manyCallsMillis);

  it.each(states)('[MC-02] from %s, no sequence of calls makes a plan that core would not give', async (state) => {
    let sets = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 4, maxLength: 16 }), async (steps) => {
        const world = worldIn(state);
        for (const step of steps) await take(world, step);
        sets += world.kinds().filter((kind) => kind === 'set-logged').length;
      }),
      { numRuns: 40 },
    );
    // Where nothing stops, sets were taken, so that the property says something; where something stops, none.
    if (['A', 'B', 'C', 'pain', 'no check', 'damaged'].includes(state)) expect(sets).toBe(0);
    if (['D', 'clean', 'lifted', 'begun'].includes(state)) expect(sets).toBeGreaterThan(3);
  }, manyCallsMillis);

  it('the states are what they are called', () => {
    const levels = (['A', 'B', 'C', 'D'] as const).map((state) => coreOf(worldIn(state)).assessment?.triage.level);
    expect(levels).toEqual(['A', 'B', 'C', 'D']);
    expect(states.map((state) => coreOf(worldIn(state)).now.kind)).toEqual([
      'stopped', 'stopped', 'stopped', 'sessions', 'sessions', 'sessions', 'not-today', 'stopped', 'sessions', 'sessions', 'no-check', 'stopped',
    ]);
  });
});
