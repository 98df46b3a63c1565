import { z } from 'zod';
import { feedIdSchema, wireSchemas, type WireSchemaName } from './wire-schemas.ts';

type Operation = {
  readonly summary: string;
  readonly body: WireSchemaName;
  readonly answer: WireSchemaName;
};

const operations: Readonly<Record<string, Operation>> = {
  pull: { summary: 'Entries and records after a cursor.', body: 'PullBody', answer: 'PullAnswer' },
  push: { summary: 'Adds entries; the same again changes nothing.', body: 'PushBody', answer: 'PushAnswer' },
  record: {
    summary: 'Adds records; the first ones begin a feed, the last may erase it.',
    body: 'RecordBody',
    answer: 'RecordAnswer',
  },
  'read-log': { summary: 'Who has read a share.', body: 'ReadLogBody', answer: 'ReadLogAnswer' },
};

/** [RE-11] The relay's OpenAPI 3.1 document. Its schemas are JSON Schema of 2020-12, as 3.1 has them. */
export function createOpenApi(): unknown {
  return {
    openapi: '3.1.1',
    info: {
      title: 'psoas relay',
      version: '1',
      description: 'Stores sealed feeds and can read nothing in them. The format is packages/sync/SPEC.md.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths: { ...feedPaths(), ...plainPaths() },
    components: {
      schemas: Object.fromEntries(
        Object.entries(wireSchemas).map(([name, schema]) => [name, jsonSchemaOf(schema)]),
      ),
      securitySchemes: {
        signed: {
          type: 'apiKey',
          in: 'header',
          name: 'authorization',
          description: '`psoas1` and a signed request in base64url (SPEC.md, "Requests").',
        },
      },
    },
  };
}

function feedPaths(): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(operations).map(([action, { summary, body, answer }]) => [
      `/v1/feeds/{feedId}/${action}`,
      {
        post: {
          operationId: action,
          summary,
          security: [{ signed: [] }],
          parameters: [{ name: 'feedId', in: 'path', required: true, schema: jsonSchemaOf(feedIdSchema) }],
          requestBody: { required: true, content: contentOf(body) },
          responses: {
            200: { description: 'Done.', content: contentOf(answer) },
            default: { description: 'Refused.', content: contentOf('Refusal') },
          },
        },
      },
    ]),
  );
}

function plainPaths(): Readonly<Record<string, unknown>> {
  const get = (operationId: string, description: string, content: unknown): unknown => ({
    get: { operationId, responses: { 200: { description, content } } },
  });
  const text = { 'text/plain': { schema: { type: 'string' } } };
  const object = { 'application/json': { schema: { type: 'object' } } };
  return {
    '/v1/relay': get('relay', 'What this relay is and allows.', contentOf('RelayAnswer')),
    '/openapi.json': get('openapi', 'This document.', object),
    '/healthz': get('health', 'The process answers.', text),
    '/readyz': get('ready', 'Storage answers; 503 where it does not, or the relay is about to stop.', text),
  };
}

function contentOf(name: WireSchemaName): unknown {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } };
}

function jsonSchemaOf(schema: z.ZodType): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12' });
  return rest;
}
