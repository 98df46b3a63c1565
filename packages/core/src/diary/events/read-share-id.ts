import type { FieldReader, Problem } from '@psoas/kernel';

const shareIdPattern = /^[0-9a-f]{32}$/;

/** The id of a share: 32 lower-case hexadecimal digits. */
export function readShareId(reader: FieldReader | undefined, problems: Problem[]): string | undefined {
  const share = reader?.text('share');
  if (share === undefined || shareIdPattern.test(share)) return share;
  problems.push({ field: `${reader?.path}.share`, kind: 'not-allowed', allowed: '32 hexadecimal digits', found: share.slice(0, 60) });
  return undefined;
}
