import type text from '@psoas/knowledge/text/cli';
import type { Command } from './io.ts';

export type OptionName = keyof (typeof text)['options'];

/** What the parser has to know of a command; its code and its knowledge are loaded only when it runs. */
export type CommandSpec = {
  readonly name: keyof (typeof text)['commands'];
  readonly argument?: { readonly form: string; readonly text: keyof (typeof text)['arguments'] };
  readonly options: readonly OptionName[];
  readonly load: () => Promise<Command>;
};

export const commandSpecs: readonly CommandSpec[] = [
  {
    name: 'check',
    options: ['answers', 'diary', 'json'],
    load: async () => (await import('./commands/check.ts')).check,
  },
  {
    name: 'plan',
    options: ['answers', 'diary', 'json'],
    load: async () => (await import('./commands/plan.ts')).plan,
  },
  {
    name: 'today',
    options: ['diary', 'json'],
    load: async () => (await import('./commands/today.ts')).today,
  },
  {
    name: 'session',
    argument: { form: '[id]', text: 'session' },
    options: ['answers', 'diary', 'timeline', 'firstSide', 'oneSideFirst', 'json'],
    load: async () => (await import('./commands/session.ts')).session,
  },
  {
    name: 'questions',
    options: ['template', 'json'],
    load: async () => (await import('./commands/questions.ts')).questions,
  },
  {
    name: 'exercises',
    options: ['class', 'equipment', 'json'],
    load: async () => (await import('./commands/exercises.ts')).exercises,
  },
  {
    name: 'exercise',
    argument: { form: '<id>', text: 'exercise' },
    options: ['side', 'json'],
    load: async () => (await import('./commands/exercise.ts')).exercise,
  },
  {
    name: 'learn',
    argument: { form: '[topic]', text: 'topic' },
    options: ['json'],
    load: async () => (await import('./commands/learn.ts')).learn,
  },
  {
    name: 'faq',
    argument: { form: '[id]', text: 'faq' },
    options: ['json'],
    load: async () => (await import('./commands/faq.ts')).faq,
  },
  {
    name: 'claims',
    argument: { form: '[id]', text: 'claim' },
    options: ['verdict', 'seed', 'json'],
    load: async () => (await import('./commands/claims.ts')).claims,
  },
  {
    name: 'sources',
    argument: { form: '[id]', text: 'source' },
    options: ['json'],
    load: async () => (await import('./commands/sources.ts')).sources,
  },
];
