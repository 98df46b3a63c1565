import { describe, expect, it } from 'vitest';
import { addressToLink, linkToAddress } from './device-address.ts';
import { isThisDevice, readRelayAddress } from './relay-address.ts';

const appOrigin = 'https://psoas.example';
const text = 'psoas-device:1:AbC_-9';

describe('the address of a link', () => {
  it('[SY-05] holds the link behind its #, which no server sees, and the relay where it is another', () => {
    expect(linkToAddress({ text, relay: appOrigin }, appOrigin)).toBe(`https://psoas.example/settings/link#${text}`);
    const other = { text, relay: 'https://relay.example:8421' };
    expect(addressToLink(linkToAddress(other, appOrigin), appOrigin)).toEqual(other);
  });

  it.each([text, ` ${text}\n`, `#${text}`, `https://other.example/settings/link#${text}`])('is read from %j', (typed) => {
    expect(addressToLink(typed, appOrigin)).toEqual({ text, relay: appOrigin });
  });
});

describe('the address of a relay', () => {
  it.each([
    ['https://relay.example', 'https://relay.example'],
    [' https://Relay.Example:443/ ', 'https://relay.example'],
    ['http://127.0.0.1:8421', 'http://127.0.0.1:8421'],
    ['http://localhost:8420/', 'http://localhost:8420'],
  ])('%j is %s', (typed, origin) => {
    expect(readRelayAddress(typed)).toBe(origin);
  });

  it.each(['relay.example', 'http://relay.example', 'https://relay.example/v1', 'https://a@relay.example', 'https://relay.example/?a', 'ftp://relay.example', ''])('%j is none', (typed) => {
    expect(readRelayAddress(typed)).toBeUndefined();
  });

  it('knows what leads nowhere else', () => {
    expect(['localhost', '127.0.0.1', '[::1]', 'psoas.example'].map(isThisDevice)).toEqual([true, true, true, false]);
  });
});
