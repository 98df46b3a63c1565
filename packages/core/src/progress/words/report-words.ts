import { fillTemplate, sides, type PerSide } from '@psoas/kernel';
import type { PainSite } from '../../answers/index.ts';
import { measuredTests, nextDayComparisons, type StepChange } from '../../diary/index.ts';
import type { PlanItem } from '../../programme/index.ts';
import type { TriageLevel } from '../../safety/index.ts';
import type { Change } from '../change.ts';
import type { Report, ReportMeasured } from '../report.ts';
import { headlineWords } from './change-words.ts';
import type { ProgressWords } from './progress-words.ts';
import { amountWords, dayWords, minuteWords, tenthWords, valueWords } from './value-words.ts';

/** The sections of the page, in their usual order. */
export const reportSections = ['summary', 'findings', 'safety', 'programme', 'done', 'pain', 'measured', 'sides', 'changes', 'limits'] as const;
export type ReportSectionKey = (typeof reportSections)[number];

/** The words of the page, as the locale file `report.yaml` has them. */
export type ReportWords = {
  readonly title: string;
  readonly made: string;
  readonly what: string;
  readonly disclaimer: string;
  readonly noDay: string;
  readonly sides: { readonly left: string; readonly right: string; readonly both: string };
  readonly sections: { readonly [key in ReportSectionKey]: string };
  readonly findings: { readonly head: string; readonly first: string; readonly now: string; readonly only: string; readonly count: string; readonly none: string };
  readonly safety: { readonly pain: string; readonly painNowhere: string; readonly none: string; readonly lifted: string; readonly level: string; readonly levels: { readonly [level in TriageLevel]: string } };
  readonly programme: { readonly week: string; readonly line: string; readonly belowDose: string; readonly none: string };
  readonly done: { readonly days: string; readonly daysUnknown: string; readonly sessions: string; readonly stretch: string; readonly strength: string };
  readonly pain: { readonly none: string; readonly change: { readonly [kind in Change['kind']]: string }; readonly highest: string; readonly nextDays: string };
  readonly measured: {
    readonly none: string;
    readonly head: string;
    readonly first: string;
    readonly now: string;
    readonly verdict: string;
    readonly how: string;
    readonly notUsed: string;
    readonly verdicts: { readonly [kind in Change['kind']]: string };
    readonly rangeVerdicts: { readonly better: string; readonly worse: string };
  };
  readonly sidesNone: string;
  readonly sidesFindings: string;
  readonly sidesMeasured: string;
  readonly changes: { readonly none: string; readonly line: string; readonly count: string };
  readonly limits: readonly string[];
};

/** Everything that turns a report into words. */
export type ReportLanguage = {
  readonly report: ReportWords;
  readonly progress: ProgressWords & { readonly monthsShort: readonly string[]; readonly methods: { readonly [method in ReportMeasured['left'][number]['method']]: string } };
  readonly exerciseName: (id: string) => string;
  readonly doseText: (item: Pick<PlanItem, 'exercise' | 'sets' | 'reps' | 'holdSeconds' | 'side'>) => string;
  /** The short words of a flag or circumstance. */
  readonly reasonLabel: (id: string) => string;
  /** A place of the body map. */
  readonly painSite: (site: PainSite) => string;
  /** What a change of the plan was, and the rule's sentence. */
  readonly changeText: (change: StepChange) => { readonly what: string; readonly why: string };
};

/** A page in words: lines, and rows of a table with a head. */
export type ReportPage = {
  readonly title: string;
  readonly made: string;
  readonly what: string;
  readonly sections: readonly ReportSection[];
  readonly disclaimer: string;
};
/** A part of the page. */
export type ReportSection = {
  readonly key: ReportSectionKey;
  readonly title: string;
  readonly lines: readonly string[];
  readonly table?: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
};

