import { h, render, type ComponentChildren, type JSX, type VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { paperCss, type PaperLook, type PaperNode, type Sheet } from '@psoas/exchange/paper';

type PaperViewProps = { readonly sheet: Sheet; readonly look: PaperLook; readonly label: string };

/** What belongs to this place and not to the paper: the page is shrunk as a whole, and never on paper itself. */
const hostCss = `
:host { display: block; overflow: hidden; }
@media screen { .paper { zoom: var(--shrink, 1); } }
`;

/**
 * A page for paper, shown and printed. It stands in a shadow tree, so that neither the app's style sheets nor the
 * page's own reach into each other; sheets made by script are what the strict policy allows.
 */
export function PaperView({ sheet, look, label }: PaperViewProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    render(toVNode(sheet.body), root);
  }, [sheet]);
  useEffect(() => {
    const root = host.current?.shadowRoot;
    if (root === null || root === undefined) return;
    const [page, place] = [styleSheet(paperCss(look)), styleSheet(hostCss)];
    root.adoptedStyleSheets = [page, place];
    // The size of the paper is a matter of the whole document.
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== page);
    };
  }, [look]);
  useShrink(host, look);
  return <div ref={host} class="paper-view" role="region" aria-label={label} />;
}

function useShrink(host: { readonly current: HTMLElement | null }, look: PaperLook): void {
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      const page = element.shadowRoot?.firstElementChild;
      if (!(page instanceof HTMLElement) || page.offsetWidth === 0) return;
      element.style.setProperty('--shrink', '1');
      element.style.setProperty('--shrink', String(Math.min(1, element.clientWidth / page.offsetWidth)));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [host, look]);
}

function styleSheet(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

function toVNode(node: PaperNode): VNode | string {
  if (typeof node === 'string') return node;
  const children: ComponentChildren = node.children.map(toVNode);
  return h(node.tag, { ...node.attributes }, children);
}
