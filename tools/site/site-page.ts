import type { Graph, GraphPage } from '@psoas/exchange/json-ld';
import type { Html } from './html.ts';
import type { Link } from './places.ts';

/** One page, before its frame is around it. */
export type SitePage = {
  /** Its folder, with a slash at its end; empty for the start. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** The pages above it, from the start downwards, without itself. */
  readonly above: readonly { readonly name: string; readonly path: string }[];
  readonly body: (link: Link) => Html;
  /** Its data for machines. */
  readonly graph: (page: GraphPage) => Graph;
};
