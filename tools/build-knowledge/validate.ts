import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type AnySchemaObject, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { KnowledgeProblem } from './knowledge-problem.ts';
import type { RawItem, RawKnowledge } from './read-items.ts';

const schemaByKind = {
  exercises: 'exercise',
  checks: 'check',
  movements: 'movement',
  mechanics: 'mechanics',
  questions: 'question',
  groups: 'group',
  modifiers: 'modifier',
  sources: 'source',
  faq: 'faq',
  articles: 'article',
  claims: 'claim',
} as const;
const checkedKinds = ['exercises', 'checks', 'movements', 'mechanics', 'questions', 'groups', 'modifiers', 'sources', 'faq', 'articles', 'claims'] as const satisfies readonly (keyof typeof schemaByKind)[];

/** Checks every item against its JSON Schema; each fault names file, field and remedy. */
export function validateItems(root: string, knowledge: RawKnowledge): readonly KnowledgeProblem[] {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strict: true, strictRequired: false });
  // `tsType` tells only the type generator how long a list is; `x-text` says what another language replaces.
  ajv.addVocabulary(['tsType', 'x-text']);
  const folder = join(root, 'schema');
  for (const name of readdirSync(folder)) ajv.addSchema(readSchema(join(folder, name)));
  return checkedKinds.flatMap((kind) => {
    const validate = ajv.getSchema(`${schemaByKind[kind]}.schema.json`);
    if (validate === undefined) throw new Error(`no schema ${schemaByKind[kind]}.schema.json`);
    return knowledge[kind].flatMap((item) => [...itemProblems(item, validate), ...nameProblems(item, kind)]);
  });
}

function readSchema(path: string): AnySchemaObject {
  const schema: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof schema !== 'object' || schema === null) throw new Error(`${path} is no schema`);
  return schema;
}

function itemProblems({ file, value }: RawItem, validate: ValidateFunction): readonly KnowledgeProblem[] {
  if (value === undefined || validate(value)) return [];
  return (validate.errors ?? []).map((error) => ({ file, field: fieldOf(error), remedy: remedyOf(error) }));
}

// The file's name is the id, so that a reader finds an item by its name.
function nameProblems({ file, name, value }: RawItem, kind: keyof typeof schemaByKind): readonly KnowledgeProblem[] {
  if (kind === 'groups' || kind === 'modifiers' || kind === 'mechanics' || typeof value !== 'object' || value === null || !('id' in value)) return [];
  return value.id === name ? [] : [{ file, field: 'id', remedy: `write ${name}, as the file is called` }];
}

function fieldOf({ instancePath, params }: ErrorObject): string {
  const path = instancePath.slice(1).replaceAll('/', '.');
  const extra: unknown = params['missingProperty'] ?? params['additionalProperty'];
  return typeof extra === 'string' ? [path, extra].filter((part) => part !== '').join('.') : path;
}

function remedyOf(error: ErrorObject): string {
  switch (error.keyword) {
    case 'required':
      return 'add this field';
    case 'additionalProperties':
      return 'remove this field or correct its name';
    case 'enum':
      return `use one of ${JSON.stringify(error.params['allowedValues'])}`;
    default:
      return error.message ?? error.keyword;
  }
}
