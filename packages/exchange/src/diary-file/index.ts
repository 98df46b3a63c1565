/** A whole diary as one file: writing, reading, and merging it into another (docs/spec/diary-file.md). */
export { diaryFileFormat, diaryFileVersion, longestFileCharacters, type DiaryFile, type DiaryFileProblem } from './diary-file.ts';
export { diaryFileChunks } from './write-diary-file.ts';
export { readDiaryFile } from './read-diary-file.ts';
export { entryKey, planImport, type ImportPlan, type PlacedEntry } from './plan-import.ts';
export { cameWith, lastImportName, noteOfImport, readLastImport, type LastImport } from './last-import.ts';
export { withAdditions } from './with-additions.ts';
export { diaryFileProblemText, importPlanLines, type DiaryFileWords } from './diary-file-words.ts';
