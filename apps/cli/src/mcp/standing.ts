import { z } from 'zod';
import type { Looked } from './look.ts';
import { stop, stopOf } from './stop.ts';

/** How it stands with today after something was written. */
export const standing = z.object({ kind: z.string(), stop: stop.nullable() });

/** The same, from a diary. */
export function standingOf(looked: Looked): z.infer<typeof standing> {
  return { kind: looked.now.kind, stop: stopOf(looked) };
}
