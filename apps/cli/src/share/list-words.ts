import { sharePartIds, type SharePartId } from '@psoas/core/sharing';
import text from '@psoas/knowledge/text/cli-share';

/** Parts by their names, in their own order. */
export function partWords(parts: readonly SharePartId[]): string {
  return sharePartIds
    .filter((part) => parts.includes(part))
    .map((part) => text.parts[part])
    .join(', ');
}