/** [PR-12] The page in words, the same on paper, on the screen and in a terminal. */
export function reportWords(report: Report, language: ReportLanguage): ReportPage {
  const words = language.report;
  const content: { readonly [key in ReportSectionKey]: Omit<ReportSection, 'key' | 'title'> } = {
    summary: { lines: Object.values(headlineWords(report.headline, language.progress)) },
    findings: findings(report, language),
    safety: { lines: safetyLines(report, language) },
    programme: { lines: programmeLines(report, language) },
    done: { lines: doneLines(report, language) },
    pain: { lines: painLines(report, language) },
    measured: measured(report, language),
    sides: { lines: sideLines(report, language) },
    changes: { lines: changeLines(report, language) },
    limits: { lines: words.limits },
  };
  const { months } = language.progress;
  return {
    title: words.title,
    made: fillTemplate(words.made, { on: dayWords(report.on, months), from: dayWords(report.from, months) }),
    what: words.what,
    sections: sectionsInOrder(report).map((key) => ({ key, title: words.sections[key], ...content[key] })),
    disclaimer: words.disclaimer,
  };
}

// What keeps a person from training is what a reader has to see first.
function sectionsInOrder({ triage: { level } }: Report): readonly ReportSectionKey[] {
  const isStopped = level === 'A' || level === 'B' || level === 'C';
  return isStopped ? ['safety', ...reportSections.filter((key) => key !== 'safety')] : reportSections;
}

function findings({ checks, checkCount }: Report, { report: words, progress }: ReportLanguage): Omit<ReportSection, 'key' | 'title'> {
  if (checks.length === 0) return { lines: [words.findings.none] };
  const templates = checks.length === 1 ? [words.findings.only] : [words.findings.first, words.findings.now];
  const rows = checks.map(({ day, left, right }, index) => [
    fillTemplate(templates[index] ?? words.findings.only, { day: dayWords(day, progress.monthsShort) }),
    progress.results[left],
    progress.results[right],
  ]);
  return {
    lines: checkCount > checks.length ? [fillTemplate(words.findings.count, { count: checkCount })] : [],
    table: { head: [words.findings.head, words.sides.left, words.sides.right], rows },
  };
}

function safetyLines({ triage, painAtCheck }: Report, { report: words, reasonLabel, painSite }: ReportLanguage): readonly string[] {
  const where = painAtCheck?.where.map(painSite).join('; ') ?? '';
  const pain = painAtCheck === undefined ? [] : [fillTemplate(where === '' ? words.safety.painNowhere : words.safety.pain, { pain: painAtCheck.now, where })];
  if (triage.reasons.length === 0) return [words.safety.none, ...pain];
  return [
    fillTemplate(words.safety.level, { level: words.safety.levels[triage.level] }),
    ...triage.reasons.map(({ id, lifted }) => (lifted ? fillTemplate(words.safety.lifted, { reason: `${reasonLabel(id)}.` }) : reasonLabel(id))),
    ...pain,
  ];
}

function programmeLines({ programme }: Report, { report: words, exerciseName, doseText }: ReportLanguage): readonly string[] {
  if (programme === null) return [words.programme.none];
  const [left, right] = sides.map((side) => minuteWords(programme.weeklyStretchSeconds[side]));
  return [
    fillTemplate(words.programme.week, { days: programme.daysPerWeek, minutes: programme.minutesPerWeek, left: left ?? '', right: right ?? '' }),
    ...programme.exercises.map((item) => fillTemplate(words.programme.line, { exercise: exerciseName(item.exercise), dose: doseText(item), days: item.days })),
    ...(programme.belowDose ? [words.programme.belowDose] : []),
  ];
}

function doneLines({ adherence, done }: Report, { report: words, progress }: ReportLanguage): readonly string[] {
  const { left, right, sessions, breaks } = done;
  return [
    adherence === undefined
      ? words.done.daysUnknown
      : fillTemplate(words.done.days, { done: adherence.doneDays, planned: adherence.plannedDays, from: dayWords(adherence.from, progress.months) }),
    fillTemplate(words.done.sessions, { sessions, breaks }),
    fillTemplate(words.done.stretch, { left: minuteWords(left.stretchSeconds), right: minuteWords(right.stretchSeconds) }),
    fillTemplate(words.done.strength, { left: left.strengthSets, right: right.strengthSets }),
  ];
}

