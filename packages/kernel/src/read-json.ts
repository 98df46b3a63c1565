/** The value of a JSON text; undefined where it is none. For where nobody asks what is wrong with it. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
