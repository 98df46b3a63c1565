import { definitionResources } from './definitions/index.ts';
import type { FhirInput } from './fhir-input.ts';
import { personResources } from './person/index.ts';
import type { Resource } from './r4.ts';
import { addressOf } from './systems.ts';

/** About how many characters come at once. */
const chunkCharacters = 65_536;

/** Everything: what psoas is made of, and then the person. The same diary on the same day gives the same bytes. */
export function* fhirResources(entries: readonly unknown[], input: FhirInput): Generator<Resource> {
  yield* definitionResources(input.knowledge, input.words);
  yield* personResources(entries, input);
}

/**
 * A diary as a FHIR bundle (`collection`) in pieces, so that a large one never stands in memory as one text. One entry a
 * line.
 */
export function* fhirBundleChunks(entries: readonly unknown[], input: FhirInput): Generator<string> {
  let chunk = '{"resourceType":"Bundle","type":"collection","entry":[';
  let separator = '\n';
  for (const resource of fhirResources(entries, input)) {
    chunk += `${separator}${JSON.stringify({ fullUrl: addressOf(resource.resourceType, resource.id), resource })}`;
    separator = ',\n';
    if (chunk.length < chunkCharacters) continue;
    yield chunk;
    chunk = '';
  }
  yield `${chunk}\n]}\n`;
}
