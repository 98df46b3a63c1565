import { carePlanProblemText, importedPlanLines, readCarePlan } from '@psoas/exchange/fhir';
import { knowledge, words } from '@psoas/exchange/fhir-english';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli';
import { complain, isOn, printJson, printLines, type CommandInput, type ExitCode, type Io } from './io.ts';

/** Shows what a FHIR care plan proposes, and what of it psoas has no place for. Nothing is written. */
export function showCarePlan(
  file: { readonly name: string; readonly content: string },
  { input, io }: { readonly input: CommandInput; readonly io: Io },
): ExitCode {
  const read = readCarePlan(file.content, knowledge.catalogue);
  if (!read.ok) {
    complain(io, fillTemplate(text.diary.planRefused, { path: file.name, reason: carePlanProblemText(read.error, words.fhir) }));
    return 2;
  }
  if (isOn(input, 'json')) printJson(io, { ...read.value, isWritten: false });
  else printLines(io, [words.fhir.import.title, '', ...importedPlanLines(read.value, knowledge, words.fhir), '', words.fhir.import.nothingWritten]);
  return 0;
}
