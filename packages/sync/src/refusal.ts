import type { Problem } from '@psoas/kernel';

/** Why bytes are not what they should be, before anybody's rights are looked at. */
export type FrameFault =
  | { readonly type: 'wrong-length'; readonly found: number; readonly allowed: string }
  | { readonly type: 'newer-version'; readonly found: number; readonly known: number }
  | { readonly type: 'wrong-kind'; readonly found: number }
  | {
      readonly type: 'not-allowed';
      readonly field: string;
      readonly found: number;
      readonly allowed: string;
    };

/** Why a signed thing is not taken. `rule` is that of SPEC.md, for people and for logs. */
export type Refusal =
  | FrameFault
  | { readonly type: 'bad-signature'; readonly rule: 'Y-09' }
  | { readonly type: 'other-feed'; readonly rule: 'Y-10' }
  | {
      readonly type: 'wrong-number';
      readonly rule: 'Y-11';
      readonly found: number;
      readonly expected: number;
    }
  | { readonly type: 'fork'; readonly rule: 'Y-11'; readonly number: number }
  | { readonly type: 'not-the-owner'; readonly rule: 'Y-12' }
  | { readonly type: 'no-right'; readonly rule: 'Y-13' | 'Y-18' | 'Y-20' }
  | { readonly type: 'unknown-writer'; readonly rule: 'Y-26' }
  | { readonly type: 'expired'; readonly rule: 'Y-13'; readonly atMillis: number }
  | { readonly type: 'revoked'; readonly rule: 'Y-14' }
  | { readonly type: 'takes-rights'; readonly rule: 'Y-14' }
  | { readonly type: 'no-such-member'; readonly rule: 'Y-14' | 'Y-15' }
  | { readonly type: 'old-epoch'; readonly rule: 'Y-15'; readonly found: number; readonly current: number }
  | {
      readonly type: 'unknown-epoch';
      readonly rule: 'Y-15';
      readonly found: number;
      readonly current: number;
    }
  | { readonly type: 'feed-full'; readonly rule: 'Y-16'; readonly used: number; readonly limit: number }
  | { readonly type: 'feed-ended'; readonly rule: 'Y-16' | 'Y-17' }
  | { readonly type: 'no-successor'; readonly rule: 'Y-16' }
  | { readonly type: 'needs-words'; readonly rule: 'Y-16' }
  | { readonly type: 'already-joined'; readonly rule: 'Y-18' }
  | {
      readonly type: 'clock-off';
      readonly rule: 'Y-19';
      readonly byMillis: number;
      readonly limitMillis: number;
    }
  | { readonly type: 'replayed'; readonly rule: 'Y-19' }
  | { readonly type: 'other-relay'; readonly rule: 'Y-19' }
  | { readonly type: 'other-action'; readonly rule: 'Y-19' }
  | { readonly type: 'other-body'; readonly rule: 'Y-19' }
  | { readonly type: 'not-neutral'; readonly rule: 'Y-34'; readonly line: number }
  | { readonly type: 'calendar-too-large'; readonly rule: 'Y-34'; readonly found: number; readonly limit: number }
  | { readonly type: 'damaged'; readonly rule: 'Y-23'; readonly problems: readonly Problem[] };
