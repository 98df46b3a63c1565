import { diaryFileChunks } from '@psoas/exchange/diary-file';
import { err, fillTemplate, ok, type LocalDate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/mcp';
import { z } from 'zod';
import { leavingOf, type Count } from '../leaving.ts';
import { look } from '../look.ts';
import type { Tool } from '../tool.ts';

const { fields } = text;

/** A client of the library takes messages of 10 MB; quotes within the file take more room on the way. */
const mostBytes = 5_000_000;

const formats = ['fhir', 'json'] as const;
type Format = (typeof formats)[number];
const input = z.strictObject({
  format: z.enum(formats).describe(fields.format),
  confirm: z.boolean().optional().describe(fields.confirm),
});
const count = z.object({ kind: z.string(), count: z.number() });
const output = z.object({
  format: z.enum(formats),
  bytes: z.number(),
  leaves: z.array(count),
  staysHere: z.array(count),
  wordsOfPeople: z.string(),
});

/** [MC-06] Gives the diary out as a file, after the person's yes. */
export const exportBundle: Tool<z.infer<typeof input>, z.infer<typeof output>> = {
  name: 'export_bundle',
  input,
  output,
  writes: false,
  run: async ({ format, confirm }, desk) => {
    const looked = await look(desk);
    if (!looked.ok) return looked;
    const { entries, leaves, stays } = leavingOf(looked.value.entries);
    if (entries.length === 0) return err({ lines: [text.refused.nothingToGive] });
    const parts = partsOf(leaves);
    if (confirm !== true) return err({ field: 'confirm', lines: [fillTemplate(text.refused.confirm, { parts })] });
    const file = await fileOf(format, entries, looked.value.moment.day);
    if (file === undefined) return err({ field: 'format', lines: [fillTemplate(text.refused.tooLarge, { limit: mostBytes, format })] });
    const bytes = Buffer.byteLength(file);
    return ok({
      data: { format, bytes, leaves: [...leaves], staysHere: [...stays], wordsOfPeople: text.answers.exportWords },
      lines: [
        fillTemplate(text.answers.leaves, { parts, bytes }),
        ...(stays.length === 0 ? [] : [fillTemplate(text.answers.staysHere, { parts: partsOf(stays) })]),
        text.answers.exportWords,
      ],
      file: { uri: `psoas:diary.${format}.json`, mimeType: format === 'fhir' ? 'application/fhir+json' : 'application/json', text: file },
    });
  },
};

// Undefined as soon as it is too large.
async function fileOf(format: Format, entries: readonly unknown[], today: LocalDate): Promise<string | undefined> {
  let file = '';
  let bytes = 0;
  for (const chunk of await chunksOf(format, entries, today)) {
    file += chunk;
    bytes += Buffer.byteLength(chunk);
    if (bytes > mostBytes) return undefined;
  }
  return file;
}

async function chunksOf(format: Format, entries: readonly unknown[], today: LocalDate): Promise<Iterable<string>> {
  if (format === 'json') return diaryFileChunks({ exportedOn: today, entries });
  const [{ fhirBundleChunks }, { knowledge, words }] = await Promise.all([import('@psoas/exchange/fhir'), import('@psoas/exchange/fhir-english')]);
  return fhirBundleChunks(entries, { knowledge, words, today, withSnomed: false });
}

function partsOf(counts: readonly Count[]): string {
  return counts.map((one) => fillTemplate(text.answers.part, one)).join(', ');
}
