import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAnswers } from '@psoas/core/answers';
import { createEvent, foldDiary, type DiaryState } from '@psoas/core/diary';
import { handoutSheet, planHandout, type Handout, type HandoutProblem, type PaperLook, type Sheet } from '@psoas/exchange/paper';
import { handoutLanguage } from '@psoas/exchange/paper-english';
import { parseLocalDate, type LocalDate, type Result } from '@psoas/kernel';
import { exercises } from '@psoas/knowledge/exercises';
import { movements } from '@psoas/knowledge/movements';
import { catalogue } from '@psoas/knowledge/rules';
import { parse } from 'yaml';

const day = parseLocalDate('2026-03-02');
if (!day.ok) throw new Error('not a day');
/** The day of the first check of everybody here. */
export const firstDay: LocalDate = day.value;

/** The diary of one of the people beside the core's tests, on the day of the check. */
export function personState(name: string): DiaryState {
  const { complete } = parseAnswers(parse(readFileSync(resolve(import.meta.dirname, `../../packages/core/people/${name}.yaml`), 'utf8')));
  if (complete === undefined) throw new Error(`no answers: ${name}`);
  return foldDiary([createEvent('check-completed', { answers: complete }, { id: 'check', atMillis: 1_772_409_600_000, day: firstDay })]);
}

/** The programme of a diary for paper. */
export function handoutOf(state: DiaryState, today = firstDay): Result<Handout, HandoutProblem> {
  return planHandout({ state, catalogue, today, exercises, movements });
}

/** A handout as a page. */
export function sheetOf(handout: Handout, look: PaperLook, name = ''): Sheet {
  return handoutSheet(handout, handoutLanguage('112'), { ...look, name });
}
