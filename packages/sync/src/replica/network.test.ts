import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rotateKeys } from '../feed/write-records.ts';
import { memberToRecipient } from '../record/wrap-key.ts';
import { countedEntries, eventsOf, missingEntries } from '../merge/merge-entries.ts';
import type { RelayAnswer, RelayRequest } from '../testing/memory-relay.ts';
import { sync } from '../testing/sync-with-relay.ts';
import {
  at,
  createHousehold,
  postRecords,
  request,
  testNow,
  unwrap,
  withEvent,
  type Household,
} from '../testing/test-household.ts';
import { parsePullAnswer, writePullBody } from '../wire/pull.ts';
import { parsePushAnswer, writePushBody } from '../wire/push.ts';
import { nextPull, takePullAnswer } from './pull-replica.ts';
import { entriesToPush, takePushAnswer } from './push-replica.ts';
import type { Replica } from './replica.ts';

/** A message under way. The network may lose it, carry it twice, late, or in another order. */
type Message =
  | { readonly to: 'relay'; readonly from: number; readonly request: RelayRequest }
  | { readonly to: 'device'; readonly device: number; readonly action: string; readonly answer: RelayAnswer };

type Step =
  | { readonly do: 'edit'; readonly device: number; readonly driftMillis: number }
  | { readonly do: 'push' | 'pull'; readonly device: number }
  | { readonly do: 'deliver' | 'lose' | 'double'; readonly pick: number }
  | { readonly do: 'rotate' };

type World = {
  readonly household: Household;
  readonly replicas: Replica[];
  readonly underWay: Message[];
  readonly made: string[];
};

function createWorld(deviceCount: number): World {
  const household = createHousehold(deviceCount);
  return { household, replicas: household.devices.map(({ replica }) => replica), underWay: [], made: [] };
}

function take(world: World, step: Step): void {
  const { household, replicas, underWay } = world;
  if (step.do === 'rotate') return rotate(world);
  if ('pick' in step) {
    const index = step.pick % Math.max(1, underWay.length);
    const message = underWay[index];
    if (message === undefined) return;
    if (step.do === 'double') underWay.push(message);
    else underWay.splice(index, 1);
    if (step.do === 'deliver') deliver(world, message);
    return;
  }
  const device = step.device % replicas.length;
  const replica = at(replicas, device);
  if (step.do === 'edit') {
    const id = `event-${world.made.length}`;
    world.made.push(id);
    replicas[device] = withEvent(replica, id, household.random, testNow + step.driftMillis);
    return;
  }
  const body = step.do === 'push' ? writePushBody(entriesToPush(replica)) : writePullBody(nextPull(replica));
  underWay.push({
    to: 'relay',
    from: device,
    request: request(household, step.do, replica.member.signing, body),
  });
}

function deliver({ household, replicas, underWay }: World, message: Message): void {
  if (message.to === 'relay') {
    const answer = household.relay.handle(message.request);
    underWay.push({ to: 'device', device: message.from, action: message.request.action, answer });
    return;
  }
  if (!message.answer.ok) return;
  const replica = at(replicas, message.device);
  const moment = { nowMillis: testNow, random: household.random };
  replicas[message.device] =
    message.action === 'push'
      ? takePushAnswer(replica, unwrap(parsePushAnswer(message.answer.body))).replica
      : takePullAnswer(replica, unwrap(parsePullAnswer(message.answer.body)), moment).replica;
}

// The owner changes the keys while messages are under way; the first device learns of it at once.
function rotate({ household, replicas }: World): void {
  const first = sync(household, at(replicas, 0));
  const records = rotateKeys(
    {
      keys: household.keys,
      feed: first.feed,
      recipients: household.devices.map(({ member }) => memberToRecipient(member)),
      atMillis: testNow,
    },
    household.random,
  );
  expect(postRecords(household, records).ok).toBe(true);
  replicas[0] = first;
}

// The network is whole again: everybody syncs until nothing waits, then once more to see the others.
function heal({ household, replicas }: World): void {
  for (let round = 0; round < 3; round += 1)
    for (const [device, replica] of replicas.entries()) replicas[device] = sync(household, replica);
}

const device = fc.nat({ max: 4 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('edit'),
      device,
      driftMillis: fc.integer({ min: -900_000, max: 900_000 }),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('push', 'pull'), device }) },
  {
    weight: 10,
    arbitrary: fc.record({ do: fc.constantFrom('deliver', 'deliver', 'lose', 'double'), pick: fc.nat() }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'rotate' } as const) },
);

describe('a network that loses, doubles, delays and reorders', () => {
  it('[Y-24] offline edits on up to five devices end the same everywhere, with every event there once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(step, { maxLength: 60 }), (deviceCount, steps) => {
        const world = createWorld(deviceCount);
        for (const each of steps) take(world, each);
        heal(world);
        const shown = world.replicas.map(({ entries }) => eventsOf(entries.values()).map(({ id }) => id));
        for (const ids of shown) expect(ids).toEqual(shown[0]);
        expect([...(shown[0] ?? [])].toSorted()).toEqual(world.made.toSorted());
        for (const { waiting, unexplained, entries, feed } of world.replicas) {
          expect([waiting, unexplained]).toEqual([[], []]);
          expect(countedEntries(entries, feed).length).toBe(entries.size);
        }
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('[Y-27] without a rotation no entry is missing at the end', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const world = createWorld(3);
        for (const each of steps) if (each.do !== 'rotate') take(world, each);
        heal(world);
        for (const { entries } of world.replicas) expect(missingEntries(entries)).toEqual([]);
      }),
      { numRuns: 10 },
    );
  }, 60_000);
});
