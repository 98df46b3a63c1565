import { fillTemplate } from '@psoas/kernel';
import { pageGraph } from '@psoas/exchange/json-ld';
import type { Exercise } from '@psoas/knowledge/types';
import { thumbnail } from '../figures.ts';
import { html, type Html } from '../html.ts';
import { pageHead, safetyNote } from '../parts.ts';
import { places, type Link } from '../places.ts';
import type { SiteInput } from '../site-input.ts';
import type { SitePage } from '../site-page.ts';

const classes: readonly Exercise['class'][] = ['stretch', 'strengthen', 'mobilise', 'release'];

/** All exercises by class, those that psoas plans first, from easy to demanding. */
export function exerciseListPage(site: SiteInput): SitePage {
  const { words, knowledge } = site;
  return {
    path: places.exercises,
    title: words.exercises.title,
    description: fillTemplate(words.site.exercises.description, { count: knowledge.exercises.length }),
    above: [{ name: words.site.start, path: places.start }],
    graph: (page) => pageGraph(page, site),
    body: (link) => html`${pageHead(words.exercises.title, words.exercises.lead)}${safetyNote(site, link)}${classes.map((name) => classSection(name, site, link))}`,
  };
}

function classSection(name: Exercise['class'], site: SiteInput, link: Link): Html | undefined {
  const shown = site.knowledge.exercises
    .filter((exercise) => exercise.class === name)
    .toSorted(
      (first, second) => Number(second.planned) - Number(first.planned) || first.rung - second.rung,
    );
  if (shown.length === 0) return undefined;
  return html`<section><h2>${site.words.exercises.classes[name]}</h2>
<ul class="grid">${shown.map((exercise) => exerciseCard(exercise, site, link))}</ul></section>
`;
}

function exerciseCard(exercise: Exercise, site: SiteInput, link: Link): Html {
  const { positions, levels, notPlanned } = site.words.exercises;
  const note = exercise.planned
    ? `${positions[exercise.position]} · ${levels[exercise.level]}`
    : notPlanned;
  return html`<li><a class="card" href="${link(`${places.exercises}${exercise.id}/`)}">${thumbnail(exercise.id, link)}<span class="row-title">${exercise.name}</span><span class="row-note">${note}</span></a></li>
`;
}
