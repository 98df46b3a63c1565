/**
 * What the app may load, run and talk to: only what comes from its own address. A hole in our own code or in
 * a library cannot then send the diary anywhere. The server sends this, and the build repeats it in the page
 * for places that serve files without headers.
 */
const policy: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'object-src': "'none'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'psoas psoas-worker psoas-data',
};

/** The policy for `<meta http-equiv="Content-Security-Policy">`. A page cannot forbid its framing this way. */
export const contentSecurityPolicyForPage: string = textOf(policy);

/** The policy for the header: no page may frame the app. */
export const contentSecurityPolicy: string = textOf({ ...policy, 'frame-ancestors': "'none'" });

/** The headers of every answer. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(self), microphone=(), geolocation=(), screen-wake-lock=(self)',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

function textOf(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
