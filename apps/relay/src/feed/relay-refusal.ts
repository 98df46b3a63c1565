import type { Refusal } from '@psoas/sync';

/** Why the relay does not do what was asked. */
export type RelayRefusal =
  | Refusal
  | { readonly type: 'no-such-feed'; readonly rule: 'RE-02' }
  | { readonly type: 'too-many-requests'; readonly rule: 'RE-05'; readonly waitMillis: number }
  | {
      readonly type: 'relay-full';
      readonly rule: 'RE-15';
      readonly what: 'feeds' | 'calendars' | 'bytes';
      readonly used: number;
      readonly limit: number;
    }
  | { readonly type: 'no-such-calendar'; readonly rule: 'RE-17' }
  | { readonly type: 'calendar-ended'; readonly rule: 'RE-18' }
  | { readonly type: 'too-large'; readonly rule: 'RE-05'; readonly limit: number }
  | { readonly type: 'no-such-page'; readonly rule: 'RE-01' }
  | { readonly type: 'no-http'; readonly rule: 'RE-01' }
  | { readonly type: 'unsupported-body'; readonly rule: 'RE-01' }
  | { readonly type: 'not-now'; readonly rule: 'RE-09' };

/** [RE-02] What everybody hears who is no member: of a feed that is there and of one that is not. */
export const strangerRefusal: RelayRefusal = { type: 'no-right', rule: 'Y-20' };

/** [RE-01] The HTTP status of a refusal. */
export function statusOf({ type }: RelayRefusal): number {
  switch (type) {
    case 'wrong-length':
    case 'newer-version':
    case 'wrong-kind':
    case 'not-allowed':
    case 'damaged':
    case 'not-neutral':
    case 'no-http':
      return 400;
    case 'bad-signature':
    case 'clock-off':
    case 'replayed':
    case 'other-relay':
    case 'other-action':
    case 'other-body':
    case 'other-feed':
      return 401;
    case 'no-such-feed':
    case 'no-such-calendar':
    case 'no-such-page':
      return 404;
    case 'wrong-number':
    case 'fork':
    case 'takes-rights':
    case 'no-such-member':
    case 'old-epoch':
    case 'unknown-epoch':
    case 'already-joined':
      return 409;
    case 'feed-ended':
    case 'calendar-ended':
      return 410;
    case 'too-large':
    case 'calendar-too-large':
      return 413;
    case 'unsupported-body':
      return 415;
    case 'too-many-requests':
      return 429;
    case 'feed-full':
    case 'relay-full':
      return 507;
    case 'not-now':
      return 503;
    case 'not-the-owner':
    case 'no-right':
    case 'unknown-writer':
    case 'expired':
    case 'revoked':
    case 'no-successor':
    case 'needs-words':
      return 403;
  }
}
