import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePlayerState } from './parse-player-state.ts';
import type { PlayerAction } from './player-event.ts';
import { tonesAhead } from './player-view.ts';
import { stepPlayer } from './player.ts';
import { createWalker, lunge, march, testSession } from './test-session.ts';

type Move = { readonly wait: number; readonly action: PlayerAction };

const actionOf = (kinds: readonly PlayerAction['kind'][]): fc.Arbitrary<PlayerAction> =>
  fc.constantFrom(...kinds).chain((kind): fc.Arbitrary<PlayerAction> => {
    if (kind === 'answer') return fc.integer({ min: 0, max: 10 }).map((pain) => ({ kind, pain }));
    if (kind === 'report-sign') return fc.constant({ kind, sign: 'groin-pinch' as const });
    return fc.constant({ kind });
  });

const moves = (kinds: readonly PlayerAction['kind'][], maxLength = 60): fc.Arbitrary<readonly Move[]> =>
  fc.array(fc.record({ wait: fc.integer({ min: 0, max: 90_000 }), action: actionOf(kinds) }), { maxLength });

const all: readonly PlayerAction['kind'][] = [
  'tick',
  'tick',
  'tick',
  'pause',
  'resume',
  'resume',
  'skip',
  'back',
  'add15',
  'repeat',
  'set-done',
  'touch',
  'answer',
  'report-sign',
];
const session = () => testSession([lunge, march]);

function walked(list: readonly Move[], reload: boolean) {
  const walker = createWalker(session());
  walker.send({ kind: 'start' });
  for (const { wait, action } of list) {
    walker.drift(wait);
    walker.send(action);
    if (reload) walker.reload(0);
  }
  return walker;
}

describe('whatever a person does', () => {
  it('[T-08] the logged seconds are never more than the unpaused time', () => {
    fc.assert(
      fc.property(moves(all), (list) => {
        const walker = walked(list, false);
        walker.send({ kind: 'end' });
        const logged = walker.logs().reduce((total, { seconds }) => total + seconds, 0);
        const unpaused = walker.state().activeMillis;
        const passed = list.reduce((total, { wait }) => total + wait, 0);
        expect(logged * 1000).toBeLessThanOrEqual(unpaused);
        expect(unpaused).toBeLessThanOrEqual(passed);
      }),
    );
  });

  it('[T-07] both sides get the same seconds when nothing is skipped', () => {
    fc.assert(
      fc.property(
        moves(['tick', 'pause', 'resume', 'add15', 'back', 'repeat', 'touch']),
        fc.constantFrom('alternate', 'one-side-first'),
        (list, order) => {
          const walker = createWalker(testSession([lunge], { options: { firstSide: 'right', order } }));
          walker.send({ kind: 'start' });
          for (const { wait, action } of list) {
            walker.drift(wait % 20_000);
            walker.send(action);
          }
          // From here on nobody touches anything; a touched question is answered.
          walker.send({ kind: 'resume' });
          for (let minute = 0; minute < 90 && walker.state().status !== 'finished'; minute += 1) {
            walker.drift(60_000);
            walker.send({ kind: 'tick' });
            if (walker.state().runs[walker.state().position]?.step.kind === 'ask')
              walker.send({ kind: 'answer' });
          }
          const total = (side: string): number =>
            walker.logs().reduce((sum, set) => sum + (set.side === side ? set.seconds : 0), 0);
          expect(walker.state().status).toBe('finished');
          expect(total('left')).toBeCloseTo(total('right'), 6);
          expect(total('left')).toBeGreaterThanOrEqual(90);
        },
      ),
    );
  });

  it('[T-05] written down and read again at any point, it goes on the same', () => {
    fc.assert(
      fc.property(moves(all, 30), (list) => {
        const straight = walked(list, false);
        const reloaded = walked(list, true);
        const comparable = (walker: typeof straight) => ({ ...walker.state(), last: null });
        expect(comparable(reloaded)).toEqual(comparable(straight));
        expect(reloaded.logs()).toEqual(straight.logs());
        expect(parsePlayerState(JSON.parse(JSON.stringify(straight.state())))).toEqual({
          ok: true,
          value: straight.state(),
        });
      }),
      { numRuns: 400 },
    );
  });

  it('[T-02] time is the same in one long tick or many short ones, up to the next question', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 9 }), (waits) => {
        const many = walked(
          waits.map((wait) => ({ wait, action: { kind: 'tick' } })),
          false,
        );
        const one = walked(
          [{ wait: waits.reduce((total, wait) => total + wait, 0), action: { kind: 'tick' } }],
          false,
        );
        expect(one.place()).toBe(many.place());
      }),
    );
  });

  it('[T-03] no jump of the wall clock loses or adds training', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: -1001 }),
        fc.integer({ min: 0, max: 40_000 }),
        (jump, wait) => {
          const jumped = walked([], false);
          jumped.drift(wait + jump, wait);
          jumped.send({ kind: 'tick' });
          const steady = walked([{ wait, action: { kind: 'tick' } }], false);
          expect(jumped.place()).toBe(steady.place());
        },
      ),
    );
  });

  it('[T-13] the tones told ahead are those that ticks give', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200_000 }), (wait) => {
        const walker = walked([{ wait, action: { kind: 'tick' } }], false);
        const ahead = tonesAhead(walker.state()).map(({ tone }) => tone);
        const given: string[] = [];
        for (let tick = 0; tick < 3000 && given.length < ahead.length; tick += 1) {
          walker.drift(100);
          for (const effect of walker.send({ kind: 'tick' }))
            if (effect.kind === 'tone') given.push(effect.tone);
        }
        expect(given.slice(0, ahead.length)).toEqual(ahead);
      }),
      { numRuns: 30 },
    );
  });

  it('a finished session changes no more', () => {
    const walker = walked([], false);
    walker.send({ kind: 'end' });
    const before = walker.state();
    expect(stepPlayer(before, { kind: 'tick', at: { wallMillis: 9e12, monotonicMillis: 9e9 } })).toEqual({
      state: before,
      effects: [],
    });
  });
});
