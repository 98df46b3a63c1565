type Complete<Fields> = { readonly [Key in keyof Fields]: Exclude<Fields[Key], undefined> };
type Present<Fields> = { readonly [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };

/** All fields when each was read; undefined when one is missing. */
export function completeFields<Fields extends object>(fields: Fields): Complete<Fields> | undefined {
  return Object.values(fields).includes(undefined) ? undefined : (fields as Complete<Fields>);
}

/** The fields that are there. */
export function presentFields<Fields extends object>(fields: Fields): Present<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<Fields>;
}
