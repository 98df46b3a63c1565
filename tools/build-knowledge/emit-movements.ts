import type { Movement } from '@psoas/body';
import { describeFigure, figureSentence, type FigureText } from '@psoas/figure/describe';
import type { RawItem, RawKnowledge } from './read-items.ts';

/** The modules of the movements: one for each, so that a screen loads what it shows; all in one; and the loaders. */
export function movementModules(knowledge: RawKnowledge): readonly (readonly [path: string, body: string])[] {
  return [
    ...knowledge.movements.map(
      (item) => [`movements/${item.name}.ts`, movementModule(item, knowledge)] as const,
    ),
    ['movements.ts', listModule(knowledge)],
    ['movement-loaders.ts', loadersModule(knowledge)],
  ];
}

/** The same movements in the words of another language: what is seen is said anew, the movement is the English module's. */
export function spokenMovementModules(knowledge: RawKnowledge): readonly (readonly [path: string, body: string])[] {
  return [
    ...knowledge.movements.map((item): readonly [string, string] => {
      const seen = `export const seen: SeenPosture = ${JSON.stringify(seenIn(item, knowledge))};`;
      return [`movements/${item.name}.ts`, `import type { SeenPosture } from '../../types.ts';\n\nexport { lights, movement } from '../../movements/${item.name}.ts';\n${seen}\n`];
    }),
    ['movement-loaders.ts', loadersModule(knowledge).replace(`'./types.ts'`, `'../types.ts'`)],
  ];
}

function movementModule(item: RawItem, knowledge: RawKnowledge): string {
  const constants = [
    `export const movement: Movement = ${JSON.stringify(item.value)};`,
    `export const lights: readonly string[] = ${JSON.stringify(lightsOf(item, knowledge))};`,
    `export const seen: SeenPosture = ${JSON.stringify(seenIn(item, knowledge))};`,
  ];
  return `import type { Movement, SeenPosture } from '../types.ts';\n\n${constants.join('\n\n')}\n`;
}

// What lights up in a figure: what the exercise trains; in a self-test and in standing the muscle that all is about.
function lightsOf({ name }: RawItem, { exercises }: RawKnowledge): unknown {
  const exercise = exercises.find((each) => each.name === name);
  return exercise === undefined ? ['psoas-major'] : record(record(exercise.value)['targets'])['primary'];
}

// The figure in words, made from the posture that stands for the movement; for the left side the sides change places.
function seenIn(
  { value }: RawItem,
  { texts }: RawKnowledge,
): { readonly left: string; readonly right: string } {
  // The schema has accepted both by now, or the build fails.
  const movement = value as Movement;
  const text = texts.find(({ name }) => name === 'figure')?.value as FigureText;
  const phrases = describeFigure(
    movement.keyframes.find(({ id }) => id === movement.shows)?.pose ?? {},
    movement.props,
  );
  return { left: figureSentence(phrases, text, 'left'), right: figureSentence(phrases, text, 'right') };
}

function listModule({ movements }: RawKnowledge): string {
  const imports = movements.map(
    ({ name }, index) => `import { movement as movement${index} } from './movements/${name}.ts';\n`,
  );
  return `${imports.join('')}import type { Movement } from './types.ts';\n\nexport const movements: readonly Movement[] = [${movements.map((_, index) => `movement${index}`).join(', ')}];\n`;
}

function loadersModule({ movements }: RawKnowledge): string {
  const entries = movements.map(({ name }) => `  '${name}': () => import('./movements/${name}.ts'),\n`);
  return `import type { MovementModule } from './types.ts';\n\nexport const movementLoaders: { readonly [id: string]: () => Promise<MovementModule> } = {\n${entries.join('')}};\n`;
}

function record(value: unknown): { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Types that the movement modules share. */
export const movementTypes = `
/** What a figure shows, in words, for each target side. */
export type SeenPosture = { readonly left: string; readonly right: string };

/** A movement, the muscles that light up in it, and what is seen. */
export type MovementModule = { readonly movement: Movement; readonly lights: readonly string[]; readonly seen: SeenPosture };
`;
