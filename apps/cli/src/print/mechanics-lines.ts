import text from '@psoas/knowledge/text/cli';
import type { MechanicsFinding } from '@psoas/knowledge/types';
import { wrap } from './layout.ts';

/** What the body model says to a claim, as lines under it: verdict and sentence, then where the model ends. */
export function mechanicsLines(finding: MechanicsFinding, width: number, indent: string): readonly string[] {
  const { label } = text.model.claims;
  const { sentence, limit } = finding;
  return [
    ...wrap(`${findingVerdict(finding)}: ${sentence}`, width, indent, `  ${label.padEnd(indent.length - 2)}`),
    ...wrap(limit, width, indent),
  ];
}

/** What the model says, in words. */
export function findingVerdict({ verdict, inPart }: MechanicsFinding): string {
  return text.model.claims.verdicts[inPart ? 'in-part' : verdict];
}

/** A finding's number with its unit, such as `+3.9 %`. */
export function findingNumber({ value, unit }: MechanicsFinding): string {
  const shown = Math.abs(value).toFixed(unit === 'percent' ? 1 : 0);
  const sign = value > 0 ? '+' : value < 0 ? '-' : '';
  return `${sign}${shown} ${text.model.claims.units[unit]}`;
}
