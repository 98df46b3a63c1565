import { Decoder, Encoder, Profile, Stream } from '@garmin/fitsdk';
import { isRecord, type UnknownRecord } from '@psoas/kernel';

/** What the Garmin SDK reads in a file: the independent reader that our encoder and decoder are tried against. */
export type SdkFile = {
  readonly isWhole: boolean;
  readonly errors: readonly string[];
  readonly messages: Readonly<Record<string, readonly UnknownRecord[]>>;
};

/** Decodes a file with the SDK; `isRaw` leaves numbers and times as they stand. */
export function decodeWithSdk(bytes: Uint8Array): SdkFile {
  const decoder = (): Decoder => new Decoder(Stream.fromByteArray([...bytes]));
  const { messages, errors } = decoder().read({ convertDateTimesToDates: false });
  return {
    isWhole: decoder().isFIT() && decoder().checkIntegrity(),
    errors: errors.map(({ message }) => message),
    messages: Object.fromEntries(Object.entries(messages).map(([name, list]) => [name, recordsOf(list)])),
  };
}

/** A file that the SDK writes, as a watch would. */
export function encodeWithSdk(messages: readonly { readonly number: number; readonly fields: UnknownRecord }[]): Uint8Array {
  const encoder = new Encoder();
  for (const { number, fields } of messages) encoder.onMesg(number, { mesgNum: number, ...fields });
  return encoder.close();
}

/** The word of the SDK for a movement of a group. */
export function sdkExerciseName(category: string, name: number): string | undefined {
  const names: unknown = Object.entries(Profile.types).find(([type]) => type === `${category}ExerciseName`)?.[1];
  const word: unknown = isRecord(names) ? names[String(name)] : undefined;
  return typeof word === 'string' ? word : undefined;
}

function recordsOf(list: unknown): readonly UnknownRecord[] {
  return Array.isArray(list) ? list.filter(isRecord) : [];
}
