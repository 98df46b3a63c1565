import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli';
import { createNodeIo } from './adapters/node-io.ts';
import { reasonOf } from './read-answers.ts';
import { runPsoas } from './run.ts';

// A reader that closes early, such as head, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`${fillTemplate(text.errors.outputFailed, { reason: reasonOf(error.code ?? error.message) })}\n`);
  process.exit(1);
});

process.exitCode = await runPsoas(process.argv.slice(2), createNodeIo());
