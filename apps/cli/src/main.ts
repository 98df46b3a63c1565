#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// What Node makes of the sources is kept beside them, so that a command starts in half the time. Whoever could change
// it could change the sources too. Where nothing can be written there, each start takes its time.
enableCompileCache(join(import.meta.dirname, '../../../node_modules/.cache/psoas'));

await import('./start.ts');
