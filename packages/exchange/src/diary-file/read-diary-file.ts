import { err, isRecord, ok, type Result } from '@psoas/kernel';
import {
  deepestNesting,
  diaryFileFormat,
  diaryFileVersion,
  longestFileCharacters,
  type DiaryFile,
  type DiaryFileProblem,
} from './diary-file.ts';
import { findJsonFault } from './find-json-fault.ts';

/**
 * Reads a file that holds a diary. It is refused whole, with the place, when it is no such file; entries that are
 * only not understood stay as they are and are judged by `planImport`.
 */
export function readDiaryFile(text: string): Result<DiaryFile, DiaryFileProblem> {
  if (text.length > longestFileCharacters)
    return err({ type: 'too-large', characters: text.length, limit: longestFileCharacters });
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (content.trim() === '') return err({ type: 'empty' });
  const parsed = parseJson(content);
  return parsed.ok ? readParsed(parsed.value) : parsed;
}

function parseJson(content: string): Result<unknown, DiaryFileProblem> {
  try {
    const value: unknown = JSON.parse(content);
    return ok(value);
  } catch {
    const { offset, isCutOff } = findJsonFault(content) ?? { offset: 0, isCutOff: false };
    const before = content.slice(0, offset).split('\n');
    const line = before.length;
    return err(isCutOff ? { type: 'cut-off', line } : { type: 'not-json', line, column: (before.at(-1) ?? '').length + 1 });
  }
}

function readParsed(value: unknown): Result<DiaryFile, DiaryFileProblem> {
  if (!isRecord(value) || value['format'] !== diaryFileFormat) return err({ type: 'other-format' });
  const { version, events, settings, exportedOn } = value;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return err({ type: 'damaged', field: 'version' });
  if (version > diaryFileVersion) return err({ type: 'newer-version', version, known: diaryFileVersion });
  if (!Array.isArray(events)) return err({ type: 'damaged', field: 'events' });
  if (settings !== undefined && (!isRecord(settings) || isDeeper(settings))) return err({ type: 'damaged', field: 'settings' });
  if (exportedOn !== undefined && typeof exportedOn !== 'string') return err({ type: 'damaged', field: 'exportedOn' });
  const entries: readonly unknown[] = events;
  const tooDeep = entries.findIndex(isDeeper);
  if (tooDeep !== -1) return err({ type: 'too-deep', entry: tooDeep + 1, limit: deepestNesting });
  return ok({
    entries,
    ...(exportedOn !== undefined && { exportedOn }),
    ...(settings !== undefined && { settings }),
  });
}

// Without recursion: what is too deep would otherwise break whoever looks for it.
function isDeeper(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestNesting) return true;
    level = level.flatMap((one): readonly unknown[] => (Array.isArray(one) ? one : isRecord(one) ? Object.values(one) : []));
  }
  return false;
}
