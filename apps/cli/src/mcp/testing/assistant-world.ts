import { createEvent, type EventDataByKind, type EventKind } from '@psoas/core/diary';
import { addDays, isRecord, parseLocalDate, type LocalDate } from '@psoas/kernel';
import { parse } from 'yaml';
import { memoryDiary, readPerson } from '../../testing/fake-io.ts';
import type { Answer, Desk, Tool, ToolName } from '../tool.ts';
import { exportBundle } from '../tools/export-bundle.ts';
import { explain } from '../tools/explain.ts';
import { getPlan } from '../tools/get-plan.ts';
import { getToday } from '../tools/get-today.ts';
import { logPain } from '../tools/log-pain.ts';
import { logSet } from '../tools/log-set.ts';
import { searchKnowledge } from '../tools/search-knowledge.ts';

/** What a call came to: refused arguments too, as the server answers them. */
export type Called = Answer<unknown> | { readonly ok: false; readonly error: { readonly field: string; readonly lines: readonly string[] } };

/** Each tool as an assistant calls it: its arguments are read, and its data has the form that it promises. */
const callByName: { readonly [name in ToolName]: (args: unknown, desk: Desk) => Promise<Called> } = {
  get_today: callerOf(getToday),
  get_plan: callerOf(getPlan),
  log_set: callerOf(logSet),
  log_pain: callerOf(logPain),
  explain: callerOf(explain),
  search_knowledge: callerOf(searchKnowledge),
  export_bundle: callerOf(exportBundle),
};

function callerOf<Input, Output>({ input, output, run }: Tool<Input, Output>) {
  return async (args: unknown, desk: Desk): Promise<Called> => {
    const read = input.safeParse(args);
    if (!read.success) return { ok: false, error: { field: read.error.issues[0]?.path.join('.') ?? '', lines: [read.error.message] } };
    const answer = await run(read.data, desk);
    if (answer.ok) output.parse(answer.value.data);
    return answer;
  };
}

/** The day on which the diaries here begin. */
export const monday = dayOf('2026-03-02');

/** A diary in memory, its clock, and an assistant at it. */
export function createAssistantWorld(entries: unknown[] = []) {
  let day = monday;
  let millis = Date.parse('2026-03-02T10:00:00Z');
  const diary = memoryDiary(entries);
  const desk: Desk = { diary, clock: { nowMillis: () => (millis += 1), today: () => day } };
  const append = <Kind extends EventKind>(kind: Kind, data: EventDataByKind[Kind]): void => {
    diary.entries.push(createEvent(kind, data, { id: `own-${diary.entries.length}`, atMillis: (millis += 1), day }));
  };
  return {
    diary,
    desk,
    today: (): LocalDate => day,
    /** Something that the person does in psoas. */
    append,
    nextDay: (): void => void ([day, millis] = [addDays(day, 1), millis + 86_400_000]),
    /** A check and its programme, as psoas writes them. */
    check: (answers: unknown): void => {
      append('check-completed', { answers });
      append('programme-started', { check: `own-${diary.entries.length - 1}` });
    },
    call: (name: ToolName, args: unknown = {}): Promise<Called> => callByName[name](args, desk),
    kinds: (from = 0): readonly unknown[] => diary.entries.slice(from).map((entry) => (isRecord(entry) ? entry['kind'] : entry)),
  };
}
export type AssistantWorld = ReturnType<typeof createAssistantWorld>;

/** The answers of one of the people, with other safety answers where they are given. */
export async function answersOf(name: string, safety: object = {}): Promise<{ readonly safety: object }> {
  const answers: unknown = parse(await readPerson(name));
  if (!isRecord(answers) || !isRecord(answers['safety'])) throw new Error(name);
  return { ...answers, safety: { ...answers['safety'], ...safety } };
}

/** What a call said, as one text. */
export function saidOf(called: Called): string {
  return (called.ok ? called.value.lines : called.error.lines).join('\n');
}

/** What is said before the first set by somebody who is well. */
export const before = { painNow: 0, newSigns: [], signsRead: true };

function dayOf(text: string): LocalDate {
  const day = parseLocalDate(text);
  if (!day.ok) throw new Error(text);
  return day.value;
}
