import { posix, win32 } from 'node:path';

/** Where the person's own diary lies: the folder that their system keeps such files in. */
export function defaultDiaryPath(
  env: { readonly [name: string]: string | undefined },
  platform: string,
  home: string,
): string {
  const paths = platform === 'win32' ? win32 : posix;
  const own = env['XDG_DATA_HOME'];
  if (own !== undefined && own !== '') return paths.join(own, 'psoas', 'diary.jsonl');
  if (platform === 'win32')
    return paths.join(env['APPDATA'] ?? paths.join(home, 'AppData', 'Roaming'), 'psoas', 'diary.jsonl');
  if (platform === 'darwin')
    return paths.join(home, 'Library', 'Application Support', 'psoas', 'diary.jsonl');
  return paths.join(home, '.local', 'share', 'psoas', 'diary.jsonl');
}
