import type { Graph } from './room-graph.ts';

/** A graph as a Mermaid flowchart, which most readers of Markdown draw; `nameOf` gives what stands in a box. */
export function drawGraph(graph: Graph, nameOf: (place: string) => string): string {
  const places = [...graph.keys()].toSorted();
  const boxes = places.map((place) => `  ${boxId(place)}["${nameOf(place)}"]`);
  const arrows = places.flatMap((place) => [...(graph.get(place) ?? [])].toSorted().flatMap((used) => arrow(graph, place, used)));
  return ['```mermaid', 'flowchart TD', ...boxes, ...arrows, '```'].join('\n');
}

// Two places that use one another get one line with two heads.
function arrow(graph: Graph, place: string, used: string): readonly string[] {
  const isMutual = graph.get(used)?.has(place) === true;
  if (isMutual && used < place) return [];
  return [`  ${boxId(place)} ${isMutual ? '<-->' : '-->'} ${boxId(used)}`];
}

// Dashes and slashes would be read as arrows.
function boxId(place: string): string {
  return place.replace(/[^a-zA-Z0-9]/g, '_');
}
