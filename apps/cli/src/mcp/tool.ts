import type { Clock, Result } from '@psoas/kernel';
import type { z } from 'zod';
import type { DiaryFile } from '../adapters/diary-file.ts';

/** What the tools reach of the world: one diary and the time. */
export type Desk = { readonly diary: DiaryFile; readonly clock: Clock };

/** A tool for assistants. `input` and `output` are its whole form; a key that they do not name is refused. */
export type Tool<Input, Output> = {
  readonly name: ToolName;
  readonly input: z.ZodType<Input>;
  readonly output: z.ZodType<Output>;
  /** Whether it can add to the diary. None can do anything else to it. */
  readonly writes: boolean;
  readonly run: (input: Input, desk: Desk) => Promise<Answer<Output>>;
};

/** Every tool there is. */
export const toolNames = [
  'get_today',
  'get_plan',
  'log_set',
  'log_pain',
  'explain',
  'search_knowledge',
  'export_bundle',
] as const;
export type ToolName = (typeof toolNames)[number];

/** What a tool says: as data, as lines for reading, and at times a file. */
export type Answer<Output> = Result<Given<Output>, Refusal>;
export type Given<Output> = {
  readonly data: Output;
  readonly lines: readonly string[];
  readonly file?: { readonly uri: string; readonly mimeType: string; readonly text: string };
};

/** Why nothing was done, or not all: what is the case and what to do, what stops first; the field where there is one. */
export type Refusal = { readonly field?: string; readonly lines: readonly string[]; readonly isPartWritten?: boolean };
