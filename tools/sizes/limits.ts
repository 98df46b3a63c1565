/** Lines in one file, outside tests, generated modules and data. */
export const fileLinesLimit = 400;

/** Lines of half of all files, at most: a wish, reported and not enforced. */
export const fileLinesMedianWish = 120;

/** Lines of one function, from its first to its last. */
export const functionLinesLimit = 70;

/** Parameters of one function. An object with names does not count as many. */
export const parametersLimit = 4;

/** Type assertions in a thousand lines over all sources: more are reported ... */
export const assertionsPerThousandLinesWish = 2;

/** ... and more than this fails. */
export const assertionsPerThousandLinesLimit = 5;

/** Bytes of JavaScript, gzipped, until the first screen can show: 40 KB. */
export const firstLoadBytesLimit = 40_960;
