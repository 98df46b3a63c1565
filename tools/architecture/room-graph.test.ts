import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphOf, reaches, readFileImports, roomOf, withoutImplied, type Graph } from './room-graph.ts';

const places = ['a', 'b', 'c', 'd', 'e', 'f'];
const graphs: fc.Arbitrary<Graph> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...places), fc.constantFrom(...places)), { selector: String })
  .map((arrows) => new Map(places.map((place) => [place, new Set(arrows.filter(([from, to]) => from === place && to !== place).map(([, to]) => to))])));
const count = (graph: Graph): number => [...graph.values()].reduce((sum, { size }) => sum + size, 0);

describe('the graph of the rooms', () => {
  it('comes from real imports, tests left out', () => {
    const imports = readFileImports(
      [
        { path: 'packages/core/src/safety/a.ts', text: "import { b } from '../answers/b.ts';\nimport type { R } from '@psoas/kernel';" },
        { path: 'packages/core/src/safety/a.test.ts', text: "import { b } from '../session/b.ts';" },
      ],
      new Map([['packages/kernel', { exportsByPath: { '.': './src/index.ts' }, dependencies: [], devDependencies: [] }]]),
    );
    expect(imports.map(({ to }) => to)).toEqual(['packages/core/src/answers/b.ts', 'packages/kernel/src/index.ts']);
    expect([...graphOf(imports, roomOf)]).toEqual([
      ['packages/core/src/safety', new Set(['packages/core/src/answers'])],
      ['packages/core/src/answers', new Set()],
    ]);
  });

  it('is drawn without arrows that follow from others', () => {
    const graph = new Map([['web', new Set(['core', 'kernel'])], ['core', new Set(['kernel'])], ['kernel', new Set<string>()]]);
    expect([...withoutImplied(graph)]).toEqual([['web', new Set(['core'])], ['core', new Set(['kernel'])], ['kernel', new Set()]]);
  });

  it('reaches the same places with fewer arrows, in circles too', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const drawn = withoutImplied(graph);
        expect(count(drawn)).toBeLessThanOrEqual(count(graph));
        for (const from of places) for (const to of places) expect(reaches(drawn, from, to), `${from} to ${to}`).toBe(reaches(graph, from, to));
      }),
    );
  });
});
