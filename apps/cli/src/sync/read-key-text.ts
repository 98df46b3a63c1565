import { err, fillTemplate, ok, type Result } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli-sync';
import {
  textToDeviceLink,
  textToRoot,
  wordsToRoot,
  type DeviceLink,
  type RootSecret,
  type WordsFault,
} from '@psoas/sync';
import { printable } from '../print/printable.ts';

/** What opens a diary on another device: the root, or what a device with the root has shown. */
export type DiaryKey =
  | { readonly kind: 'root'; readonly root: RootSecret }
  | { readonly kind: 'linked'; readonly link: DeviceLink; readonly page: string };

/** Reads words, the text of a root, or a device link, also one that stands behind the # of an address. */
export function readDiaryKey(given: string): Result<DiaryKey, string> {
  const trimmed = given.trim();
  if (trimmed === '') return err(text.join.nothing);
  const [, page = '', inside = trimmed] = /^(https?:\/\/[^\s#]*)#(\S*)$/.exec(trimmed) ?? [];
  if (inside.startsWith('psoas-device:') || page !== '') {
    const link = textToDeviceLink(inside);
    return link.ok ? ok({ kind: 'linked', link: link.value, page }) : err(text.join['link-damaged']);
  }
  if (inside.startsWith('psoas:')) {
    const root = textToRoot(inside);
    return root.ok ? ok({ kind: 'root', root: root.value }) : err(text.join['root-damaged']);
  }
  const root = wordsToRoot(inside);
  return root.ok ? ok({ kind: 'root', root: root.value }) : err(wordsFaultText(root.error));
}

function wordsFaultText(fault: WordsFault): string {
  switch (fault.type) {
    case 'word-count':
      return fillTemplate(text.join['word-count'], { found: fault.found, expected: fault.expected });
    case 'unknown-words':
      return fault.words
        .map(({ place, found, similar }) => {
          const near = similar.length === 0 ? '' : fillTemplate(text.join.similar, { words: similar.join(', ') });
          return fillTemplate(text.join['unknown-word'], { place, found: printable(found), similar: near });
        })
        .join('\n');
    case 'words-checksum':
      return text.join['words-checksum'];
  }
}
