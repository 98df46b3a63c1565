/** One name that a package offers to others. */
export interface PublicName {
  readonly name: string;
  readonly kind: 'function' | 'constant' | 'type' | 'class';
  /** The declaration as it stands in the source, without the body of a function or class or the value of a constant. */
  readonly signature: string;
  /** The doc comment, as one text; empty where there is none. */
  readonly doc: string;
  /** The file, from the repository's root. */
  readonly path: string;
  readonly line: number;
}

/** A door of a package: what can be imported by one specifier. */
export interface PublicDoor {
  /** Such as `@psoas/core/safety`. */
  readonly specifier: string;
  /** What the top of its index file says of it. */
  readonly doc: string;
  readonly names: readonly PublicName[];
}
