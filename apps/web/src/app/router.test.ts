import { describe, expect, it } from 'vitest';
import { matchPath } from './router.tsx';

describe('matchPath', () => {
  it('names the parts of a path', () => {
    expect(matchPath('/exercises/:id', '/exercises/dead-bug')).toEqual({ id: 'dead-bug' });
    expect(matchPath('/', '/')).toEqual({});
  });

  it('refuses a path of another shape', () => {
    expect(matchPath('/exercises/:id', '/exercises')).toBeUndefined();
    expect(matchPath('/learn/:id', '/exercises/dead-bug')).toBeUndefined();
  });
});
