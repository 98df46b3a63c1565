/** A side of the body, always the person's own left and right. */
export type Side = 'left' | 'right';

/** Left first: the order in which both sides are listed everywhere. */
export const sides = ['left', 'right'] as const satisfies readonly Side[];

/** What is on one side, or on both: left first, both last. */
export const sidesOrBoth = [...sides, 'both'] as const;

/** The opposite side. */
export function otherSide(side: Side): Side {
  return side === 'left' ? 'right' : 'left';
}

/** A value for each side. */
export type PerSide<Value> = { readonly left: Value; readonly right: Value };

/** Builds a value for each side. */
export function perSide<Value>(build: (side: Side) => Value): PerSide<Value> {
  return { left: build('left'), right: build('right') };
}
