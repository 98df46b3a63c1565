/** How a person is built and looks, apart from colours. Girths are factors on the figure's own sizes, 1 is medium. */
export type Build = {
  readonly girths: {
    readonly leg: number;
    readonly arm: number;
    readonly hip: number;
    readonly waist: number;
    readonly chest: number;
    readonly shoulder: number;
    readonly neck: number;
    /** 0 for none. */
    readonly bust: number;
  };
  readonly hair: 'bun' | 'bob' | 'short' | 'crop' | 'bald';
};

/** The builds with a name. Sizes are own estimates, made to be told apart, not to measure anybody. */
export const builds = {
  woman: {
    girths: { leg: 0.98, arm: 0.9, hip: 1.02, waist: 0.95, chest: 0.93, shoulder: 0.9, neck: 0.86, bust: 1 },
    hair: 'bun',
  },
  man: {
    girths: { leg: 1, arm: 1.06, hip: 0.97, waist: 1.02, chest: 1.03, shoulder: 1.06, neck: 1.06, bust: 0 },
    hair: 'short',
  },
  'woman-full': {
    girths: {
      leg: 1.1,
      arm: 1.08,
      hip: 1.12,
      waist: 1.16,
      chest: 1.06,
      shoulder: 0.98,
      neck: 0.96,
      bust: 1.15,
    },
    hair: 'bob',
  },
  'man-slight': {
    girths: {
      leg: 0.93,
      arm: 0.92,
      hip: 0.92,
      waist: 0.93,
      chest: 0.95,
      shoulder: 0.97,
      neck: 0.96,
      bust: 0,
    },
    hair: 'crop',
  },
} as const satisfies Readonly<Record<string, Build>>;

/** The name of a build. */
export type BuildName = keyof typeof builds;
