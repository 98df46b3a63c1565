import { fillTemplate, sides } from '@psoas/kernel';
import cliText from '@psoas/knowledge/text/cli';
import text from '@psoas/knowledge/text/mcp';
import { claims } from '@psoas/knowledge/claims';
import { sentenceOf } from '../../reason-text.ts';
import type { Looked } from '../look.ts';
import { sourcesOf, type Explained } from './explained.ts';

/** The ids of the findings of the two sides. */
export const findingIds = sides.map((side) => `finding-${side}`);

/** What a side came to, and how. Undefined where the check could not be judged. */
export function explainFinding(id: string, { assessment }: Looked): Explained | undefined {
  const side = sides.find((one) => id === `finding-${one}`);
  const finding = side === undefined ? undefined : assessment?.findings?.[side];
  if (side === undefined || finding === undefined) return undefined;
  const { check } = cliText;
  const cited = [...new Set(finding.trace.flatMap((step) => step.claims))];
  const lines = finding.trace
    .filter(({ test }) => test !== 'result')
    .map(({ rule, notUsedBecause }) => ` - ${[rule, ...notUsedBecause].map((one) => `${sentenceOf(one) ?? one} (${one})`).join(' ')}`);
  return {
    id,
    kind: 'finding',
    title: fillTemplate(text.answers.finding, { side: check.sides[side], result: check.results[finding.result] }),
    text: [...lines, check.honest],
    inPlan: null,
    sources: sourcesOf(claims.filter((claim) => cited.includes(claim.id)).flatMap((claim) => claim.sources)),
    related: cited,
  };
}
