import { diaryFileFormat, diaryFileVersion, type DiaryFile } from './diary-file.ts';

/** About how many characters come at once. */
const chunkCharacters = 65_536;

/**
 * The file of a diary in pieces, so that a large one never stands in memory as one text. One entry a line: where
 * something is damaged later, its line says which.
 */
export function* diaryFileChunks({ exportedOn, entries, settings }: DiaryFile): Generator<string> {
  const head = {
    format: diaryFileFormat,
    version: diaryFileVersion,
    ...(exportedOn !== undefined && { exportedOn }),
    ...(settings !== undefined && { settings }),
  };
  let chunk = `${JSON.stringify(head).slice(0, -1)},"events":[`;
  let separator = '\n';
  for (const entry of entries) {
    chunk += `${separator}${JSON.stringify(entry)}`;
    separator = ',\n';
    if (chunk.length < chunkCharacters) continue;
    yield chunk;
    chunk = '';
  }
  yield `${chunk}\n]}\n`;
}
