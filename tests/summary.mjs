// Prints the ten slowest tests and the totals of test result files; fails when a test failed or a file is missing.
import { readFileSync } from 'node:fs';

const files = process.argv.slice(2);
const expected = 3;
let passed = 0;
let failed = 0;
const tests = [];
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  const counters = /<Counters [^>]*>/.exec(text)[0];
  const count = name => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(counters)[1]);
  passed += count('passed');
  failed += count('total') - count('passed');
  for (const [result] of text.matchAll(/<UnitTestResult [^>]*>/g)) {
    const attribute = name => new RegExp(`\\b${name}="([^"]*)"`).exec(result)?.[1] ?? '';
    const [hours, minutes, seconds] = (attribute('duration') || '0:0:0').split(':').map(Number);
    tests.push({ seconds: hours * 3600 + minutes * 60 + seconds, name: attribute('testName').replaceAll('&quot;', '"') });
  }
}

console.log('The ten slowest tests:');
for (const test of tests.sort((a, b) => b.seconds - a.seconds).slice(0, 10)) {
  console.log(`${test.seconds.toFixed(1).padStart(7)} s  ${test.name}`);
}

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 || files.length !== expected ? 1 : 0);
