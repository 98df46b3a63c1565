import { fillTemplate, type LocalDate } from '@psoas/kernel';
import type { JudgedAmount, JudgedChange, Refusal } from '../judge/judgement.ts';
import type { ClientKey, ClientStanding } from '../client/client-standing.ts';
import type { ProposedChange } from '../reply/proposal.ts';

/** The words of sharing; the knowledge package's `text/sharing` fits. */
export type SharingWords = {
  readonly asked: { readonly amount: string; readonly swap: string; readonly side: { readonly [side in 'left' | 'right' | 'both']: string } };
  readonly units: { readonly [amount in JudgedAmount['amount']]: string };
  readonly verdicts: { readonly fits: string; readonly limited: string; readonly waits: string; readonly refused: string };
  readonly fromTo: string;
  readonly only: string;
  readonly limitedBy: { readonly dose: string; readonly stretch: string; readonly minutes: string; readonly other: string };
  readonly refusals: { readonly [refusal in Refusal]: string };
  readonly clients: { readonly [key in ClientKey]: string };
};

/** What sentences are made with besides their words. */
export type SharingTelling = {
  readonly words: SharingWords;
  readonly exerciseName: (id: string) => string;
  /** The words of a flag, a rule or a gate; undefined where there are none. */
  readonly reason: (id: string) => string | undefined;
};

/** [SH-08] A proposed change and what comes of it, in plain sentences. */
export function judgedSentence(judged: JudgedChange, telling: SharingTelling): { readonly asked: string; readonly verdict: string; readonly why: readonly string[] } {
  const asked = askedText(judged.change, telling);
  const { words } = telling;
  if (judged.verdict === 'refused') {
    const reasons = judged.by.flatMap((id) => telling.reason(id) ?? []);
    return { asked, verdict: words.verdicts.refused, why: [words.refusals[judged.because], ...reasons] };
  }
  const limits = judged.amounts.filter(({ rule }) => rule !== undefined && rule !== 'D-04');
  return {
    asked,
    verdict: words.verdicts[judged.verdict],
    why: [
      ...judged.amounts.filter(({ from, to }) => from !== undefined && from !== to).map((amount) => fillTemplate(words.fromTo, { ...numbersOf(amount), unit: words.units[amount.amount] })),
      ...limits.map((amount) => `${fillTemplate(words.only, { ...numbersOf(amount), unit: words.units[amount.amount] })} ${limitText(amount, words)}`),
    ],
  };
}

function numbersOf({ from, asked, to }: JudgedAmount): { readonly [name: string]: number } {
  return { asked, to, ...(from !== undefined && { from }) };
}

function limitText({ rule }: JudgedAmount, { limitedBy }: SharingWords): string {
  if (rule === 'SH-09') return limitedBy.dose;
  if (rule === 'P-03') return limitedBy.stretch;
  return rule === 'P-01' || rule === 'P-07' ? limitedBy.minutes : limitedBy.other;
}

/** What a change asks for, in words. */
export function askedText(change: ProposedChange, { words, exerciseName }: SharingTelling): string {
  const exercise = exerciseName(change.exercise);
  if (change.kind === 'swap') return fillTemplate(words.asked.swap, { exercise, by: exerciseName(change.by) });
  if (change.kind === 'side') return fillTemplate(words.asked.side[change.side], { exercise });
  const amounts = (['sets', 'reps', 'holdSeconds'] as const).flatMap((amount) => (change[amount] === undefined ? [] : [`${change[amount]} ${words.units[amount]}`]));
  return fillTemplate(words.asked.amount, { exercise, amounts: amounts.join(', ') });
}

/** [SH-16] One sentence for where a client stands; `dayText` writes a day out. */
export function clientSentence({ key, values }: ClientStanding, words: SharingWords, dayText: (day: LocalDate) => string): string {
  const { day, ...numbers } = values;
  return fillTemplate(words.clients[key], { ...numbers, ...(day !== undefined && { day: dayText(day) }) });
}
