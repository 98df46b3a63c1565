import type { Result } from '@psoas/kernel';
import type { ReplyEvent, SharedView } from '@psoas/core/sharing';
import type { ShareLinkFault } from '@psoas/sync';
import type { GuestFault } from './guest-fault.ts';

/** The way into a share of somebody else. */
export type Door = {
  /** The part of the link behind `#`, without a passphrase (see `unlock`). */
  readonly link: string;
  /** The right to answer, as a client that is kept in the diary has it; else this browser's own. */
  readonly guestSecret?: string;
  /** Whether what was read is kept on this device, as of a client. */
  readonly keeps: boolean;
};

/** What a guest wrote. Not sent, it waits on this device and is tried again. */
export type GuestMessage = { readonly event: ReplyEvent; readonly isSent: boolean };

/** What a guest sees of a share. */
export type Sight = {
  readonly view: SharedView;
  /** Own messages, earliest first. */
  readonly messages: readonly GuestMessage[];
  /** False where somebody else has answered by this link before (Y-18). */
  readonly mayAnswer: boolean;
};

/** What a look came to. With a fault, `sight` is what was known before, where anything was. */
export type Look = { readonly sight?: Sight; readonly fault?: GuestFault };

/** Everything a guest does that needs keys: in a worker, because a passphrase alone takes a second. */
export type GuestTasks = {
  /** Reads a link, and takes its passphrase off. */
  readonly unlock: (input: { readonly text: string; readonly passphrase?: string }) => Promise<Result<string, ShareLinkFault>>;
  /** What this device knows without a network. */
  readonly known: (door: Door) => Promise<Sight | undefined>;
  /** Reads what is new, and sends what waits. */
  readonly look: (door: Door) => Promise<Look>;
  /** Keeps a message and sends it where that is possible. What can never be sent is not kept. */
  readonly write: (door: Door, event: ReplyEvent) => Promise<Look>;
  /** What the list of clients needs of a share, read anew. */
  readonly glance: (door: Door) => Promise<Result<SharedView, GuestFault>>;
  /** The right to answer by a link on this device, made where there was none: 32 bytes as base64url. */
  readonly guestSecret: (link: string) => Promise<string>;
  /** Removes what this device holds of a share, and the right to answer. */
  readonly forget: (link: string) => Promise<void>;
};
