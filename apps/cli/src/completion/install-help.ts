import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli-manual';
import type { ExtraOptions } from '../command-specs.ts';
import type { Shell } from '../choices.ts';

const { completion: words } = text;

/** How to install the scripts, below the help of the command. */
export function installHelp(): ExtraOptions {
  const { bash, zsh, fish } = words.install;
  return { options: [], after: [words.lead, '', bash, zsh, fish, '', words.restart, words.anew, words.secrets].join('\n') };
}

/** The same as comments at the top of a script. */
export function installComments(shell: Shell): readonly string[] {
  const lines = [fillTemplate(words.head, { shell }), words.lead, words.install[shell], words.restart, words.anew, words.secrets];
  return lines.flatMap((line) => line.split('\n')).map((line) => `# ${line}`);
}
