import { parseLocalDate } from '@psoas/kernel';
import { describe, expect, it } from 'vitest';
import { createBreakReminder, type ReminderParts } from './break-reminder.ts';

const minute = 60_000;

/** A page with a storage, a clock and a list of what the person was told. Monday, 09:00. */
function createPage(kept: Map<string, string> = new Map(), isOn = false) {
  const told: string[] = [];
  const listeners = new Set<() => void>();
  let millis = 0;
  let turn: (() => void) | undefined;
  const monday = parseLocalDate('2026-11-23');
  if (!monday.ok) throw new Error('not a day');
  const parts: ReminderParts = {
    now: () => ({
      wallMillis: 1_795_424_400_000 + millis,
      monotonicMillis: millis,
      day: monday.value,
      minuteOfDay: 540 + millis / minute,
    }),
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
    isOn,
    onSwitched: (on) => told.push(on ? 'on' : 'off'),
    signals: { remind: () => told.push('remind'), withdraw: () => told.push('withdraw') },
    tick: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    waitForTurn: (onTurn) => {
      turn = onTurn;
      return () => void told.push('let go');
    },
  };
  return {
    reminder: createBreakReminder(parts),
    told,
    kept,
    giveTurn: () => turn?.(),
    pass: (minutes: number) => {
      for (let second = 0; second < minutes * 60; second += 1) {
        millis += 1000;
        for (const listener of listeners) listener();
      }
    },
    isTicking: () => listeners.size > 0,
    startAt: (minutes: number) => (millis = minutes * minute),
  };
}

describe('the reminder of a page', () => {
  it('[BR-01] says nothing before it is turned on, then reminds after half an hour', () => {
    const page = createPage();
    page.pass(40);
    expect([page.reminder.state(), page.told]).toEqual([undefined, []]);
    page.reminder.turnOn();
    page.giveTurn();
    page.pass(30);
    expect(page.told).toEqual(['on', 'remind']);
  });

  it('[BR-06] goes on where it was when the page is loaded anew', () => {
    const first = createPage();
    first.reminder.turnOn();
    first.giveTurn();
    first.pass(20);
    const second = createPage(first.kept, true);
    second.startAt(22);
    second.giveTurn();
    expect(second.reminder.state()?.sittingMillis).toBeCloseTo(22 * minute, -4);
    second.pass(9);
    expect(second.told).toEqual(['remind']);
  });

  it('[BR-02] a second tab waits for its turn', () => {
    const page = createPage(new Map(), true);
    page.pass(60);
    expect([page.reminder.isElsewhere(), page.reminder.state(), page.told]).toEqual([true, undefined, []]);
    page.giveTurn();
    expect(page.reminder.isElsewhere()).toBe(false);
    expect(page.reminder.state()?.status).toBe('counting');
  });

  it('turned off it takes its reminder back, stops, and keeps only when breaks come', () => {
    const page = createPage();
    page.reminder.changeSettings({ everyMinutes: 15 });
    page.reminder.turnOn();
    page.giveTurn();
    page.pass(15);
    page.reminder.turnOff();
    expect(page.told).toEqual(['on', 'remind', 'withdraw', 'let go', 'off']);
    expect(page.isTicking()).toBe(false);
    expect([...page.kept.keys()]).toEqual(['psoas.break-settings']);
    expect(createPage(page.kept).reminder.settings().everyMinutes).toBe(15);
  });

  it('writes nothing after everything was erased', () => {
    const page = createPage();
    page.reminder.turnOn();
    page.giveTurn();
    page.kept.clear();
    page.pass(61);
    expect(page.kept.size).toBe(0);
  });

  it('a damaged place is left out', () => {
    const page = createPage(new Map([['psoas.break-state', '{oops']]), true);
    page.giveTurn();
    expect(page.reminder.state()?.sittingMillis).toBe(0);
  });
});
