// Runs every *.test.mjs below this folder, one file after the other, and ends with "N passed, N failed".
//   npm test                 all
//   npm test -- playground   only files whose path holds the word
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { artifacts, here } from './lib/places.mjs';

const words = process.argv.slice(2);
const files = readdirSync(here, { recursive: true })
  .filter((f) => f.endsWith('.test.mjs') && !f.startsWith('node_modules'))
  .filter((f) => words.length === 0 || words.some((w) => f.includes(w)))
  .sort()
  .map((f) => path.join(here, f));

const count = { passed: 0, failed: 0 };
// A suite repeats what its cases say, and so does a file.
const isCase = (test) => test.details.type !== 'suite' && !files.includes(test.name);

mkdirSync(artifacts, { recursive: true });
const results = run({ files, concurrency: false });
results.on('test:pass', (test) => { if (isCase(test)) count.passed++; });
results.on('test:fail', (test) => { if (isCase(test)) count.failed++; });
results.compose(new spec()).pipe(process.stdout);
results.on('end', () => {
  process.exitCode = count.failed > 0 || count.passed === 0 ? 1 : 0;
  process.on('exit', () => console.log(`${count.passed} passed, ${count.failed} failed`));
});
