/** Values as JSON by key, on this device. */
export type JsonStorage = {
  /** Undefined when there is none, or a damaged one, or when nothing can be read here. */
  readonly read: (key: string) => unknown;
  /** Full or forbidden storage keeps nothing: what is written then holds on this page only. */
  readonly write: (key: string, value: unknown) => void;
};

/** The browser's local storage, or one like it, for values as JSON. */
export function createJsonStorage(storage: Pick<Storage, 'getItem' | 'setItem'> | undefined): JsonStorage {
  return {
    read: (key) => {
      try {
        const text = storage?.getItem(key) ?? undefined;
        if (text === undefined) return undefined;
        const value: unknown = JSON.parse(text);
        return value;
      } catch {
        return undefined;
      }
    },
    write: (key, value) => {
      try {
        storage?.setItem(key, JSON.stringify(value));
      } catch {
        // Nothing can be done about it, and nothing depends on it.
      }
    },
  };
}
