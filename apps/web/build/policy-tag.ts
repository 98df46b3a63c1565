import type { Plugin } from 'vite';
import { contentSecurityPolicyForPage } from '../../../tools/security-headers.ts';

/** Repeats the content security policy in the page, for places that serve files without headers. */
export function policyTag(): Plugin {
  return {
    name: 'psoas-policy-tag',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicyForPage }, injectTo: 'head-prepend' },
    ],
  };
}
