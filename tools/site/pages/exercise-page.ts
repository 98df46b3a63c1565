import { fillTemplate } from '@psoas/kernel';
import { doseNames, doseWords } from '@psoas/exchange/dose-words';
import { exerciseGraph } from '@psoas/exchange/json-ld';
import type { Exercise } from '@psoas/knowledge/types';
import { faultPicture, momentPictures, movementOf, variantPicture } from '../figures.ts';
import { html, type Html } from '../html.ts';
import { bullets, citeLine, claimsFold, pageHead, rows, safetyNote } from '../parts.ts';
import { places, type Link } from '../places.ts';
import type { SiteInput } from '../site-input.ts';
import type { SitePage } from '../site-page.ts';

/** Everything about one exercise. */
export function exercisePage(exercise: Exercise, site: SiteInput): SitePage {
  const { words, language, plural, knowledge } = site;
  return {
    path: `${places.exercises}${exercise.id}/`,
    title: exercise.name,
    description: exercise.summary,
    above: [
      { name: words.site.start, path: places.start },
      { name: words.exercises.title, path: places.exercises },
    ],
    graph: (page) => exerciseGraph(exercise, page, { words, language, plural, sources: knowledge.sources }),
    body: (link) => html`${pageHead(exercise.name, exercise.summary, words.exercises.classes[exercise.class])}${safetyNote(site, link)}${unplanned(exercise, site)}${moments(exercise, site)}${instructions(exercise, site)}${faults(exercise, site)}${feel(exercise, site)}${stops(exercise, site)}${doses(exercise, site)}${opens(exercise, site)}${variants(exercise, site)}${neighbours(exercise, site, link)}${facts(exercise, site, link)}${claimsFold(exercise.claims, site, link)}`,
  };
}

function unplanned({ planned, notPlannedBecause }: Exercise, { words }: SiteInput): Html | undefined {
  if (planned || notPlannedBecause === undefined) return undefined;
  return html`<section class="note"><h2>${words.exercises.page.notPlanned}</h2><p>${notPlannedBecause}</p></section>
`;
}

function moments({ id }: Exercise, site: SiteInput): Html {
  const { moments: title, moment, forSide } = site.words.site.exercises;
  const pictures = momentPictures(id, site);
  return html`<section><h2>${title}</h2>
<p class="soft">${forSide}</p>
<ol class="pictures">${pictures.map(
    ({ drawing, sentence }, index) => html`<li class="card"><figure>${drawing}<figcaption><strong>${fillTemplate(moment, { number: index + 1, count: pictures.length })}</strong> ${sentence}</figcaption></figure></li>
`,
  )}</ol></section>
`;
}

type Kind = Exercise['instructions'][number]['kind'];

function linesOf(exercise: Exercise, { words }: SiteInput, ...kinds: readonly Kind[]): readonly string[] {
  const { right, left } = words.exercises.page.sideWords;
  return exercise.instructions
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => fillTemplate(text, { target: right, other: left }));
}

function instructions(exercise: Exercise, site: SiteInput): Html {
  const { page } = site.words.exercises;
  const before = linesOf(exercise, site, 'preparation');
  const minded = linesOf(exercise, site, 'cue', 'breathing');
  return html`<section><h2>${page.how}</h2>
${linesOf(exercise, site, 'safety').map((line) => html`<p class="note note-stop">${line}</p>`)}
${before.length === 0 ? undefined : html`<h3>${page.before}</h3>\n${bullets(before)}`}
<h3>${page.steps}</h3>
<ol class="numbered">${linesOf(exercise, site, 'step').map((line) => html`<li>${line}</li>`)}</ol>
${minded.length === 0 ? undefined : html`<div class="note"><h3>${page.cues}</h3>\n${bullets(minded)}</div>`}</section>
`;
}

function faults(exercise: Exercise, site: SiteInput): Html | undefined {
  const { faults: title, faultLead, faultNames, notThis } = site.words.model;
  const found = movementOf(exercise.id, site)?.faults ?? [];
  if (found.length === 0) return undefined;
  const names: Readonly<Record<string, string>> = faultNames;
  const cues = linesOf(exercise, site, 'cue');
  return html`<section><h2>${title}</h2>
<p class="soft">${faultLead}</p>
<ul class="pictures">${found.map(({ id, cue }) => {
    const name = names[id] ?? id;
    return html`<li class="card"><figure>${faultPicture(exercise.id, id, { site, title: `${notThis}: ${name}` })}<figcaption>${name}. <strong>${cues[cue]}</strong></figcaption></figure></li>
`;
  })}</ul></section>
`;
}

