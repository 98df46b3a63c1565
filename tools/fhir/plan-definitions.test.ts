import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { assess } from '@psoas/core/assessment';
import { blockingExclusions } from '@psoas/core/safety';
import { exclusionsOfFindings } from '@psoas/core/selfcheck';
import { painZone } from '@psoas/core/session';
import { painPlan, questionnaireResponse, selfCheckPlan, selfCheckQuestionnaire } from '@psoas/exchange/fhir';
import { knowledge, words } from '@psoas/exchange/fhir-english';
import { parseLocalDate, sides } from '@psoas/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { arbitraryAnswers } from '../people/arbitrary-answers.ts';
import { applyPlan, type AppliedActions } from './apply-plan.ts';
import './published-definitions.ts';

const folder = resolve(import.meta.dirname, '../../packages/core/people');
const day = parseLocalDate('2026-11-21');
if (!day.ok) throw new Error('not a day');
const today = day.value;
const { catalogue } = knowledge;
const plan = selfCheckPlan(knowledge, words);
const questionnaire = selfCheckQuestionnaire(knowledge, words);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => basename(file, '.yaml'));

/** What the plan decides when a reader of FHIR applies it to the answers. */
function applied(answers: unknown): AppliedActions {
  const check = { id: 'check', atMillis: Date.UTC(2026, 10, 21), day: today, answers };
  return applyPlan(plan, questionnaireResponse(check, { questionnaire, subject: { reference: 'Patient/p' } }));
}

/** What the core decides, under the names of the plan's actions. */
function decided(answers: unknown): AppliedActions {
  const { triage, findings, programme } = assess(answers, { catalogue, today });
  const reasons = triage.reasons.flatMap(({ id, level }) => [id, `${id}-${level}`]);
  if (findings === null) return new Set(['screening', ...reasons]);
  const ofSides = sides.flatMap((side) => [`findings-${side}`, `finding-${side}-${findings[side].result}`]);
  if (programme === null) return new Set(['screening', ...reasons, 'findings', ...ofSides]);
  const exclusions = [...triage.exclusions, ...exclusionsOfFindings(findings)];
  const circumstances = new Set(['P-05', 'P-08']);
  // A locked exercise is not in the list of what is left out: its circumstances are looked at as if it were open.
  const open = assess(answers, { catalogue, today, openedExercises: new Set(catalogue.exercises.map(({ id }) => id)) }).programme;
  const exercises = catalogue.exercises.filter(({ planned }) => planned).flatMap((exercise) => {
    const left = open?.leftOut.find((entry) => entry.exercise === exercise.id)?.by ?? [];
    if (left.some((by) => circumstances.has(by))) return [];
    const free = sides.filter((side) => blockingExclusions(exercise, side, exclusions).length === 0);
    const allowed = exercise.side.model === 'bilateral' && free.length < 2 ? [] : free;
    return [`exercise-${exercise.id}`, ...allowed.map((side) => `exercise-${exercise.id}-${side}`)];
  });
  return new Set(['screening', ...reasons, 'findings', ...ofSides, 'programme', ...exercises]);
}

const withoutNeeds = (actions: AppliedActions): readonly string[] => [...actions].filter((id) => !id.startsWith('need-')).toSorted();

describe('our rules as FHIR', () => {
  // A dated word of a clinician is held against the day on which the plan is applied.
  beforeAll(() => void vi.useFakeTimers({ now: Date.UTC(2026, 10, 21, 12), toFake: ['Date'] }));
  afterAll(() => void vi.useRealTimers());

  it.each(names)('[FH-05] %s: the plan decides as the core does', (name) => {
    const answers: unknown = parse(readFileSync(join(folder, `${name}.yaml`), 'utf8'));
    expect(withoutNeeds(applied(answers))).toEqual([...decided(answers)].toSorted());
  });

  it('[FH-05] anybody: the plan decides as the core does', () => {
    fc.assert(
      fc.property(arbitraryAnswers(), (answers) => {
        expect(withoutNeeds(applied(answers))).toEqual([...decided(answers)].toSorted());
      }),
      { numRuns: 60 },
    );
  });
});

describe('pain in an exercise as FHIR', () => {
  it('[FH-05] leads to the zone that the core names, for every number', () => {
    for (const value of [0, 1, 2, 3, 3.5, 4, 5, 5.5, 6, 10])
      expect([...applyPlan(painPlan(words), { resourceType: 'Observation', valueQuantity: { value } })]).toEqual([painZone(value)]);
  });
});
