import { fillTemplate } from '@psoas/kernel';
import type { DiaryFileProblem } from './diary-file.ts';
import type { ImportPlan } from './plan-import.ts';

/** The words for what is wrong with a file, as in `diary-file.yaml`. Places in braces are filled in. */
export type DiaryFileWords = {
  readonly problems: { readonly [type in DiaryFileProblem['type']]: string };
  readonly preview: {
    readonly new: string;
    readonly newNone: string;
    readonly here: string;
    readonly unread: string;
    readonly conflicts: string;
    /** After the numbers of the first entries. */
    readonly more: string;
  };
};

/** What is wrong with a file, where, and what to do. */
export function diaryFileProblemText(problem: DiaryFileProblem, { problems }: DiaryFileWords): string {
  const { type, ...values } = problem;
  return fillTemplate(problems[type], values);
}

/** So many entries are named by number; of more, how many. */
const namedEntries = 5;

/** What an import would do, one sentence each; nothing is said of what there is none of. */
export function importPlanLines(plan: ImportPlan, { preview }: DiaryFileWords): readonly string[] {
  const named = (entries: readonly { readonly entry: number }[]): string => {
    const first = entries.slice(0, namedEntries).map(({ entry }) => entry);
    const more = entries.length - first.length;
    return first.join(', ') + (more > 0 ? fillTemplate(preview.more, { count: more }) : '');
  };
  const { additions, alreadyHere, unread, conflicts } = plan;
  return [
    additions.length > 0 ? fillTemplate(preview.new, { count: additions.length }) : preview.newNone,
    ...(alreadyHere > 0 ? [fillTemplate(preview.here, { count: alreadyHere })] : []),
    ...(unread.length > 0 ? [fillTemplate(preview.unread, { count: unread.length, entries: named(unread) })] : []),
    ...(conflicts.length > 0 ? [fillTemplate(preview.conflicts, { count: conflicts.length, entries: named(conflicts) })] : []),
  ];
}
