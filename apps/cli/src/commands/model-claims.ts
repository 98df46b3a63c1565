import { fillTemplate } from '@psoas/kernel';
import { claims } from '@psoas/knowledge/claims';
import { mechanics } from '@psoas/knowledge/mechanics';
import text from '@psoas/knowledge/text/cli';
import type { Claim, MechanicsFinding } from '@psoas/knowledge/types';
import { isOn, printJson, printLines, type Command, type Screen } from '../io.ts';
import { columns, stylesOf, textWidth, wrap } from '../print/layout.ts';
import { findingNumber, findingVerdict } from '../print/mechanics-lines.ts';

type Row = { readonly claim: Claim; readonly finding: MechanicsFinding };

/** Each mechanical claim of the articles with the model's number and verdict. */
export const modelClaims: Command = async (input, io) => {
  const rows = claims.flatMap((claim): readonly Row[] =>
    mechanics.filter((finding) => finding.claims.includes(claim.id)).map((finding) => ({ claim, finding })),
  );
  if (isOn(input, 'json')) printJson(io, rows.map(rowJson));
  else printLines(io, tableLines(rows, io.screen));
  return 0;
};

function rowJson({ claim, finding }: Row): object {
  const { claims: _, ...rest } = finding;
  return {
    claim: claim.id,
    statement: claim.statement,
    ourVerdict: claim.verdict,
    test: rest.id,
    muscle: rest.muscle,
    quantity: rest.quantity,
    posture: rest.posture,
    value: rest.value,
    unit: rest.unit,
    valueIs: meaningOf(rest),
    ...(rest.comparedWith && { comparedWith: rest.comparedWith }),
    modelVerdict: rest.verdict,
    inPart: rest.inPart,
    sentence: rest.sentence,
    limit: rest.limit,
  };
}

// What `value` has to be added to, or multiplied with, to be what `model pose` prints for the posture.
function meaningOf({ quantity, comparedWith }: Pick<MechanicsFinding, 'quantity' | 'comparedWith'>): string {
  if (comparedWith === undefined) return 'measured-in-posture';
  if (quantity === 'leg-weight') return 'percent-more-than-compared-with';
  return comparedWith.value === undefined ? 'difference-of-two-changes' : 'difference-to-compared-with';
}

function tableLines(rows: readonly Row[], screen: Screen): readonly string[] {
  const words = text.model.claims;
  const width = textWidth(screen);
  const [first = '', ...rest] = columns([
    [words.columns.claim, words.columns.verdict, words.columns.model, words.columns.value],
    ...rows.map(({ claim, finding }) => [
      claim.id,
      text.claims.verdicts[claim.verdict],
      findingVerdict(finding),
      findingNumber(finding),
    ]),
  ]);
  return [
    ...wrap(words.lead, width),
    '',
    stylesOf(screen).strong(first),
    ...rest.flatMap((line, index) => {
      const finding = rows[index]?.finding;
      if (finding === undefined) return [line];
      return [line, ...wrap(`${finding.sentence} ${finding.limit}`, width, '      ')];
    }),
    '',
    fillTemplate(words.count, {
      count: new Set(rows.map(({ finding }) => finding.id)).size,
      claims: new Set(rows.map(({ claim }) => claim.id)).size,
    }),
  ];
}
