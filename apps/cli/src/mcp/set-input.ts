import { setForms } from '@psoas/core/diary';
import { flagIds } from '@psoas/core/safety';
import { stopSigns } from '@psoas/core/session';
import text from '@psoas/knowledge/text/mcp';
import { z } from 'zod';
import { side } from './planned.ts';

const { fields } = text;

export const idempotencyKey = z.string().min(8).max(200).describe(fields.idempotencyKey);
export const painNow = z.number().min(0).max(10).describe(fields.painNow);
export const newSigns = z.array(z.enum(flagIds)).max(flagIds.length).describe(fields.newSigns);

/** What log_set takes. Bounds here are wide; the plan and the rules narrow them. */
export const setInput = z.strictObject({
  idempotencyKey,
  exercise: z.string().max(100).describe(fields.exercise),
  side: side.describe(fields.side),
  session: z.string().max(100).optional().describe(fields.session),
  set: z.int().min(1).max(100).optional().describe(fields.set),
  reps: z.int().min(0).max(1000).optional().describe(fields.reps),
  holdSeconds: z.number().min(0).max(3600).optional().describe(fields.holdSeconds),
  repsInReserve: z.int().min(0).max(20).optional().describe(fields.repsInReserve),
  pain: z.number().min(0).max(10).optional().describe(fields.pain),
  felt: z.string().max(100).optional().describe(fields.felt),
  sign: z.enum(stopSigns).optional().describe(fields.sign),
  place: z.enum(['front-thigh', 'elsewhere']).optional().describe(fields.place),
  form: z.enum(setForms).optional().describe(fields.form),
  endsSession: z.boolean().optional().describe(fields.endsSession),
  beforeSession: z
    .strictObject({ painNow, newSigns, signsRead: z.literal(true).describe(fields.signsRead) })
    .optional()
    .describe(fields.beforeSession),
});
export type SetInput = z.infer<typeof setInput>;
