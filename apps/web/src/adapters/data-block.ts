type DataPolicy = { readonly createScript: (text: string) => unknown };
type TrustedTypesFactory = { readonly createPolicy: (name: string, rules: { readonly createScript: (text: string) => string }) => DataPolicy };

// A policy of a name can be made once in a page.
let policy: DataPolicy | undefined;

/**
 * A block of JSON-LD for the head of the page. It runs nothing, but browsers guard the text of every script by Trusted
 * Types, even one that comes in as a text node; this policy lets through what is one JSON object, and nothing else.
 */
export function createDataBlock(json: string): HTMLScriptElement {
  const block = document.createElement('script');
  block.type = 'application/ld+json';
  const factory = 'trustedTypes' in window ? (window.trustedTypes as TrustedTypesFactory | undefined) : undefined;
  policy ??= factory?.createPolicy('psoas-data', {
    createScript: (text) => {
      const value: unknown = JSON.parse(text);
      if (typeof value !== 'object' || value === null) throw new TypeError('This is no JSON object.');
      return text;
    },
  });
  // The DOM types know no TrustedScript; the browser takes it where a text stands.
  block.text = policy === undefined ? json : (policy.createScript(json) as string);
  return block;
}
