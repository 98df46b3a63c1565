import { catalogue } from '@psoas/knowledge/rules';
import { expect, it } from 'vitest';
import { readText, tableRows } from './pages.ts';

it('[P-05] the table of gates on the programme page is that of the knowledge', () => {
  const told = tableRows(readText('docs/spec/programme.md')).filter(
    ([first = '', ...rest]) => /^`[a-z-]+`$/.test(first) && rest.length === 3,
  );
  const known = catalogue.exercises.flatMap(({ id, gates }) =>
    gates.map(({ requires }) => {
      const amount = requires.reps === undefined ? `${requires.holdSeconds ?? 0} s` : String(requires.reps);
      return [
        `\`${id}\``,
        `\`${requires.exercise}\` ${requires.sets} x ${amount}`,
        String(requires.sessions),
        String(requires.painAtMost),
      ];
    }),
  );
  expect(told.map(([id, after = '', ...rest]) => [id, after.replace(', too', ''), ...rest])).toEqual(known);
});
