import { assessFromDiary, type DiaryState } from '@psoas/core/diary';
import { reportOf, reportWords } from '@psoas/core/progress';
import { handoutSheet, planHandout, reportSheet, type PaperLook, type Sheet } from '@psoas/exchange/paper';
import { handoutLanguage, reportChartWords } from '@psoas/exchange/paper-english';
import { err, ok, type LocalDate, type Result } from '@psoas/kernel';
import { exercises } from '@psoas/knowledge/exercises';
import { movements } from '@psoas/knowledge/movements';
import { catalogue } from '@psoas/knowledge/rules';
import { firstWeekday, reportLanguage } from '../report-language.ts';

/** A page for paper, and what stands on it as data. */
export type PaperPage = { readonly sheet: Sheet; readonly content: unknown };

/** A terminal does not know where the person is; 112 works in most places, and the page names the local number too. */
const emergencyNumber = '112';

/** The programme as a page. */
export function handoutPage(state: DiaryState, today: LocalDate, look: PaperLook): Result<PaperPage, 'no-check' | 'no-programme'> {
  const planned = planHandout({ state, catalogue, today, exercises, movements });
  if (!planned.ok) return err(planned.error.id);
  const { exercises: entries, rows, ...about } = planned.value;
  const content = {
    ...about,
    rows: rows.map(({ exercise, ...row }) => ({ ...row, exercise: exercise.id })),
    exercises: entries.map(({ exercise, number, sides, amounts, inBreaks }) => ({ number, exercise: exercise.id, name: exercise.name, sides, amounts, inBreaks })),
  };
  return ok({ sheet: handoutSheet(planned.value, handoutLanguage(emergencyNumber), { ...look, name: '' }), content });
}

/** The report as a page. */
export function reportPage(state: DiaryState, today: LocalDate): Result<PaperPage, 'no-check'> {
  const assessment = assessFromDiary(state, { catalogue, today });
  if (assessment === undefined) return err('no-check');
  const report = reportOf(state, { catalogue, today, assessment, firstWeekday });
  return ok({ sheet: reportSheet({ page: reportWords(report, reportLanguage), report, words: reportChartWords, name: '' }), content: report });
}
