import type { SdkFile } from './garmin-sdk.ts';

/** What the SDK read, one message in a line, for people. */
export function sdkFileToText({ messages }: SdkFile): string {
  const lines = Object.entries(messages).flatMap(([name, list]) =>
    list.map((fields) => {
      const values = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
      return `${name.replace(/Mesgs$/, '')}: ${values.map(([field, value]) => `${field} ${String(value)}`).join(', ')}`;
    }),
  );
  return `${lines.join('\n')}\n`;
}
