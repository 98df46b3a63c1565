import type { LocalDate } from '@psoas/kernel';

/** A diary as a FHIR bundle in pieces. What makes it is fetched now: few people ever need it. */
export async function fhirPieces(entries: readonly unknown[], today: LocalDate): Promise<Iterable<string>> {
  const [{ fhirBundleChunks }, { knowledge, words }] = await Promise.all([import('@psoas/exchange/fhir'), import('@psoas/exchange/fhir-english')]);
  return fhirBundleChunks(entries, { knowledge, words, today });
}
