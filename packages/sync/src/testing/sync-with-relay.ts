import { entriesToPush, takePushAnswer, type PushOutcome } from '../replica/push-replica.ts';
import { nextPull, takePullAnswer, type PullOutcome } from '../replica/pull-replica.ts';
import type { Replica } from '../replica/replica.ts';
import { parsePullAnswer, writePullBody } from '../wire/pull.ts';
import { parsePushAnswer, writePushBody } from '../wire/push.ts';
import { request, testNow, unwrap, type Household } from './test-household.ts';

/** Pushes what waits; the answer arrives. */
export function push(household: Household, replica: Replica): PushOutcome {
  const body = writePushBody(entriesToPush(replica));
  const answer = household.relay.handle(request(household, 'push', replica.member.signing, body));
  if (!answer.ok) throw new Error(answer.refused);
  return takePushAnswer(replica, unwrap(parsePushAnswer(answer.body)));
}

/** Pulls once; the answer arrives. */
export function pull(household: Household, replica: Replica): PullOutcome {
  const body = writePullBody(nextPull(replica));
  const answer = household.relay.handle(request(household, 'pull', replica.member.signing, body));
  if (!answer.ok) throw new Error(answer.refused);
  const moment = { nowMillis: testNow, random: household.random };
  return takePullAnswer(replica, unwrap(parsePullAnswer(answer.body)), moment);
}

/** Pulls, then pushes: what a device does that is back in the network. */
export function sync(household: Household, replica: Replica): Replica {
  return push(household, pull(household, replica).replica).replica;
}
