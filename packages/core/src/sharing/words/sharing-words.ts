import { fillTemplate, type LocalDate, type Side } from '@psoas/kernel';
import type { JudgedAmount, JudgedAsRefused, JudgedChange, Refusal } from '../judge/judgement.ts';
import type { ClientKey, ClientStanding } from '../client/client-standing.ts';
import type { ProposedChange } from '../reply/proposal.ts';

/** The words of sharing; the knowledge package's `text/sharing` fits. */
export type SharingWords = {
  readonly asked: { readonly amount: string; readonly amountSide: { readonly [side in Side]: string }; readonly swap: string; readonly side: { readonly [side in 'left' | 'right' | 'both']: string } };
  readonly units: { readonly [amount in JudgedAmount['amount']]: string };
  readonly verdicts: { readonly fits: string; readonly limited: string; readonly waits: string; readonly refused: string };
  readonly fromTo: string;
  readonly same: string;
  readonly instead: string;
  readonly limitedBy: { readonly dose: string; readonly stretch: string; readonly minutes: string; readonly other: string };
  readonly refusals: { readonly [refusal in Refusal]: string };
  readonly clients: { readonly [key in ClientKey]: string };
};

/** What sentences are made with besides their words. */
export type SharingTelling = {
  readonly words: SharingWords;
  readonly exerciseName: (id: string) => string;
  /** The words of a flag, a modifier, a finding's rule or a gate; undefined where there are none. */
  readonly reason: (id: string) => string | undefined;
};

/** A proposed change in sentences: what was asked, what psoas says of it, and why, with its numbers. */
export type JudgedWords = { readonly asked: string; readonly verdict: string; readonly why: readonly string[] };

/** [SH-08] A proposed change and what comes of it, in plain sentences. */
export function judgedSentence(judged: JudgedChange, telling: SharingTelling): JudgedWords {
  const { words } = telling;
  const asked = askedText(judged.change, telling);
  const verdict = words.verdicts[judged.verdict];
  if (judged.verdict === 'refused') return { asked, verdict, why: refusedSentences(judged, telling) };
  const filled = (template: string, amount: JudgedAmount): string => fillTemplate(template, { ...numbersOf(amount), unit: words.units[amount.amount] });
  const moved = judged.amounts.filter(({ from, to }) => from !== undefined && from !== to);
  const less = judged.amounts.filter(({ rule }) => rule !== undefined && rule !== 'D-04');
  const isSame = judged.verdict === 'fits' && judged.amounts.length > 0 && judged.amounts.every(({ from, to }) => from === to);
  return {
    asked,
    verdict,
    why: [...(isSame ? [words.same] : []), ...moved.map((amount) => filled(words.fromTo, amount)), ...less.map((amount) => `${filled(words.instead, amount)} ${limitText(amount, words)}`)],
  };
}

/** [SH-08] Why something does not come, in plain sentences: what it is, then the flags or circumstances behind it. */
export function refusedSentences({ because, by }: Pick<JudgedAsRefused, 'because' | 'by'>, { words, reason }: Pick<SharingTelling, 'words' | 'reason'>): readonly string[] {
  return [words.refusals[because], ...by.filter((id) => !saysHowPlansAreMade(id)).flatMap((id) => reason(id) ?? [])];
}

// These rules have sentences about a plan as it is; the refusal says by itself what they mean here.
function saysHowPlansAreMade(id: string): boolean {
  return /^(?:P|D|SH)-/.test(id) || id === 'S-06';
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
  const template = change.side === undefined ? words.asked.amount : words.asked.amountSide[change.side];
  return fillTemplate(template, { exercise, amounts: amounts.join(', ') });
}

/** [SH-16] One sentence for where a client stands; `dayText` writes a day out. */
export function clientSentence({ key, values }: ClientStanding, words: SharingWords, dayText: (day: LocalDate) => string): string {
  const { day, ...numbers } = values;
  return fillTemplate(words.clients[key], { ...numbers, ...(day !== undefined && { day: dayText(day) }) });
}
