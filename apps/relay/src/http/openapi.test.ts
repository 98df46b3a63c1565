import Ajv from 'ajv/dist/2020.js';
import {
  writeEndCalendarAnswer,
  writeEndCalendarBody,
  writePullBody,
  writePushAnswer,
  writePushBody,
  writePutCalendarAnswer,
  writePutCalendarBody,
  writeReadLogAnswer,
  writeReadLogBody,
  writeRecordAnswer,
  writeRecordBody,
  writePullAnswer,
} from '@psoas/sync';
import { describe, expect, it } from 'vitest';
import { createOpenApi } from './openapi.ts';
import { wireSchemas } from './wire-schemas.ts';

const bytes = Uint8Array.of(1, 2, 255);
const id = 'ab'.repeat(32);

const messages = {
  PullBody: writePullBody({ after: 3, recordsAfter: 1, limit: 500 }),
  PullAnswer: writePullAnswer({ after: 0, records: [bytes], entries: [bytes], last: 1, head: id }),
  PushBody: writePushBody([bytes]),
  PushAnswer: writePushAnswer({
    results: [
      { id, seq: 1 },
      { id, refused: 'revoked' },
    ],
    nearlyFull: false,
  }),
  RecordBody: writeRecordBody([bytes]),
  RecordAnswer: writeRecordAnswer({ count: 1, receipt: null }),
  ReadLogBody: writeReadLogBody(5),
  PutCalendarBody: writePutCalendarBody('BEGIN:VCALENDAR'),
  PutCalendarAnswer: writePutCalendarAnswer(180),
  EndCalendarBody: writeEndCalendarBody(),
  EndCalendarAnswer: writeEndCalendarAnswer(bytes),
  ReadLogAnswer: writeReadLogAnswer([{ at: 1, key: id, from: 1, to: 2 }]),
} as const;

describe('the OpenAPI document', () => {
  it.each(Object.entries(messages))('[RE-11] describes %s as the wire has it', (name, text) => {
    const schema = Object.entries(wireSchemas).find(([each]) => each === name)?.[1];
    const message: unknown = JSON.parse(text);
    expect(schema?.safeParse(message).error?.issues).toBeUndefined();
    const document = JSON.parse(JSON.stringify(createOpenApi())) as {
      components: { schemas: Record<string, object> };
    };
    const ajv = new Ajv({ strict: true });
    ajv.validate(document.components.schemas[name] ?? {}, message);
    expect(ajv.errors).toBeNull();
    expect(ajv.validate(document.components.schemas[name] ?? {}, { version: 2 })).toBe(false);
  });

  it('[RE-11] is of version 3.1 and refers to nothing that is not in it', () => {
    const text = JSON.stringify(createOpenApi());
    expect(text).toContain('"openapi":"3.1.1"');
    for (const [, name = ''] of text.matchAll(/#\/components\/schemas\/(\w+)/g))
      expect(Object.keys(wireSchemas)).toContain(name);
  });
});
