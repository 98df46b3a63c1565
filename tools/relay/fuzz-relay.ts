import { createPrivateKey, hash, randomBytes, sign as signBytes, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import type { openRelay } from '../../apps/relay/src/start-relay.ts';
import type { Action, CalendarAction } from '@psoas/sync';
import { neutralCalendar, type CalendarOwner } from '../../apps/relay/src/testing/calendar-owner.ts';
import type { Household } from '../../apps/relay/src/testing/household.ts';

/** One request as a stranger, or somebody with a key, might send it. */
type FuzzRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** Who signs the body as it is; nobody where absent. */
  readonly signer: 'owner' | 'member' | 'calendar' | 'stranger' | undefined;
};

/** What the fuzzed relay is made of. */
export type FuzzTarget = {
  readonly app: Awaited<ReturnType<typeof openRelay>>;
  readonly home: Household;
  /** A calendar that lies there. */
  readonly calendar: CalendarOwner;
  readonly address: string;
  readonly nowMillis: () => number;
};

/** How often, and by which seed. */
export type FuzzPlan = { readonly runs: number; readonly seed: number; readonly onRun?: (run: number) => void };

/** What came of it: how many answers of each status. A fault is thrown, with the seed and the smallest request. */
export type FuzzOutcome = { readonly runs: number; readonly seed: number; readonly countByStatus: Readonly<Record<string, number>> };

const actions = ['pull', 'push', 'record', 'read-log'] as const satisfies readonly Action[];
const calendarPaths: Readonly<Record<string, CalendarAction>> = { put: 'put-calendar', end: 'end-calendar' };
const allActions: readonly (Action | CalendarAction)[] = [...actions, 'put-calendar', 'end-calendar'];

/**
 * Sends fuzzed requests to a relay in this process, and looks at each answer: a status below 500 (507 for full), no
 * stack, and a refusal in the relay's own words.
 * @throws Error by fast-check where an answer is anything else.
 */
export async function fuzzRelay(target: FuzzTarget, { runs, seed, onRun = () => {} }: FuzzPlan): Promise<FuzzOutcome> {
  const countByStatus: Record<string, number> = {};
  const signers = createSigners(target);
  let run = 0;
  const property = fc.asyncProperty(requestArbitrary(target), async (request) => {
    const status = await sendAndJudge(target, request, signers);
    countByStatus[status] = (countByStatus[status] ?? 0) + 1;
    run += 1;
    onRun(run);
  });
  await fc.assert(property, { numRuns: runs, seed });
  return { runs, seed, countByStatus };
}

function requestArbitrary({ home: { keys, records }, calendar }: FuzzTarget): fc.Arbitrary<FuzzRequest> {
  const feedId = fc.oneof(
    { weight: 6, arbitrary: fc.constant(keys.feedId) },
    { weight: 1, arbitrary: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex')) },
    { weight: 1, arbitrary: fc.string({ maxLength: 80 }) },
  );
  const feedPath = fc
    .tuple(feedId, fc.oneof(fc.constantFrom(...actions), fc.string({ maxLength: 12 })))
    .map(([id, action]) => `/v1/feeds/${id}/${action}`);
  const knownPath = fc.constantFrom('/v1/relay', '/openapi.json', '/healthz', '/readyz', '/metrics', '/', '/v1/feeds');
  // What injects requests reads each path as a URL itself.
  const path = fc
    .oneof(
      { weight: 8, arbitrary: feedPath },
      { weight: 3, arbitrary: calendarPathArbitrary(calendar) },
      { weight: 1, arbitrary: knownPath },
      { weight: 1, arbitrary: fc.string({ maxLength: 200 }).map((text) => `/${text}`) },
    )
    .filter((text) => URL.canParse(text, 'http://localhost'));
  const bytesText = fc.oneof(
    fc.constantFrom(...records.map((bytes) => Buffer.from(bytes).toString('base64url'))),
    fc.uint8Array({ maxLength: 600 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
    fc.string({ maxLength: 60 }),
  );
  const number = fc.oneof(fc.nat(), fc.integer(), fc.double(), fc.constantFrom(1e308, -0, Number.MAX_SAFE_INTEGER));
  const message = fc.record(
    {
      text: calendarTextArbitrary(calendar),
      version: fc.oneof({ weight: 8, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: number }),
      after: number,
      recordsAfter: number,
      limit: number,
      entries: fc.array(bytesText, { maxLength: 5 }),
      records: fc.array(bytesText, { maxLength: 5 }),
      __proto__: fc.jsonValue(),
    },
    { requiredKeys: ['version'] },
  );
  const body = fc.oneof(
    { weight: 6, arbitrary: message.map((value) => JSON.stringify(value)) },
    { weight: 2, arbitrary: fc.json() },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 400 }) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)) },
    { weight: 1, arbitrary: fc.nat(3000).map((depth) => '['.repeat(depth)) },
  );
  const headerText = fc.string({ unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)), maxLength: 300 });
  const headers = fc.record(
    {
      authorization: fc.oneof(headerText, fc.uint8Array({ minLength: 218, maxLength: 218 }).map((bytes) => `psoas1 ${Buffer.from(bytes).toString('base64url')}`)),
      'content-type': fc.oneof({ weight: 6, arbitrary: fc.constant('application/json') }, { weight: 1, arbitrary: headerText }),
      'content-length': fc.oneof(fc.nat().map(String), headerText),
      'content-encoding': headerText,
      'transfer-encoding': headerText,
      accept: headerText,
      origin: headerText,
      expect: headerText,
      host: headerText,
      'x-forwarded-for': headerText,
      'x-http-method-override': headerText,
    },
    { requiredKeys: ['content-type'] },
  );
  const method = fc.oneof(
    { weight: 9, arbitrary: fc.constant('POST') },
    { weight: 1, arbitrary: fc.constantFrom('GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE') },
  );
  const signer = fc.constantFrom('owner', 'member', 'member', 'calendar', 'stranger', undefined, undefined);
  return fc.record({ method, path, headers, body, signer });
}