function feel({ feel: { right, answers } }: Exercise, { words }: SiteInput): Html {
  const { page } = words.exercises;
  return html`<section><h2>${page.feel}</h2>
<p>${right}</p>
<dl class="pairs">${answers.map(
    ({ where, verdict, text, fix }) => html`<div><dt>${page.where[where]} <span class="chip chip-${verdict}">${page.verdicts[verdict]}</span></dt><dd>${text} ${fix === undefined ? undefined : html`<strong>${fix}</strong>`}</dd></div>
`,
  )}</dl></section>
`;
}

function stops({ stops: signs }: Exercise, { words }: SiteInput): Html {
  const { page } = words.exercises;
  return html`<section><h2>${page.stops}</h2>
<dl class="pairs pairs-side">${signs.map(
    ({ sign, then }) => html`<div><dt>${sign}</dt><dd>${page.then[then]}</dd></div>
`,
  )}</dl></section>
`;
}

function doses({ doses: byName }: Exercise, { words, plural }: SiteInput): Html {
  const { page } = words.exercises;
  return html`<section><h2>${page.dose}</h2>
${doseNames.map((name) => {
    const dose = byName[name];
    if (dose === undefined) return undefined;
    return html`<div class="card"><h3>${page.doses[name]}</h3><p><strong>${doseWords(dose, page, plural)}</strong></p><p class="soft">${dose.basis}</p></div>
`;
  })}</section>
`;
}

function opens({ gates }: Exercise, { words }: SiteInput): Html | undefined {
  if (gates.length === 0) return undefined;
  return html`<section class="note"><h2>${words.exercises.page.opens}</h2>${gates.map(({ text }) => html`<p>${text}</p>`)}</section>
`;
}

function variants({ id, variants: forms }: Exercise, site: SiteInput): Html | undefined {
  if (forms.length === 0) return undefined;
  const drawn = new Set((movementOf(id, site)?.variants ?? []).map((variant) => variant.id));
  return html`<section><h2>${site.words.exercises.page.variants}</h2>
<ul class="variants">${forms.map(
    (form) => html`<li>${drawn.has(form.id) ? variantPicture(id, form.id, site) : undefined}<div><h3>${form.name}</h3><p>${form.text}</p></div></li>
`,
  )}</ul></section>
`;
}

function neighbours(exercise: Exercise, site: SiteInput, link: Link): readonly Html[] {
  const { page } = site.words.exercises;
  const { easier, harder, substitutes } = exercise;
  const groups = [
    { title: page.easier, ids: easier },
    { title: page.harder, ids: harder },
    { title: page.instead, ids: substitutes.filter((id) => !easier.includes(id) && !harder.includes(id)) },
  ];
  return groups
    .filter(({ ids }) => ids.length > 0)
    .map(
      ({ title, ids }) => html`<section><h2>${title}</h2>
${rows(
  site.knowledge.exercises
    .filter(({ id }) => ids.includes(id))
    .map(({ id, name }) => ({ href: link(`${places.exercises}${id}/`), title: name })),
)}</section>
`,
    );
}

function facts(exercise: Exercise, site: SiteInput, link: Link): Html {
  const { exercises: text, site: own, things } = site.words;
  const { needed, helpful } = exercise.equipment;
  const named = (ids: readonly string[], between: string): string => ids.map((id) => things[id] ?? id).join(between);
  const muscles = (ids: Exercise['targets']['primary']): string => ids.map((id) => text.muscles[id]).join(', ');
  return html`<section><h2>${text.page.muscles}</h2>
<p><strong>${muscles(exercise.targets.primary)}</strong></p>
${exercise.targets.secondary.length === 0 ? undefined : html`<p class="soft">${muscles(exercise.targets.secondary)}</p>`}
${exercise.otherNames.length === 0 ? undefined : html`<p class="soft">${fillTemplate(text.page.otherNames, { names: exercise.otherNames.join(', ') })}</p>`}
${exercise.seedClass === undefined ? undefined : html`<p class="soft">${text.page.seedClass}: ${exercise.seedClass}</p>`}</section>
${needed.length + helpful.length === 0 ? undefined : html`<section><h2>${own.exercises.things}</h2>
${needed.length === 0 ? undefined : html`<p>${text.page.needed}: ${needed.map((anyOf) => named(anyOf, own.exercises.orOne)).join(', ')}</p>`}
${helpful.length === 0 ? undefined : html`<p class="soft">${text.page.helpful}: ${named(helpful, ', ')}</p>`}</section>
`}<section><h2>${text.page.sources}</h2>
${citeLine(exercise.sources, site, link)}</section>
`;
}
