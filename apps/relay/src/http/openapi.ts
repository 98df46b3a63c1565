import { z } from 'zod';
import { calendarFileSchema, calendarIdSchema, feedIdSchema, wireSchemas, type WireSchemaName } from './wire-schemas.ts';

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
      description:
        'Stores sealed feeds and can read nothing in them; and, in the clear, neutral calendars that people publish. The format is packages/sync/SPEC.md.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths: { ...feedPaths(), ...calendarPaths(), ...plainPaths() },
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

const calendarOperations: Readonly<Record<string, Operation>> = {
  put: {
    summary: 'Puts a neutral calendar in the place of what was there.',
    body: 'PutCalendarBody',
    answer: 'PutCalendarAnswer',
  },
  end: { summary: 'Deletes a calendar for ever.', body: 'EndCalendarBody', answer: 'EndCalendarAnswer' },
};

function feedPaths(): Readonly<Record<string, unknown>> {
  const parameters = [{ name: 'feedId', in: 'path', required: true, schema: jsonSchemaOf(feedIdSchema) }];
  return Object.fromEntries(
    Object.entries(operations).map(([action, operation]) => [
      `/v1/feeds/{feedId}/${action}`,
      { post: signedPost({ ...operation, operationId: action, parameters }) },
    ]),
  );
}

// [RE-17] Its address is what a calendar program asks with; there is no signature.
function calendarPaths(): Readonly<Record<string, unknown>> {
  const parameters = [{ name: 'calendarId', in: 'path', required: true, schema: jsonSchemaOf(calendarIdSchema) }];
  const owned = Object.entries(calendarOperations).map(([action, operation]): readonly [string, unknown] => [
    `/v1/calendars/{calendarId}/${action}`,
    { post: signedPost({ ...operation, operationId: `${action}-calendar`, parameters }) },
  ]);
  const get = {
    operationId: 'read-calendar',
    summary: 'The calendar of an address, for calendar programs.',
    parameters: [{ name: 'file', in: 'path', required: true, schema: jsonSchemaOf(calendarFileSchema) }],
    responses: {
      200: { description: 'iCalendar (RFC 5545).', content: { 'text/calendar': { schema: { type: 'string' } } } },
      304: { description: 'It is still what `if-none-match` names.' },
      default: { description: 'Refused.', content: contentOf('Refusal') },
    },
  };
  return { ...Object.fromEntries(owned), '/calendar/{file}': { get } };
}

function signedPost({
  operationId,
  summary,
  body,
  answer,
  parameters,
}: Operation & { readonly operationId: string; readonly parameters: readonly unknown[] }): unknown {
  return {
    operationId,
    summary,
    security: [{ signed: [] }],
    parameters,
    requestBody: { required: true, content: contentOf(body) },
    responses: {
      200: { description: 'Done.', content: contentOf(answer) },
      default: { description: 'Refused.', content: contentOf('Refusal') },
    },
  };
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
