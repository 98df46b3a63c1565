import type { ActivityFileProblem } from './activity-file-problem.ts';
import { parseUtcTime, type FileTime } from './parse-utc-time.ts';
import type { XmlElement } from './read-xml.ts';

/** Reads values of elements; the first that cannot be used is the problem of the whole file. */
export type ValueReader = {
  readonly time: (element: XmlElement) => FileTime | undefined;
  /** A number that is not negative. */
  readonly number: (element: XmlElement) => number | undefined;
  /** An attribute that is a number in a range. */
  readonly coordinate: (element: Pick<XmlElement, 'path' | 'attribute' | 'line'>, name: string, limit: number) => number | undefined;
  /** The activity that closes here has no time. */
  readonly refuseWithoutTime: (element: Pick<XmlElement, 'line'>) => void;
  readonly problem: () => ActivityFileProblem | undefined;
};

/** A reader that has seen nothing wrong yet. */
export function createValueReader(): ValueReader {
  let first: ActivityFileProblem | undefined;
  // A line is counted through the whole text, so only the first problem asks for it.
  const value = (element: Pick<XmlElement, 'path' | 'line'>, field: string, found: string, allowed: string): undefined => {
    first ??= { id: 'value', line: element.line(), field, found: found.slice(0, 40), allowed };
  };
  return {
    refuseWithoutTime: (element) => {
      first ??= { id: 'no-time', line: element.line() };
    },
    problem: () => first,
    time: (element) => parseUtcTime(element.text) ?? value(element, lastName(element.path), element.text, '2026-03-02T07:30:00Z'),
    number: (element) => {
      const found = decimal(element.text);
      return found !== undefined && found >= 0 ? found : value(element, lastName(element.path), element.text, '0, 12.5, …');
    },
    coordinate: (element, name, limit) => {
      const text = element.attribute(name) ?? '';
      const found = decimal(text);
      return found !== undefined && Math.abs(found) <= limit ? found : value(element, name, text, `-${limit} … ${limit}`);
    },
  };
}

function decimal(text: string): number | undefined {
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/.test(text) && Number.isFinite(Number(text)) ? Number(text) : undefined;
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
