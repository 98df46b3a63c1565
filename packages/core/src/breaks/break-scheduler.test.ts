import { describe, expect, it } from 'vitest';
import type { BreakSettings } from './break-settings.ts';
import { viewBreaks } from './break-view.ts';
import { createDesk, minute } from './testing/desk.ts';

const quietAtNoon: Partial<BreakSettings> = { quiet: [{ fromMinute: 720, toMinute: 780 }] };

describe('sitting', () => {
  it('[BR-01] reminds after 30 minutes, and not before', () => {
    const desk = createDesk();
    expect(desk.pass(29.9)).toEqual([]);
    expect(desk.pass(0.2)).toEqual(['remind']);
  });

  it('[BR-01] reminds at the interval that was set', () => {
    const desk = createDesk({ everyMinutes: 50 });
    expect(desk.pass(49)).toEqual([]);
    expect(desk.pass(2)).toEqual(['remind']);
    expect(desk.send({ kind: 'settings', settings: { ...desk.state().settings, everyMinutes: 15 } })).toEqual(
      [],
    );
    desk.send({ kind: 'done' });
    expect(desk.pass(15)).toEqual(['remind']);
  });

  it('[BR-01] a shorter interval that is already over reminds at once', () => {
    const desk = createDesk({ everyMinutes: 60 });
    desk.pass(40);
    expect(desk.send({ kind: 'settings', settings: { ...desk.state().settings, everyMinutes: 30 } })).toEqual(
      ['remind'],
    );
  });

  it('[BR-02] a hidden page wakes to one reminder, not to four', () => {
    const desk = createDesk();
    expect(desk.pass(125, 125)).toEqual(['remind']);
    expect(desk.pass(1)).toEqual([]);
  });

  it('[BR-02] a reminder that nobody answers comes again after a whole interval', () => {
    const desk = createDesk();
    desk.pass(30);
    expect(desk.pass(29)).toEqual([]);
    expect(desk.pass(1)).toEqual(['remind']);
  });

  it('[BR-02] an answer that comes with the late tick takes the reminder back before it is given', () => {
    const desk = createDesk();
    desk.drift(31);
    expect(desk.send({ kind: 'done' })).toEqual(['withdraw']);
    expect(viewBreaks(desk.state())).toEqual({ status: 'counting', leftMillis: 30 * minute });
  });
});

describe('quiet hours and days off', () => {
  it('[BR-03] nothing comes at lunch, and what was due goes; afterwards the count begins anew', () => {
    const desk = createDesk(quietAtNoon, '11:25');
    expect(desk.pass(34)).toEqual(['remind']);
    expect(desk.pass(1)).toEqual(['withdraw']);
    expect(viewBreaks(desk.state())).toEqual({ status: 'quiet', quietBecause: 'quiet-hours' });
    expect(desk.pass(60)).toEqual([]);
    expect(desk.pass(29)).toEqual([]);
    expect(desk.pass(1)).toEqual(['remind']);
  });

  it('[BR-03] a page that was hidden through lunch counts only what lies after it', () => {
    const desk = createDesk(quietAtNoon, '11:50');
    expect(desk.pass(90, 90)).toEqual([]);
    expect(viewBreaks(desk.state())).toEqual({ status: 'counting', leftMillis: 10 * minute });
  });

  it('[BR-03] quiet hours over midnight', () => {
    const desk = createDesk({ quiet: [{ fromMinute: 18 * 60, toMinute: 8 * 60 }] }, '17:50');
    expect(desk.pass(14 * 60 + 9)).toEqual([]);
    expect(viewBreaks(desk.state()).status).toBe('quiet');
    expect(desk.pass(31)).toEqual(['remind']);
  });

  it('[BR-03] nothing on a day off: Friday into Saturday', () => {
    const desk = createDesk({}, '23:40', '2026-03-06');
    expect(desk.pass(60)).toEqual([]);
    expect(viewBreaks(desk.state())).toEqual({ status: 'quiet', quietBecause: 'day-off' });
    expect(desk.pass(600)).toEqual([]);
  });
});