function painLines({ pain }: Report, { report: words, progress }: ReportLanguage): readonly string[] {
  const { points, change, nextDays } = pain;
  const highest = points.reduce((worst, point) => (worst === undefined || point.highest > worst.highest ? point : worst), points[0]);
  if (highest === undefined) return [words.pain.none];
  const isCompared = change.kind !== 'nothing' && change.kind !== 'too-early';
  return [
    fillTemplate(words.pain.change[change.kind], isCompared ? { from: tenthWords(change.from), to: tenthWords(change.to) } : {}),
    fillTemplate(words.pain.highest, { pain: highest.highest, day: dayWords(highest.day, progress.months) }),
    ...(nextDayComparisons.some((answer) => nextDays[answer] > 0) ? [fillTemplate(words.pain.nextDays, nextDays)] : []),
  ];
}

function measured({ measured: series }: Report, { report: words, progress }: ReportLanguage): Omit<ReportSection, 'key' | 'title'> {
  if (series.length === 0) return { lines: [words.measured.none] };
  const notUsed = series.reduce((total, each) => total + each.notUsed, 0);
  const rows = measuredTests.flatMap((test) => series.filter((each) => each.test === test).flatMap((each) => sides.flatMap((side) => measuredRow(each, side, { words, progress }) ?? [])));
  return {
    lines: notUsed > 0 ? [fillTemplate(words.measured.notUsed, { count: notUsed })] : [],
    table: { head: [words.measured.head, words.measured.first, words.measured.now, words.measured.verdict], rows },
  };
}

function measuredRow(each: ReportMeasured, side: keyof PerSide<unknown>, { words, progress }: { readonly words: ReportWords; readonly progress: ReportLanguage['progress'] }): readonly (readonly string[])[] | undefined {
  const { test } = each;
  const [first, last] = [each[side][0], each[side].at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const { kind } = each.change[side];
  const verdicts = test === 'thomas' ? { ...words.measured.verdicts, ...words.measured.rangeVerdicts } : words.measured.verdicts;
  const how = fillTemplate(words.measured.how, { method: progress.methods[last.method], error: amountWords(test, last.error, progress.values) });
  return [
    [
      `${progress.tests[test]}, ${words.sides[side].toLowerCase()}`,
      `${valueWords(test, first.value, progress.values)}, ${dayWords(first.day, progress.monthsShort)}`,
      each[side].length === 1 ? words.noDay : `${valueWords(test, last.value, progress.values)}, ${dayWords(last.day, progress.monthsShort)} (${how})`,
      kind === 'too-early' && each[side].length === 1 ? verdicts.nothing : verdicts[kind],
    ],
  ];
}

function sideLines({ leftAgainstRight: { findings: told, measured: differences } }: Report, { report: words, progress }: ReportLanguage): readonly string[] {
  const lines = [
    ...(told?.differ === true ? [fillTemplate(words.sidesFindings, { left: progress.results[told.left], right: progress.results[told.right] })] : []),
    ...differences
      .filter(({ isBeyondError }) => isBeyondError)
      .map(({ test, left, right, error }) =>
        fillTemplate(words.sidesMeasured, {
          test: progress.tests[test],
          left: valueWords(test, left, progress.values),
          right: valueWords(test, right, progress.values),
          error: amountWords(test, error, progress.values),
        }),
      ),
  ];
  return lines.length === 0 ? [words.sidesNone] : lines;
}

function changeLines({ planChanges, planChangeCount }: Report, { report: words, progress, exerciseName, changeText }: ReportLanguage): readonly string[] {
  if (planChangeCount === 0) return [words.changes.none];
  return [
    ...planChanges.map((change) =>
      fillTemplate(words.changes.line, { day: dayWords(change.day, progress.monthsShort), exercise: exerciseName(change.exercise), side: words.sides[change.side].toLowerCase(), ...changeText(change) }),
    ),
    ...(planChangeCount > planChanges.length ? [fillTemplate(words.changes.count, { shown: planChanges.length, count: planChangeCount })] : []),
  ];
}
