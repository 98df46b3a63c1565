// A process of its own for tests: appends numbered entries to a diary and says so after each.
import { openDiaryFile } from '../diary-file.ts';

const [path = '', name = '', count = '1000000'] = process.argv.slice(2);
const diary = openDiaryFile(path);
for (let number = 1; number <= Number(count); number += 1) {
  const written = await diary.append([{ id: `${name}-${number}`, filler: 'x'.repeat(2000) }]);
  if (!written.ok) {
    process.stderr.write(`${JSON.stringify(written.error)}\n`);
    process.exitCode = 1;
    break;
  }
  process.stdout.write(`${number}\n`);
}
