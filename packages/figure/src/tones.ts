/** Colours of one theme for a person: skin near and far, and hair. */
export type Shades = { readonly skin: string; readonly skinFar: string; readonly hair: string };

/** Skin and hair of a person in both themes. Hair of the dark theme is lifted, so that it shows on a dark card. */
export type Tone = { readonly light: Shades; readonly dark: Shades };

/** Skins and hairs with a name. Set them as `--skin`, `--skin-far` and `--hair`, or give one to `figureToSvg`. */
export const tones = {
  sand: {
    light: { skin: '#dba07a', skinFar: '#bb8363', hair: '#3d2b26' },
    dark: { skin: '#dba07a', skinFar: '#b97f60', hair: '#59413a' },
  },
  brown: {
    light: { skin: '#a8714d', skinFar: '#89593b', hair: '#2a1f1c' },
    dark: { skin: '#b07854', skinFar: '#8f5f41', hair: '#54443e' },
  },
  deep: {
    light: { skin: '#7a4e36', skinFar: '#613c29', hair: '#1f1817' },
    dark: { skin: '#8f6047', skinFar: '#724a36', hair: '#4d403c' },
  },
  fair: {
    light: { skin: '#efc4a3', skinFar: '#d2a183', hair: '#8c5a36' },
    dark: { skin: '#efc4a3', skinFar: '#cb9b7e', hair: '#9a6742' },
  },
  silver: {
    light: { skin: '#e3b18d', skinFar: '#c39073', hair: '#a7a39d' },
    dark: { skin: '#e3b18d', skinFar: '#bf8c6f', hair: '#b9b5ae' },
  },
} as const satisfies Readonly<Record<string, Tone>>;

/** The name of a tone. */
export type ToneName = keyof typeof tones;
