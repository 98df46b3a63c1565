import {
  carePlanProblemText,
  isSameProposal,
  leftLines,
  placeLines,
  planNotices,
  planSummary,
  proposalOfPlan,
  proposalToKeep,
  readCarePlan,
  type ImportedPlan,
  type PlanProposal,
  type PlanTelling,
} from '@psoas/exchange/care-plan';
import type { DiaryState } from '@psoas/core/diary';
import { importedReplies } from '@psoas/core/sharing';
import { fillTemplate } from '@psoas/kernel';
import { catalogue } from '@psoas/knowledge/rules';
import text from '@psoas/knowledge/text/cli';
import fhirText from '@psoas/knowledge/text/fhir';
import type { DiaryFile } from './adapters/diary-file.ts';
import { complain, isOn, printJson, printLines, type CommandInput, type ExitCode, type Io } from './io.ts';
import { readDiary, record } from './open-diary.ts';
import { judgedLines, telling as sharing } from './print/judged-lines.ts';
import { textWidth, wrap } from './print/layout.ts';
import { printable } from './print/printable.ts';
import { shortId } from './share/share-desk.ts';

// A plan may be of another year.
const telling: PlanTelling = { words: fhirText, sharing, dayText: (day) => day };

/** [FH-11] Keeps what a FHIR care plan would change as a proposal that waits for an answer, and names all that psoas cannot take over. */
export async function importCarePlan(
  file: { readonly name: string; readonly content: string },
  diary: DiaryFile,
  { input, io }: { readonly input: CommandInput; readonly io: Io },
): Promise<ExitCode> {
  const read = readCarePlan(file.content, catalogue);
  if (!read.ok) {
    complain(io, fillTemplate(text.diary.planRefused, { path: file.name, reason: printable(carePlanProblemText(read.error, fhirText)) }));
    return 2;
  }
  const state = await readDiary(diary, io);
  if (!state.ok) return 1;
  const plan = read.value;
  const found = proposalOfPlan(plan, state.value, { catalogue, today: io.clock.today() });
  const kept = await keep(plan, { found, state: state.value, diary, input, io });
  if (kept === 'failed') return 1;
  if (isOn(input, 'json')) printJson(io, { ...plan, ...found, proposal: kept.id ?? null, isWritten: kept.isWritten });
  else printLines(io, [...planLines(plan, found, io), '', ...wrap(kept.said, textWidth(io.screen))]);
  return 0;
}

type Kept = { readonly id?: string; readonly isWritten: boolean; readonly said: string };
type Around = { readonly found: PlanProposal; readonly state: DiaryState; readonly diary: DiaryFile; readonly input: CommandInput; readonly io: Io };

async function keep(plan: ImportedPlan, { found, state, diary, input, io }: Around): Promise<Kept | 'failed'> {
  const proposal = proposalToKeep(plan, found, fhirText.import);
  if (proposal === undefined) return { isWritten: false, said: text.diary.planNothing };
  const waiting = importedReplies(state).open.find(({ data }) => isSameProposal(data, proposal));
  if (waiting !== undefined) return { id: waiting.id, isWritten: false, said: fillTemplate(text.diary.planWaits, { id: shortId(waiting.id) }) };
  if (isOn(input, 'dryRun')) return { isWritten: false, said: text.diary.importDry };
  const written = await record(diary, io, [{ kind: 'proposal-imported', data: proposal }]);
  const [id] = written.ok ? written.value : [];
  return id === undefined ? 'failed' : { id, isWritten: true, said: fillTemplate(text.diary.planKept, { id: shortId(id) }) };
}

function planLines(plan: ImportedPlan, found: PlanProposal, { clock, screen }: Io): readonly string[] {
  const words = fhirText.import;
  const width = textWidth(screen);
  const wrapped = (lines: readonly string[], indent = '', first = indent): readonly string[] => lines.flatMap((line) => wrap(printable(line), width, indent, first));
  const block = (title: readonly string[], lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : ['', ...title, ...lines]);
  return [
    words.title,
    ...wrapped(planNotices(plan, clock.today(), telling)),
    ...block([words.changes], judgedLines({ changes: found.judged }, screen)),
    ...block([], wrapped(planSummary(plan, found, telling))),
    ...block([words.left], wrapped(leftLines(plan, found, telling), '     ', '   - ')),
    ...block([words.places], wrapped(placeLines(plan, found, telling), '     ', '   - ')),
  ];
}
