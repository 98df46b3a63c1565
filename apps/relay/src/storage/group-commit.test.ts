import { describe, expect, it } from 'vitest';
import { GroupCommit } from './group-commit.ts';

function createGroup(commit: () => void = () => {}) {
  const steps: string[] = [];
  const group = new GroupCommit({
    begin: () => steps.push('begin'),
    commit: () => {
      commit();
      steps.push('commit');
    },
    rollBack: () => steps.push('roll back'),
  });
  const add = (name: string): Promise<string> =>
    group.add(() => {
      steps.push(name);
      return name;
    });
  return { group, steps, add };
}

describe('work that is committed together', () => {
  it('[RE-09] shares one commit, and nobody is answered before it', async () => {
    const { steps, add } = createGroup();
    await Promise.all(['a', 'b', 'c'].map(async (name) => steps.push(`answer ${await add(name)}`)));
    expect(steps).toEqual(['begin', 'a', 'b', 'c', 'commit', 'answer a', 'answer b', 'answer c']);
  });

  it('[RE-09] fails together where the commit fails', async () => {
    const { steps, add } = createGroup(() => {
      throw new Error('the disk is full');
    });
    const settled = await Promise.allSettled([add('a'), add('b')]);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(steps.at(-1)).toBe('roll back');
  });

  it('[RE-09] is bounded: what is too much for one commit goes into the next', async () => {
    const { steps, add } = createGroup();
    await Promise.all(Array.from({ length: 300 }, (_, index) => add(String(index))));
    expect(steps.filter((step) => step === 'commit').length).toBe(3);
    expect(steps.length).toBe(306);
  });
});
