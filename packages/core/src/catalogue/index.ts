/** The catalogue: what the rules need to know of exercises and self-tests. */
export * from './exercise.ts';
