import { err, isDeeperThan, isRecord, ok, type Result } from '@psoas/kernel';
import {
  deepestNesting,
  diaryFileFormat,
  diaryFileVersion,
  longestFileCharacters,
  type DiaryFile,
  type DiaryFileProblem,
} from './diary-file.ts';
import { parseJson } from '../json/parse-json.ts';

/**
 * Reads a file that holds a diary. It is refused whole, with the place, when it is no such file; entries that are
 * only not understood stay as they are and are judged by `planImport`.
 */
export function readDiaryFile(text: string): Result<DiaryFile, DiaryFileProblem> {
  if (text.length > longestFileCharacters)
    return err({ type: 'too-large', characters: text.length, limit: longestFileCharacters });
  const parsed = parseJson(text);
  return parsed.ok ? readParsed(parsed.value) : parsed;
}

function readParsed(value: unknown): Result<DiaryFile, DiaryFileProblem> {
  if (!isRecord(value) || value['format'] !== diaryFileFormat) return err({ type: 'other-format' });
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
