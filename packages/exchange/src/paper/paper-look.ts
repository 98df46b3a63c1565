/** The sheets of paper that people have. */
export const paperSizes = ['a4', 'letter'] as const;
export type PaperSize = (typeof paperSizes)[number];

/** How a page is laid out. */
export type PaperLook = {
  readonly size: PaperSize;
  /** [PA-07] 16 points and more, over as many pages as that takes. */
  readonly isLarge: boolean;
};

/** Width and height in millimetres. */
export const millimetresOf: { readonly [size in PaperSize]: { readonly width: number; readonly height: number } } = {
  a4: { width: 210, height: 297 },
  letter: { width: 215.9, height: 279.4 },
};
