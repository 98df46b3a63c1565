import type { Page } from 'playwright-core';
import { measuringScreens } from './measuring-screens.ts';
import { calmWeeks } from './past-sessions.ts';
import { passSafety, press, tellAboutYou } from './person.ts';
import { finishedRun, openWithDiary, recheckedDiary, sampleAnswers, sampleEvent, startedDiary } from './sample-diary.ts';
import { tenWeeks } from './ten-weeks.ts';
import { passSeconds, setTestClock, testDayMillis } from './test-clock.ts';

/** One screen of the app, and the way to it from a fresh start. */
export interface Screen {
  /** Names the picture: kebab-case. */
  readonly name: string;
  /** Brings a page to the screen. The page's base address is the app's; nothing is stored yet. */
  readonly reach: (page: Page) => Promise<void>;
}

/** A screen that an address shows without any diary. */
function at(name: string, path: string): Screen {
  return {
    name,
    reach: async (page) => {
      await setTestClock(page);
      await page.goto(path);
      await page.waitForSelector('h1');
    },
  };
}

/** A screen that an address shows to somebody with a diary. */
function withDiary(name: string, path: string, events = startedDiary()): Screen {
  return {
    name,
    reach: async (page) => {
      await setTestClock(page);
      await openWithDiary(page, path, events);
    },
  };
}

/** A screen of the check, after some steps of it. */
function inCheck(name: string, walk: (page: Page) => Promise<void>): Screen {
  return {
    name,
    reach: async (page) => {
      await setTestClock(page);
      await page.goto('/check');
      await page.waitForSelector('h1');
      await walk(page);
    },
  };
}

/** A group of the settings, opened, after some steps in it. */
function inSettings(name: string, group: string, walk: (page: Page) => Promise<void>): Screen {
  return {
    name,
    reach: async (page) => {
      await setTestClock(page);
      await openWithDiary(page, '/settings', startedDiary());
      await page.getByRole('heading', { name: group, exact: true }).click();
      await walk(page);
    },
  };
}

const sharedWith = 'ab'.repeat(16);
const sharingDiary = [...startedDiary(4), sampleEvent('share-made', { share: sharedWith, label: 'Anna from the practice', parts: ['programme', 'sessions'], callMe: 'Kim', untilMillis: testDayMillis + 14 * 86_400_000 })];

/** A step on the way to a new share. */
function inNewShare(name: string, walk: (page: Page) => Promise<void>): Screen {
  return {
    name,
    reach: async (page) => {
      await setTestClock(page);
      await openWithDiary(page, '/share/new', startedDiary());
      await walk(page);
    },
  };
}

async function answerWho(page: Page): Promise<void> {
  await page.getByLabel('Their name, for your list').fill('Anna from the practice');
  await press(page, 'Next');
  await page.getByRole('heading', { name: 'What may they see?' }).waitFor();
}

async function answerWhat(page: Page): Promise<void> {
  await answerWho(page);
  await page.getByLabel('Sessions and pain').check({ force: true });
  await press(page, 'Next');
  await page.getByRole('heading', { name: 'For how long?' }).waitFor();
}