describe('meetings and snoozes', () => {
  it('[BR-04] is silent until the meeting is over, then reminds once', () => {
    const desk = createDesk();
    desk.pass(10);
    desk.send({ kind: 'meeting' });
    expect(desk.pass(170)).toEqual([]);
    expect(viewBreaks(desk.state())).toEqual({ status: 'meeting' });
    expect(desk.send({ kind: 'resume' })).toEqual(['meeting-over', 'remind']);
  });

  it('[BR-04] a meeting with an end ends by itself; sitting in it counts', () => {
    const desk = createDesk();
    desk.pass(10);
    desk.send({ kind: 'meeting', minutes: 15 });
    expect(desk.pass(15)).toEqual(['meeting-over']);
    expect(viewBreaks(desk.state())).toEqual({ status: 'counting', leftMillis: 5 * minute });
  });

  it('[BR-04] a meeting takes a standing reminder back', () => {
    const desk = createDesk();
    desk.pass(30);
    expect(desk.send({ kind: 'meeting', minutes: 5 })).toEqual(['withdraw']);
    expect(desk.pass(5)).toEqual(['meeting-over', 'remind']);
  });

  it.each([5, 10, 15] as const)('[BR-05] put off by %d minutes', (minutes) => {
    const desk = createDesk();
    desk.pass(30);
    expect(desk.send({ kind: 'snooze', minutes })).toEqual(['withdraw']);
    expect(desk.pass(minutes - 0.1)).toEqual([]);
    expect(desk.pass(0.1)).toEqual(['remind']);
  });

  it('[BR-05] there is nothing to put off before a reminder', () => {
    const desk = createDesk();
    desk.send({ kind: 'snooze', minutes: 15 });
    expect(desk.pass(30)).toEqual(['remind']);
  });
});

describe('clocks', () => {
  it('[BR-06] a clock that is set back changes nothing', () => {
    const desk = createDesk();
    desk.pass(20);
    desk.drift(-120, 5);
    expect(desk.send({ kind: 'tick' })).toEqual([]);
    expect(desk.pass(5)).toEqual(['remind']);
  });

  it('[BR-06] a lid that was closed for ten minutes was a break', () => {
    const desk = createDesk();
    desk.pass(28);
    desk.drift(10, 0.1);
    expect(desk.send({ kind: 'tick' })).toEqual(['rested']);
    expect(desk.pass(29)).toEqual([]);
    expect(desk.pass(1)).toEqual(['remind']);
  });

  it('[BR-06] a short sleep is sitting', () => {
    const desk = createDesk();
    desk.pass(28);
    desk.drift(3, 0);
    expect(desk.send({ kind: 'tick' })).toEqual(['remind']);
  });

  it('[BR-06] a night is no sitting, even where the steady clock ran through it', () => {
    const desk = createDesk({}, '17:00');
    desk.pass(20);
    desk.drift(16 * 60);
    expect(desk.send({ kind: 'tick' })).toEqual(['rested']);
    expect(viewBreaks(desk.state())).toEqual({ status: 'counting', leftMillis: 30 * minute });
  });

  it('[BR-06] the hour that the clocks jump moves quiet hours, not the count', () => {
    // The night of 2026-03-29 in Europe: 01:59 is followed by 03:00.
    const desk = createDesk(
      { quiet: [{ fromMinute: 185, toMinute: 240 }], workingDays: [7] },
      '01:40',
      '2026-03-29',
    );
    desk.pass(19);
    desk.moveDayBy(60);
    expect(desk.pass(4)).toEqual([]);
    expect(desk.state().sittingMillis).toBe(23 * minute);
    desk.pass(3);
    expect(viewBreaks(desk.state()).status).toBe('quiet');
  });

  it('[BR-06] a page that was loaded anew goes on by the clock on the wall', () => {
    const desk = createDesk();
    desk.pass(20);
    expect(desk.reload(8)).toEqual([]);
    expect(viewBreaks(desk.state())).toEqual({ status: 'counting', leftMillis: 2 * minute });
    expect(desk.reload(20)).toEqual(['remind']);
    expect(desk.reload(-40)).toEqual([]);
    expect(desk.reload(600)).toEqual(['withdraw', 'rested']);
  });
});

describe('nobody there', () => {
  it('[BR-07] five minutes away count as a break, and take a reminder back', () => {
    const desk = createDesk();
    desk.pass(29);
    desk.send({ kind: 'idle', forMillis: minute });
    expect(desk.pass(1)).toEqual(['remind']);
    expect(desk.pass(3)).toEqual(['withdraw', 'rested']);
    expect(desk.pass(60)).toEqual([]);
    desk.send({ kind: 'active' });
    expect(desk.pass(29)).toEqual([]);
    expect(desk.pass(1)).toEqual(['remind']);
  });

  it('[BR-07] a short time away is still sitting', () => {
    const desk = createDesk();
    desk.pass(20);
    desk.send({ kind: 'idle', forMillis: minute });
    desk.pass(2);
    desk.send({ kind: 'active' });
    expect(desk.pass(8)).toEqual(['remind']);
  });

  it('[BR-07] a platform that tells late counts the same', () => {
    const desk = createDesk();
    desk.pass(30);
    expect(desk.send({ kind: 'idle', forMillis: 6 * minute })).toEqual(['withdraw', 'rested']);
  });

  it('[BR-10] a break that is never ended is over after a quarter of an hour', () => {
    const desk = createDesk();
    desk.pass(30);
    expect(desk.send({ kind: 'take' })).toEqual(['withdraw']);
    expect(desk.pass(15 + 30)).toEqual(['remind']);
  });
});
