import { err, isDeeperThan, isRecord, ok, type Result } from '@psoas/kernel';
import {
  deepestNesting,
  diaryFileFormat,
  diaryFileVersion,
  longestFileCharacters,
  type DiaryFile,
  type DiaryFileProblem,
} from './diary-file.ts';
import { parseJson, type JsonProblem } from '../json/parse-json.ts';
import { mistakenText, mistakenValue } from './mistaken-file.ts';

/**
 * Reads a file that holds a diary. It is refused whole, with the place, when it is no such file; entries that are
 * only not understood stay as they are and are judged by `planImport`.
 */
export function readDiaryFile(text: string): Result<DiaryFile, DiaryFileProblem> {
  if (text.length > longestFileCharacters)
    return err({ type: 'too-large', characters: text.length, limit: longestFileCharacters });
  const parsed = parseJson(text);
  if (parsed.ok) return readParsed(parsed.value);
  const mistaken = mistakenText(text);
  if (mistaken !== undefined) return err({ type: mistaken });
  return isAtStart(parsed.error) ? err({ type: 'other-file' }) : parsed;
}

// Nothing of it is JSON, so there is no line that could be mended.
function isAtStart(problem: JsonProblem): boolean {
  return problem.type === 'not-json' && problem.line === 1 && problem.column === 1;
}

function readParsed(value: unknown): Result<DiaryFile, DiaryFileProblem> {
  if (!isRecord(value) || value['format'] !== diaryFileFormat) return err({ type: mistakenValue(value) ?? 'other-format' });
  const { version, events, settings, exportedOn } = value;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return err({ type: 'damaged', field: 'version' });
  if (version > diaryFileVersion) return err({ type: 'newer-version', version, known: diaryFileVersion });
  if (!Array.isArray(events)) return err({ type: 'damaged', field: 'events' });
  if (settings !== undefined && (!isRecord(settings) || isTooDeep(settings))) return err({ type: 'damaged', field: 'settings' });
  if (exportedOn !== undefined && typeof exportedOn !== 'string') return err({ type: 'damaged', field: 'exportedOn' });
  const entries: readonly unknown[] = events;
  const tooDeep = entries.findIndex(isTooDeep);
  if (tooDeep !== -1) return err({ type: 'too-deep', entry: tooDeep + 1, limit: deepestNesting });
  return ok({
    entries,
    ...(exportedOn !== undefined && { exportedOn }),
    ...(settings !== undefined && { settings }),
  });
}

function isTooDeep(value: unknown): boolean {
  return isDeeperThan(deepestNesting, value);
}