async function chooseCopy(page: Page, text: string): Promise<void> {
  await page.getByLabel('Bring in a copy').setInputFiles({ name: 'copy.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

const clinicianFirst = { ...sampleAnswers, safety: { ...sampleAnswers.safety, yes: ['RF22'] } };

async function sayYes(page: Page, row: RegExp): Promise<void> {
  await press(page, row);
  await page.getByRole('dialog').getByRole('button', { name: 'Yes', exact: true }).click();
}

/** Every screen, in the order in which a person meets them. `npm run look` takes their pictures. */
export const screens: readonly Screen[] = [
  at('welcome', '/'),
  inCheck('check-signs', async () => undefined),
  inCheck('check-question', async (page) => {
    await press(page, /Pain after a fall/);
    await page.getByRole('dialog').getByRole('button', { name: 'Yes', exact: true }).click();
    await page.getByText('Please answer these too').waitFor();
  }),
  inCheck('check-emergency', async (page) => {
    await sayYes(page, /Chest pain/);
    await page.getByRole('heading', { level: 1, name: 'Get help now' }).waitFor();
  }),
  inCheck('check-you', async (page) => {
    await passSafety(page);
  }),
  inCheck('check-week', async (page) => {
    await passSafety(page);
    await page.getByLabel('Age').fill('38');
    await page.getByLabel('I train most weeks').check({ force: true });
    await press(page, 'Next');
    await page.getByRole('heading', { level: 1, name: 'Your week' }).waitFor();
  }),
  inCheck('check-pain', async (page) => {
    await passSafety(page);
    await tellAboutYou(page);
    await press(page, 'Back');
    await page.getByRole('heading', { level: 1, name: 'Where it hurts' }).waitFor();
  }),
  inCheck('check-tests', async (page) => {
    await passSafety(page);
    await tellAboutYou(page);
  }),
  inCheck('check-half-kneeling', async (page) => {
    await passSafety(page);
    await tellAboutYou(page);
    await press(page, 'Begin');
    await page.getByRole('heading', { level: 1, name: 'Left side' }).waitFor();
  }),
  withDiary('result', '/result'),
  withDiary('programme', '/programme'),
  {
    name: 'programme-take-along',
    reach: async (page) => {
      await setTestClock(page);
      await openWithDiary(page, '/programme', startedDiary());
      await page.getByText('In your calendar').click();
      await page.getByText('On your watch').click();
      await page.getByRole('button', { name: 'Save for my calendar' }).evaluate((button) => button.scrollIntoView({ block: 'start' }));
    },
  },
  withDiary('today', '/today'),
  withDiary('today-after-run', '/today', [...startedDiary(3), sampleEvent('activity-done', { activity: 'run', seconds: 2520, metres: 8040 })]),
  withDiary('today-rest', '/today', startedDiary(6)),
  withDiary('today-changes', '/today', calmWeeks(1, 1)),
  {
    name: 'today-day-after',
    reach: async (page) => {
      await setTestClock(page);
      await openWithDiary(page, '/today', [...startedDiary(28), ...finishedRun(1)]);
      await page.getByLabel('Worse', { exact: true }).check({ force: true });
      await page.getByRole('radio', { name: '2', exact: true }).check({ force: true });
    },
  },
  {
    name: 'today-different',
    reach: async (page) => {
      await setTestClock(page);
      await openWithDiary(page, '/today', calmWeeks(12, 1));
      await page.getByText('Today is different').click();
      await press(page, /I travel/);
      await page.getByText('You travel.').waitFor();
    },
  },
  withDiary('today-new-check', '/today', recheckedDiary()),
  withDiary('unwell', '/unwell'),
  {
    name: 'past-session',
    reach: async (page) => {
      await setTestClock(page);
      await openWithDiary(page, '/done/run-1', calmWeeks(1, 1));
      await press(page, /^Change: Kneeling/);
      await page.getByRole('dialog').waitFor();
    },
  },
  withDiary('today-emergency', '/today', [...startedDiary(), sampleEvent('safety-answered', { newSigns: ['RF01'], painNow: 0 })]),
  withDiary('today-clinician', '/today', [sampleEvent('check-completed', { answers: clinicianFirst })]),
  at('today-no-check', '/today'),
  withDiary('before-session', '/session/day-1-home'),
  { name: 'player-waiting', reach: reachPlayer },
  { name: 'player-hold', reach: (page) => playFor(page, 23) },
  { name: 'player-switch', reach: (page) => playFor(page, 58) },
  {
    name: 'player-stop-signs',
    reach: async (page) => {
      await playFor(page, 23);
      await page.getByRole('button', { name: /feels wrong/ }).or(page.getByRole('button', { name: /^More/ })).first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'player-question', reach: (page) => playFor(page, 216) },
  {
    name: 'done',
    reach: async (page) => {
      await playFor(page, 23);
      for (let piece = 0; piece < 240 && (await page.getByRole('heading', { name: 'Session done' }).count()) === 0; piece += 1) await letPass(page, 4);
    },
  },
  {
    name: 'breaks',
    reach: async (page) => {
      // Monday: the day on which pictures play is a Saturday, when no reminders come.
      await setTestClock(page, testDayMillis + 2 * 86_400_000);
      await openWithDiary(page, '/breaks', startedDiary());
      await press(page, 'Turn reminders on');
      await page.getByRole('heading', { name: /Next break/ }).waitFor();
      await letPass(page, 1800);
      await page.getByRole('heading', { name: 'Time for a break' }).waitFor();
    },
  },
  withDiary('breaks-off', '/breaks'),
  withDiary('stretch-after-run', '/stretch/run'),
  withDiary('progress', '/progress', [...startedDiary(4), ...finishedRun(4), ...finishedRun(3), ...finishedRun(1)]),
  ...measuringScreens,
  withDiary('progress-ten-weeks', '/progress', tenWeeks()),
  withDiary('report', '/report', tenWeeks()),
  withDiary('handout', '/handout', tenWeeks()),
  withDiary('handout-report', '/handout?what=report', tenWeeks()),
  at('exercises', '/exercises'),
  at('exercise', '/exercises/kneeling-hip-flexor-lunge'),
  at('exercise-not-planned', '/exercises/supine-psoas-release'),
  at('learn', '/learn'),
  at('article', '/learn/tight-or-weak'),
  at('body', '/body'),
  {
    name: 'body-tried',
    reach: async (page) => {
      await page.goto('/body');
      for (const name of ['Arch', 'Tuck', 'Psoas major']) await press(page, name);
      await page.getByText(/Same thigh, another pelvis/).waitFor();
      for (const summary of await page.locator('[data-part-card] summary').all()) await summary.click();
      await page.getByRole('heading', { name: /Try it/ }).scrollIntoViewIfNeeded();
    },
  },
  at('faq', '/questions'),
  at('corrections', '/corrections'),
  at('sources', '/sources'),
  at('settings', '/settings'),
  inSettings('settings-unnamed-activity', 'Your data', async (page) => {
    await page.getByLabel('Bring in a copy').setInputFiles({ name: 'a.gpx', mimeType: 'application/gpx+xml', buffer: Buffer.from('<gpx><trk><type>grunting</type><trkseg><trkpt lat="1" lon="2"><time>2026-11-21T06:00:00Z</time></trkpt></trkseg></trk></gpx>') });
    await page.getByText('It was a run').waitFor();
    await page.getByText('It was a run').scrollIntoViewIfNeeded();
  }),
  inSettings('settings-session', 'In a session', async () => undefined),
  inSettings('settings-reminders', 'Reminders', async (page) => {
    await page.getByRole('switch', { name: /Remind me of my session/ }).check();
    await page.getByText('Other times on some days').click();
  }),
  inSettings('settings-app', 'The app', async () => undefined),
  inSettings('settings-data', 'Your data', async (page) => {
    await page.getByText('Tables for a spreadsheet').click();
    await chooseCopy(page, '{"format":"psoas-diary","version":1,\n"events":[{"id" 5}]}');
    await page.getByRole('alert').waitFor();
  }),
  inSettings('settings-import', 'Your data', async (page) => {
    const events = [...finishedRun(3), { id: 'later', kind: 'not-yet-invented', version: 1 }];
    await chooseCopy(page, JSON.stringify({ format: 'psoas-diary', version: 1, exportedOn: '2026-11-20', settings: {}, events }));
    await page.getByRole('dialog').waitFor();
  }),
  withDiary('shares-none', '/share'),
  withDiary('shares', '/share', sharingDiary),
  withDiary('share', `/share/${sharedWith}`, sharingDiary),
  inNewShare('share-who', async () => undefined),
  inNewShare('share-what', answerWho),
  inNewShare('share-how-long', answerWhat),
  inNewShare('share-passphrase', async (page) => {
    await answerWhat(page);
    await press(page, 'Next');
    await page.getByLabel('The link and a passphrase').check({ force: true });
  }),
  withDiary('other-device', '/settings/devices'),
  {
    name: 'other-device-no-relay',
    reach: async (page) => {
      await setTestClock(page);
      await openWithDiary(page, '/settings/devices', startedDiary());
      await press(page, 'Keep my diary on my other device');
      await page.getByText('There is no relay at this address.', { exact: false }).waitFor();
    },
  },
  withDiary('calendar', '/settings/calendar'),
  {
    name: 'calendar-consent',
    reach: async (page) => {
      await setTestClock(page);
      await openWithDiary(page, '/settings/calendar', startedDiary());
      await press(page, 'See what others could read');
      await page.getByRole('dialog').waitFor();
    },
  },
  at('link-device', '/settings/link'),
  {
    name: 'link-device-join',
    reach: async (page) => {
      await setTestClock(page);
      await openWithDiary(page, '/settings/link#psoas-device:1:AAAA', startedDiary());
    },
  },
  at('privacy', '/privacy'),
  at('shared-no-link', '/shared'),
  at('clients-none', '/clients'),
  at('missing', '/no/such/place'),
  {
    name: 'emergency-help',
    reach: async (page) => {
      await page.goto('/learn');
      await page.waitForSelector('h1');
      await press(page, 'Emergency help');
      await page.getByRole('dialog').waitFor();
    },
  },
];

async function reachPlayer(page: Page): Promise<void> {
  await setTestClock(page);
  await openWithDiary(page, '/session/day-1-home', startedDiary());
  await press(page, 'None of these');
  await page.getByRole('radio', { name: '0', exact: true }).check({ force: true });
  await press(page, 'Go to the session');
  await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
}

// A session that has run for some seconds, walked in pieces so that no step is jumped over.
async function playFor(page: Page, seconds: number): Promise<void> {
  await reachPlayer(page);
  await press(page, 'Start');
  for (let passed = 0; passed < seconds; passed += 4) await letPass(page, Math.min(4, seconds - passed));
}

async function letPass(page: Page, seconds: number): Promise<void> {
  await passSeconds(page, seconds);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined))));
}
