import { millimetresOf, type PaperLook } from './paper-look.ts';

/**
 * [PA-07] The style sheet of a page. Everything is black, grey and white, nothing depends on printed backgrounds, and
 * sizes of type are points. The same sheet serves a document of its own and the print view of the app.
 */
export function paperCss({ size, isLarge }: PaperLook): string {
  const { width, height } = millimetresOf[size];
  return `${pageCss(width, height)}${isLarge ? largeType : normalType}${frameCss}${handoutCss}${reportCss}${isLarge ? largeCss : ''}${screenCss(width)}`;
}

function pageCss(width: number, height: number): string {
  return `
@page { size: ${width}mm ${height}mm; margin: 10mm 12mm 11mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #444; } }
`;
}

const normalType = `
.paper { --type: 9pt; --small: 8pt; --head: 17pt; --section: 10.5pt; --gap: 2mm; }
.paper-wide { --type: 9.5pt; }
.paper-narrow { --type: 8.5pt; }
.paper-wide, .paper-narrow { font-size: var(--type); }
`;

const largeType = `
.paper { --type: 16pt; --small: 16pt; --head: 26pt; --section: 20pt; --gap: 4mm; }
`;

const frameCss = `
.paper, .paper * { box-sizing: border-box; margin: 0; padding: 0; }
.paper { color: #000; background: #fff; font: 400 var(--type)/1.32 "Source Sans 3", "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif; text-align: left; }
.paper h1, .paper h2, .paper h3 { font-weight: 700; line-height: 1.15; break-after: avoid; }
.paper h1 { font-size: var(--head); letter-spacing: -0.01em; }
.paper h2 { font-size: var(--section); }
.paper h3 { font-size: inherit; }
.paper ul, .paper ol { list-style-position: outside; }
.paper-head { border-bottom: 1.5pt solid #000; padding-bottom: 1.2mm; }
.paper-headline { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 6mm; }
.paper-about { color: #333; font-size: var(--small); }
.paper-name { display: flex; flex: 0 1 80mm; gap: 2mm; font-size: var(--small); }
.paper-blank { flex: 1; border-bottom: 0.6pt solid #000; }
.paper-foot p { display: inline; }
.paper-foot { margin-top: var(--gap); padding-top: 0.8mm; border-top: 0.6pt solid #000; color: #333; font-size: var(--small); break-inside: avoid; }
.paper-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.paper table { width: 100%; border-collapse: collapse; font-size: inherit; }
.paper th, .paper td { font-weight: 400; text-align: left; vertical-align: top; }
.paper tr { break-inside: avoid; }
.paper svg { display: block; }
`;

