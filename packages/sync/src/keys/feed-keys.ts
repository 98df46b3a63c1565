import { bytesToHex, hexToBytes } from '../bytes/bytes.ts';
import { deriveSecret, labelledHash, seedToSigningKey, type SigningKey } from '../bytes/suite.ts';
import type { RootSecret } from './root-secret.ts';

/** What a feed is for. */
export type Purpose = 'diary' | 'share' | 'reply';

/** Every purpose, by the number it has in a record. */
export const purposes = ['diary', 'share', 'reply'] as const satisfies readonly Purpose[];

/** The owner's keys of one feed. Who holds them decides who else may do what. */
export type FeedKeys = {
  readonly feedId: string;
  readonly purpose: Purpose;
  /** Which feed of this purpose, from 0: a full feed goes on in the next generation (Y-16). */
  readonly generation: number;
  readonly owner: SigningKey;
  readonly sealKey: (epoch: number) => Uint8Array;
  /** Under this key the owner notes which device a member is (Y-03). */
  readonly deviceKey: Uint8Array;
};

/** A place in the row of feeds that one secret has. */
export type FeedPlace = { readonly purpose: Purpose; readonly generation: number };

/** [Y-01] The owner's keys, from the root (`diary`) or from a share's secret (`share`, `reply`). */
export function deriveFeedKeys(secret: RootSecret, { purpose, generation }: FeedPlace): FeedKeys {
  const feedSecret = deriveSecret(secret, `feed/${purpose}/${generation}`);
  const owner = seedToSigningKey(deriveSecret(feedSecret, 'owner'));
  return {
    feedId: publicKeyToFeedId(owner.publicKey),
    purpose,
    generation,
    owner,
    sealKey: (epoch) => deriveSecret(feedSecret, `seal/${epoch}`),
    deviceKey: deriveSecret(feedSecret, 'devices'),
  };
}

/** [Y-01] The feed that a public key owns. */
export function publicKeyToFeedId(publicKey: string): string {
  return bytesToHex(labelledHash('psoas/1/feed', hexToBytes(publicKey)));
}