function calendarPathArbitrary({ keys }: CalendarOwner): fc.Arbitrary<string> {
  const id = fc.oneof({ weight: 6, arbitrary: fc.constant(keys.calendarId) }, { weight: 1, arbitrary: fc.string({ maxLength: 80 }) });
  return fc.oneof(
    fc.tuple(id, fc.constantFrom(...Object.keys(calendarPaths))).map(([calendarId, action]) => `/v1/calendars/${calendarId}/${action}`),
    fc.oneof(fc.constant(keys.address), fc.string({ maxLength: 60 })).map((address) => `/calendar/${address}.ics`),
  );
}

function calendarTextArbitrary({ keys }: CalendarOwner): fc.Arbitrary<string> {
  const whole = neutralCalendar(keys.uidStem);
  return fc.oneof(
    fc.constant(whole),
    fc.tuple(fc.nat({ max: whole.length }), fc.string({ maxLength: 9 })).map(([at, added]) => whole.slice(0, at) + added + whole.slice(at)),
    fc.string({ unit: 'binary', maxLength: 300 }),
  );
}

type Signers = Readonly<Record<'owner' | 'member' | 'calendar' | 'stranger', { readonly publicKey: string; readonly key: KeyObject }>>;

function createSigners({ home, calendar }: FuzzTarget): Signers {
  const toSigner = ({ publicKey, seed }: { readonly publicKey: string; readonly seed: Uint8Array }): Signers['owner'] => {
    const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
    return { publicKey, key: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }) };
  };
  const [member, stranger] = home.members;
  if (member === undefined || stranger === undefined) throw new Error('The feed needs a member and a stranger.');
  return { owner: toSigner(home.keys.owner), calendar: toSigner(calendar.keys.owner), member: toSigner(member.keys.signing), stranger: toSigner(stranger.keys.signing) };
}

async function sendAndJudge(target: FuzzTarget, request: FuzzRequest, signers: Signers): Promise<number> {
  const { method, path, body } = request;
  const signed = request.signer === undefined ? {} : { authorization: signAs(target, request, signers[request.signer]) };
  const headers = { ...request.headers, ...signed };
  const isBodyless = method === 'GET' || method === 'HEAD';
  const answer = await target.app.inject({
    method: method as 'POST',
    url: path,
    headers,
    ...(!isBodyless && { payload: body }),
  });
  const { statusCode, payload } = answer;
  if (statusCode >= 500 && statusCode !== 507) throw new Error(`answered ${statusCode}: ${payload}`);
  if (/\bat .*:\d+:\d+|node_modules|\.ts:\d/.test(payload)) throw new Error(`shows a stack: ${payload}`);
  if (statusCode >= 400 && method !== 'HEAD') {
    const refusal = JSON.parse(payload) as { version?: unknown; refused?: unknown };
    if (refusal.version !== 1 || typeof refusal.refused !== 'string') throw new Error(`no refusal: ${payload}`);
  }
  return statusCode;
}

// A right signature over a wrong body comes further in than anything else.
function signAs({ home, calendar, address, nowMillis }: FuzzTarget, { path, body }: FuzzRequest, { publicKey, key }: Signers['owner']): string {
  const end = path.slice(path.lastIndexOf('/') + 1);
  const isCalendar = path.startsWith('/v1/calendars/');
  const action = allActions.indexOf(isCalendar ? (calendarPaths[end] ?? 'end-calendar') : (actions.find((each) => each === end) ?? 'pull')) + 1;
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(nowMillis()));
  const unsigned = Buffer.concat([
    Buffer.from([1, action]),
    Buffer.from(isCalendar ? calendar.keys.calendarId : home.keys.feedId, 'hex'),
    Buffer.from(publicKey, 'hex'),
    hash('sha256', address, 'buffer'),
    time,
    randomBytes(16),
    hash('sha256', body, 'buffer'),
  ]);
  const signature = signBytes(null, Buffer.concat([Buffer.from('psoas/1/request\0'), unsigned]), key);
  return `psoas1 ${Buffer.concat([unsigned, signature]).toString('base64url')}`;
}