const handoutCss = `
.paper-safety { margin-top: var(--gap); padding: 1.4mm 2.4mm; border: 1.6pt solid #000; border-radius: 1.6mm; break-inside: avoid; }
.paper-safety > h2, .paper-safety > h2 + p { display: inline; }
.paper-safety ul { padding-left: 4mm; }
.paper-safety h3 { margin-top: 0.6mm; }
.paper-week { margin-top: calc(var(--gap) * 1.3); }
.paper-week th, .paper-week td { padding: 0.25mm 1mm; border-bottom: 0.4pt solid #888; }
.paper-week tr > * + * { width: 9.4%; vertical-align: middle; padding-inline: 0.4mm; text-align: center; border-left: 0.4pt solid #888; white-space: nowrap; }
.paper-week thead th { font-weight: 700; border-bottom: 1pt solid #000; }
.paper-week thead th:first-child { font-size: var(--section); padding-left: 0; }
.paper-when { color: #333; font-size: var(--small); }
.paper-when::before { content: "· "; }
.paper-minutes th, .paper-minutes td { border-block: 1pt solid #000; font-weight: 700; }
.paper-ticks { break-inside: avoid; }
.paper-box { display: inline-block; width: 3.2mm; height: 3.2mm; border: 0.8pt solid #000; border-radius: 0.5mm; vertical-align: -0.6mm; }
.paper-number { display: inline-block; min-width: 1.6em; margin-right: 0.4em; border-radius: 1em; border: 0.8pt solid #000; font-size: 0.82em; font-weight: 700; line-height: 1.3; text-align: center; }
.paper-exercises { margin-top: calc(var(--gap) * 1.3); }
.paper-card { break-inside: avoid; padding-block: 1.4mm; border-top: 0.8pt solid #000; }
.paper-card h3 { font-size: 1.14em; }
.paper-dose { font-weight: 700; }
.paper-steps { padding-left: 1.5em; }
.paper-steps li { padding-left: 0.1em; }
.paper-signs p + p { margin-top: 0.8mm; }
.paper-figure { display: flex; flex-wrap: wrap; align-content: start; gap: 1mm 3mm; }
.paper-picture { flex: 1 1 0; min-width: 0; text-align: center; }
.paper-flat .paper-picture { flex-basis: 100%; }
.paper-picture svg { width: 100%; height: 27mm; }
.paper-flat .paper-picture svg { height: 15.5mm; }
.paper-place, .paper-figure figcaption { font-size: var(--small); line-height: 1.2; }
.paper-figure figcaption { flex-basis: 100%; text-align: center; font-weight: 700; }
.paper-wide .paper-card { display: grid; grid-template: "head head head" auto "figure steps signs" auto / 58mm 1fr 42mm; gap: 1mm 4mm; }
.paper-card-head { grid-area: head; display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 4mm; }
.paper-figure { grid-area: figure; }
.paper-steps { grid-area: steps; }
.paper-signs { grid-area: signs; }
.paper-narrow .paper-cards { display: flex; gap: 6mm; }
.paper-narrow .paper-column { flex: 1 1 0; min-width: 0; }
.paper-narrow .paper-card { display: grid; grid-template: "head head" auto "figure signs" auto "steps steps" auto / 44mm 1fr; align-content: start; gap: 0.8mm 3mm; }
.paper-narrow .paper-picture svg { height: 21mm; }
.paper-narrow .paper-flat .paper-picture svg { height: 10.5mm; }
`;

const reportCss = `
.paper-sections { font-size: var(--type); }
.paper-report { --type: 8.5pt; --small: 8pt; --head: 15pt; --section: 10pt; line-height: 1.24; }
.paper-dense { --type: 7.5pt; --small: 7.5pt; line-height: 1.18; }
.paper-dense .paper-section { padding-bottom: 1.4mm; }
.paper-dense .paper-chart svg { height: 14mm; }
.paper-sections { margin-top: 2mm; columns: 2; column-gap: 7mm; }
.paper-section { break-inside: avoid; padding-bottom: 2.2mm; }
.paper-section h2 { margin-bottom: 0.5mm; border-bottom: 0.6pt solid #000; }
.paper-section ul { padding-left: 1.1em; }
.paper-of-summary ul { padding: 0; list-style: none; }
.paper-of-summary li:first-child { font-weight: 700; }
.paper-section th, .paper-section td { padding: 0.2mm 2mm 0.2mm 0; }
.paper-section thead th { border-bottom: 0.4pt solid #888; }
.paper-section tbody th { font-weight: 700; }
.paper-chart { margin-top: 0.8mm; }
.paper-chart figcaption { font-size: var(--small); }
.paper-chart svg { width: 100%; height: auto; }
`;

const largeCss = `
.paper-report { --type: 16pt; --small: 16pt; --head: 26pt; --section: 20pt; line-height: 1.32; }
.paper-sections { columns: auto; }
.paper-dense { --type: 16pt; --small: 16pt; line-height: 1.32; }
.paper-dense .paper-chart svg { height: auto; }
.paper-section { padding-bottom: 5mm; }
.paper-wide .paper-card { display: block; }
.paper-card > * + * { margin-top: 2.5mm; }
.paper .paper-picture svg { height: 48mm; }
.paper .paper-flat .paper-picture { flex-basis: 0; }
.paper .paper-flat .paper-picture svg { height: 34mm; }
.paper-box { width: 6mm; height: 6mm; }
`;

// On a screen the page is as wide as its paper; who shows it in a narrower place shrinks it as a whole.
function screenCss(width: number): string {
  return `
@media screen {
  .paper { width: ${width}mm; margin: 0 auto; padding: 10mm 12mm; }
}
@media print {
  .paper { padding: 0 0.4mm; }
  html, body { margin: 0; background: #fff; }
}
`;
}
