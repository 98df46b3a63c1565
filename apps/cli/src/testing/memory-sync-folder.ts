import { ok } from '@psoas/kernel';
import type { SyncFiles, SyncFolder } from '../adapters/sync-folder.ts';

/** A sync folder that forgets when the test ends. */
export function memorySyncFolder(): SyncFolder & { readonly files: Map<string, string>; readonly papers: Map<string, string> } {
  const files = new Map<string, string>();
  const papers = new Map<string, string>();
  const access: SyncFiles = {
    read: async (name) => files.get(name),
    replace: async (name, text) => void files.set(name, text),
    append: async (name, text, length) => {
      const kept = Buffer.from(files.get(name) ?? '').subarray(0, length);
      const whole = Buffer.concat([kept, Buffer.from(text)]);
      files.set(name, whole.toString());
      return whole.length;
    },
    remove: async (name) => void files.delete(name),
    removeAll: async () => files.clear(),
  };
  return {
    path: 'diary.jsonl.sync',
    files,
    papers,
    use: async (work) => ok(await work(access)),
    look: async (work) => ok(await work(access)),
    keepPaper: async (name, text) => {
      papers.set(name, text);
      return ok(`diary.jsonl.${name}-1`);
    },
  };
}
