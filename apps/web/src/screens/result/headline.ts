import { sides, fillTemplate, type PerSide, type Side } from '@psoas/kernel';
import type { SideFinding } from '@psoas/core/selfcheck';
import text from '@psoas/knowledge/text/result';

/** Both sides in one short sentence, such as "Tight on both sides, weak on the left". */
export function headlineOf(findings: PerSide<SideFinding>): string {
  const where = (has: (finding: SideFinding) => boolean): string | undefined => sidesInWords(sides.filter((side) => has(findings[side])));
  const parts = [
    { where: where(({ tight }) => tight === 'yes'), first: text.headline.tight, later: text.headline.tight },
    { where: where(({ rectusFemoris }) => rectusFemoris === 'yes'), first: text.headline.rectus, later: text.headline.rectusToo },
    { where: where(({ weak }) => weak === 'yes' || weak === 'mild'), first: text.headline.weak, later: text.headline.weakToo },
  ].flatMap((part) => (part.where === undefined ? [] : [{ ...part, where: part.where }]));
  if (parts.length > 0) return parts.map((part, index) => fillTemplate(index === 0 ? part.first : part.later, { where: part.where })).join(text.headline.join);
  return sides.every((side) => findings[side].result === 'neither') ? text.headline.neither : text.headline.unclear;
}

function sidesInWords(chosen: readonly Side[]): string | undefined {
  if (chosen.length === 2) return text.sides.both;
  if (chosen.length === 0) return undefined;
  return chosen[0] === 'left' ? text.sides.onLeft : text.sides.onRight;
}
