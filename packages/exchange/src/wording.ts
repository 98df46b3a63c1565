/** The same places as in English, with the words of any language. */
export type Wording<Text> = Text extends string ? string : { readonly [Key in keyof Text]: Wording<Text[Key]> };
