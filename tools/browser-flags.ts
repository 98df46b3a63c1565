/**
 * How everyone here starts Chromium: the tests, the pictures, the measurements. No sandbox, because the
 * machine that runs the tests may be a container run by root; nothing that calls out or updates itself.
 */
export const browserFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
