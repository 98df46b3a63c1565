/** How long work took, in milliseconds by the clock on the wall. */
export function millisOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** What this thread's processor did for work, in milliseconds: what else the machine does does not count. */
export function processorMillisOf(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** Does something so many times, one after the other, and keeps what each gave. */
export async function inTurn<Result>(times: number, work: (round: number) => Promise<Result>): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (let round = 0; round < times; round += 1) results.push(await work(round));
  return results;
}

/** As `inTurn`, after a first time that does not count: it reads files and lets the machine code come about. */
export async function afterWarmUp<Result>(times: number, work: (round: number) => Promise<Result>): Promise<readonly Result[]> {
  return (await inTurn(times + 1, work)).slice(1);
}
