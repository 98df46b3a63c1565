import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Takes the knowledge in another language where that language has it. Facts are one for all languages, and what goes
 * to programs as FHIR stays English.
 * @param folder Where the modules of the language lie, named as those of English.
 */
export function spokenLanguage(folder: string): Plugin {
  return {
    name: 'psoas-spoken-language',
    enforce: 'pre',
    resolveId: (source, importer) => {
      const name = /^@psoas\/knowledge\/(.+)$/.exec(source)?.[1];
      if (name === undefined || importer?.includes('/exchange/src/fhir/') === true) return null;
      const path = join(folder, `${name.replace(/^article\//, 'articles/')}.ts`);
      return existsSync(path) ? path : null;
    },
  };
}
