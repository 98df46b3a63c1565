import { fillTemplate } from '@psoas/kernel';
import { claims as allClaims } from '@psoas/knowledge/claims';
import { mechanics } from '@psoas/knowledge/mechanics';
import text from '@psoas/knowledge/text/cli';
import type { Claim, MechanicsFinding } from '@psoas/knowledge/types';
import { choiceOption } from '../choice-option.ts';
import { seeds, verdicts } from '../choices.ts';
import { complain, isOn, printJson, printLines, type Command, type Screen } from '../io.ts';
import { nearest } from '../nearest.ts';
import { stylesOf, textWidth, wrap } from '../print/layout.ts';
import { mechanicsLines } from '../print/mechanics-lines.ts';

/** What the articles say, our verdict, and the wording that we show. */
export const claims: Command = async (input, io) => {
  const verdict = choiceOption(input, 'verdict', verdicts);
  const seed = choiceOption(input, 'seed', seeds);
  if (!verdict.ok || !seed.ok) {
    for (const option of [verdict, seed]) if (!option.ok) complain(io, option.error);
    return 2;
  }
  const id = input.words[0];
  const chosen = allClaims.filter(
    (claim) =>
      (id === undefined || claim.id === id) &&
      (verdict.value ?? claim.verdict) === claim.verdict &&
      (seed.value ?? claim.seed) === claim.seed,
  );
  if (id !== undefined && !allClaims.some((claim) => claim.id === id)) {
    complain(
      io,
      fillTemplate(text.errors.unknownClaim, {
        id,
        nearest: nearest(
          id,
          allClaims.map((claim) => claim.id),
        ).join(', '),
      }),
    );
    return 2;
  }
  if (isOn(input, 'json')) {
    printJson(
      io,
      chosen.map((claim) => ({
        id: claim.id,
        verdict: claim.verdict,
        statement: claim.statement,
        wording: claim.wording,
        sources: claim.sources,
        place: claim.place,
        seed: claim.seed,
        subject: claim.subject,
        model: findingsOf(claim).map(({ id: test, value, unit, verdict: says, inPart, sentence, limit }) => ({
          test,
          value,
          unit,
          verdict: says,
          inPart,
          sentence,
          limit,
        })),
      })),
    );
    return 0;
  }
  const titleBySeed = await titlesOfSeeds();
  printLines(io, [
    ...chosen.flatMap((claim) => claimLines(claim, titleBySeed.get(claim.seed) ?? '', io.screen)),
    fillTemplate(text.claims.count, { count: chosen.length }),
  ]);
  return 0;
};

// What the body model says to it, where it can say anything.
function findingsOf({ id }: Claim): readonly MechanicsFinding[] {
  return mechanics.filter(({ claims: tested }) => tested.includes(id));
}

async function titlesOfSeeds(): Promise<ReadonlyMap<string, string>> {
  const { sources } = await import('@psoas/knowledge/sources');
  return new Map(sources.filter(({ kind }) => kind === 'seed').map(({ id, title }) => [id, title]));
}

function claimLines(claim: Claim, title: string, screen: Screen): readonly string[] {
  const width = textWidth(screen);
  const { strong, faint } = stylesOf(screen);
  const says = text.claims.said;
  const show = text.claims.show;
  const indent = ' '.repeat(Math.max(says.length, show.length, text.model.claims.label.length) + 4);
  return [
    `${strong(claim.id)}  ${text.claims.verdicts[claim.verdict]}`,
    ...wrap(title, width, '  ').map(faint),
    ...wrap(claim.statement, width, indent, `  ${says.padEnd(indent.length - 2)}`),
    ...wrap(claim.wording, width, indent, `  ${show.padEnd(indent.length - 2)}`),
    ...findingsOf(claim).flatMap((finding) => mechanicsLines(finding, width, indent)),
    ...wrap(fillTemplate(text.claims.sources, { ids: claim.sources.join(', ') }), width, indent),
    '',
  ];
}
