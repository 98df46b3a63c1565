import { byId } from '@psoas/kernel';
import { exercises } from '@psoas/knowledge/exercises';
import { describe, expect, it } from 'vitest';
import { chooseByDigit, spokenQuestions } from './spoken-questions.ts';

const lunge = byId(exercises).get('kneeling-hip-flexor-lunge');
if (lunge === undefined) throw new Error('the catalogue lacks the lunge');
const [pain, place] = spokenQuestions(lunge, false);
if (pain === undefined || place === undefined) throw new Error('two questions were expected');

describe('[AC-04] questions that are heard', () => {
  it('ask for pain, then, of strength, for effort and form, then for the place', () => {
    expect(spokenQuestions(lunge, true).map(({ choices }) => Object.keys(choices[0]?.answer ?? {})[0])).toEqual(['pain', 'repsInReserve', 'form', 'felt']);
    expect(spokenQuestions(lunge, false)).toHaveLength(2);
  });

  it('say each place that the screen shows, with its number', () => {
    expect(place.choices.map(({ answer }) => answer.felt)).toEqual(lunge.feel.answers);
    for (const { number, label } of place.choices) expect(place.prompt).toContain(`${number}: ${label}.`);
  });

  it('take ten by two digits, and a digit that does not fit as a new number', () => {
    expect(chooseByDigit(pain, '', '1')?.answer).toEqual({ pain: 1 });
    expect(chooseByDigit(pain, '1', '0')?.answer).toEqual({ pain: 10 });
    expect(chooseByDigit(pain, '1', '4')?.answer).toEqual({ pain: 4 });
    expect(chooseByDigit(pain, '10', '3')?.answer).toEqual({ pain: 3 });
    expect(chooseByDigit(place, '', '0')).toBeUndefined();
  });
});
