import { isRecord } from '@psoas/kernel';

/** The system's code of an error, such as ENOENT; its text when it has none. */
export function errorCode(error: unknown): string {
  const code: unknown = error instanceof Error || isRecord(error) ? Reflect.get(error, 'code') : undefined;
  if (typeof code === 'string') return code;
  return error instanceof Error ? error.message : String(error);
}
