import text from '@psoas/knowledge/text/mcp';
import type { ExtraOptions } from '../command-specs.ts';

/** What stands below the help: how to connect, and what a person should know before. */
export function mcpHelp(): ExtraOptions {
  return { options: [], after: text.help };
}
