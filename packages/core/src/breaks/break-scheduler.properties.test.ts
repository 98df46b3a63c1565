import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snoozeMinutes } from './break-settings.ts';
import { parseBreakState } from './parse-break-state.ts';
import type { BreakAction } from './break-state.ts';
import { createDesk, minute } from './testing/desk.ts';

type Move = { readonly wait: number; readonly monotonic: number; readonly action: BreakAction };

const actions: fc.Arbitrary<BreakAction> = fc.oneof(
  fc.constantFrom<BreakAction>(
    { kind: 'tick' },
    { kind: 'tick' },
    { kind: 'take' },
    { kind: 'done' },
    { kind: 'skip' },
    { kind: 'meeting' },
    { kind: 'resume' },
    { kind: 'active' },
  ),
  fc.constantFrom(...snoozeMinutes).map((minutes) => ({ kind: 'snooze' as const, minutes })),
  fc.integer({ min: 1, max: 90 }).map((minutes) => ({ kind: 'meeting' as const, minutes })),
  fc.integer({ min: 0, max: 600_000 }).map((forMillis) => ({ kind: 'idle' as const, forMillis })),
);

// Clocks that run, sleep, jump ahead and are set back.
const moves = (maxLength = 60): fc.Arbitrary<readonly Move[]> =>
  fc.array(
    fc
      .record({
        wait: fc.integer({ min: -120, max: 300 }),
        isAsleep: fc.boolean(),
        action: actions,
      })
      .map(({ wait, isAsleep, action }) => ({ wait, monotonic: isAsleep ? 0 : Math.max(0, wait), action })),
    { maxLength },
  );

describe('whatever happens', () => {
  it('[BR-02] no event gives more than one reminder, and a reminder stands only while one is due', () => {
    fc.assert(
      fc.property(moves(), (list) => {
        const desk = createDesk({ quiet: [{ fromMinute: 720, toMinute: 780 }] });
        for (const { wait, monotonic, action } of list) {
          desk.drift(wait, monotonic);
          const wasDue = desk.state().status === 'due';
          const effects = desk.send(action);
          const reminders = effects.filter((kind) => kind === 'remind').length;
          expect(reminders).toBeLessThanOrEqual(1);
          const isDue = desk.state().status === 'due';
          if (reminders === 1) expect(isDue).toBe(true);
          if (isDue && !wasDue) expect(reminders).toBe(1);
          if (wasDue && !isDue) expect(effects).toContain('withdraw');
        }
      }),
    );
  });

  it('[BR-02] between two reminders lies a snooze or an interval, however often it is looked at', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 150 }),
        fc.integer({ min: 15, max: 120 }),
        (seconds, everyMinutes) => {
          const desk = createDesk({ everyMinutes });
          let since = 0;
          let total = 0;
          let reminders = 0;
          for (const wait of seconds) {
            desk.drift(wait / 60);
            since += wait;
            total += wait;
            if (!desk.send({ kind: 'tick' }).includes('remind')) continue;
            // A late look may shorten the next wait by nothing: it begins with the reminder.
            expect(since).toBeGreaterThanOrEqual(everyMinutes * 60 - 1);
            since = 0;
            reminders += 1;
          }
          expect(reminders).toBeLessThanOrEqual(Math.floor(total / (everyMinutes * 60)));
          if (total >= everyMinutes * 60 + 1) expect(reminders).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('[BR-03] in quiet hours and on days off there is never a reminder', () => {
    fc.assert(
      fc.property(moves(), fc.integer({ min: 0, max: 1439 }), (list, fromMinute) => {
        const toMinute = (fromMinute + 90) % 1440;
        const desk = createDesk({ quiet: [{ fromMinute, toMinute }], workingDays: [1, 3] });
        for (const { wait, monotonic, action } of list) {
          desk.drift(wait, monotonic);
          const effects = desk.send(action);
          const { minuteOfDay } = desk.state().last;
          const inQuiet = (minuteOfDay - fromMinute + 1440) % 1440 < 90;
          if (inQuiet) expect(effects).not.toContain('remind');
        }
      }),
    );
  });

  it('[BR-06] sitting is never more than the time that passed, and never below nothing', () => {
    fc.assert(
      fc.property(moves(), (list) => {
        const desk = createDesk();
        let passed = 0;
        for (const { wait, monotonic, action } of list) {
          desk.drift(wait, monotonic);
          desk.send(action);
          passed += Math.max(0, wait, monotonic) * minute;
          const { sittingMillis, waitMillis } = desk.state();
          expect(sittingMillis).toBeGreaterThanOrEqual(0);
          expect(sittingMillis).toBeLessThanOrEqual(passed + 1);
          expect(waitMillis ?? 0).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('[BR-06] a saved reminder is read back as it was', () => {
    fc.assert(
      fc.property(moves(), (list) => {
        const desk = createDesk({ quiet: [{ fromMinute: 720, toMinute: 780 }] });
        for (const { wait, monotonic, action } of list) {
          desk.drift(wait, monotonic);
          desk.send(action);
        }
        const saved: unknown = JSON.parse(JSON.stringify(desk.state()));
        // Settings are stored in the form that a person can read.
        const readable = parseBreakState({ ...Object(saved), settings: { everyMinutes: 30 } });
        expect(readable).toMatchObject({
          status: desk.state().status,
          sittingMillis: desk.state().sittingMillis,
          last: desk.state().last,
        });
      }),
    );
  });
});
