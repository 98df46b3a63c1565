#!/usr/bin/env node
import { createNodeIo } from './adapters/node-io.ts';
import { runPsoas } from './run.ts';

// A reader that closes early, such as head, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runPsoas(process.argv.slice(2), createNodeIo());
