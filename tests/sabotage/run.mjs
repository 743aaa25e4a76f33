// Draws mutants, builds each in a copy of the tree, and runs the tests of its requirement: the build must pass, and a test must fail.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mutate } from './mutate.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const options = read(process.argv.slice(2));
const drawn = draw(JSON.parse(readFileSync(new URL('mutants.json', import.meta.url), 'utf8')));
const tree = options.tree ?? mkdtempSync(join(tmpdir(), 'lra-sabotage-'));
const minutes = started => ((Date.now() - started) / 60_000).toFixed(1);
const start = Date.now();

try {
  copy();
  must('the tree builds as it is', build());
  const whole = test(drawn.map(x => x.requirement));
  must('the tests pass as it is', { ok: whole.passed > 0 && whole.failed === 0, text: whole.text });
  console.log(`As it is: ${whole.passed} tests of ${new Set(drawn.map(x => x.requirement)).size} requirements pass (${minutes(start)} minutes).\n`);
  console.log('| requirement | what is sabotaged | builds | tests failed | |\n|---|---|---|---|---|');
  const survivors = drawn.filter(mutant => !isNoticed(mutant));
  console.log(`\n${drawn.length} mutants, ${drawn.length - survivors.length} noticed, ${survivors.length} not, in ${minutes(start)} minutes.`);
  process.exitCode = survivors.length === 0 ? 0 : 1;
} finally {
  if (options.tree === undefined) {
    rmSync(tree, { recursive: true, force: true });
  }
}

function isNoticed(mutant) {
  const file = join(tree, mutant.file);
  const original = readFileSync(file, 'utf8');
  try {
    writeFileSync(file, mutate(mutant, original));
    const built = build();
    // A definition that is refused at the start would fail every test, and say nothing.
    const sound = built.ok && run('dotnet', [join('src', 'LraGovernance.Web', 'bin', 'Debug', 'net10.0', 'LraGovernance.Web.dll'), 'check-workflows']);
    const result = sound.ok ? test([mutant.requirement]) : { failed: 0, passed: 0, text: sound.text ?? built.text };
    const noticed = result.failed > 0;
    console.log(`| ${mutant.requirement} | ${mutant.why} | ${built.ok ? sound.ok ? 'yes' : 'refused' : 'no'} | ${result.failed} of ${result.failed + result.passed} | ${noticed ? 'noticed' : '**not noticed**'} |`);
    if (!noticed) {
      console.error(result.text.split('\n').slice(-15).join('\n'));
    }

    return noticed;
  } finally {
    writeFileSync(file, original);
  }
}

function build() {
  // Without analyzers: a mutant may be ill-mannered, so long as it compiles.
  return run('dotnet', ['build', join('tests', 'LraGovernance.Tests'), '--nologo', '-v', 'quiet', '-clp:NoSummary', '-p:TreatWarningsAsErrors=false', '-p:RunAnalyzers=false', '-p:CodeAnalysisTreatWarningsAsErrors=false']);
}

function test(requirements) {
  const shows = [...new Set(requirements)].map(x => `Requirement=${x}`).join('|');
  const { text } = run('dotnet', ['test', join('tests', 'LraGovernance.Tests'), '--no-build', '--nologo', '--filter', `(${shows})&DisplayName!~Postgres`]);
  const [, failed, passed] = /Failed:\s+(\d+), Passed:\s+(\d+)/.exec(text) ?? [];
  return { failed: Number(failed ?? 0), passed: Number(passed ?? 0), text };
}

function run(program, args) {
  const done = spawnSync(program, args, { cwd: tree, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, MSBUILDDISABLENODEREUSE: '1' } });
  return { ok: done.status === 0, text: `${done.stdout}\n${done.stderr}` };
}

function copy() {
  const skipped = new Set(['.git', 'bin', 'obj', 'App_Data', 'TestResults', 'StrykerOutput']);
  if (existsSync(join(tree, 'src', 'LraGovernance.Web', 'node_modules'))) {
    skipped.add('node_modules');
  }

  cpSync(root, tree, { recursive: true, force: true, preserveTimestamps: true, verbatimSymlinks: true, filter: x => !relative(root, x).split(sep).some(part => skipped.has(part)) });
}

/** Twenty requirements and one mutant of each, the same for the same seed. */
function draw(mutants) {
  if (options.all) {
    return mutants;
  }

  if (options.only !== undefined) {
    return mutants.filter(x => options.only.split(',').includes(x.requirement));
  }

  const chance = numbers(options.seed ?? 1);
  const shuffled = mutants.map(x => ({ x, at: chance() })).sort((a, b) => a.at - b.at).map(({ x }) => x);
  return shuffled.filter((x, i) => shuffled.findIndex(y => y.requirement === x.requirement) === i).slice(0, options.count ?? 20);
}

function* series(seed) {
  for (let state = seed >>> 0; ;) {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    yield (mixed ^ (mixed >>> 14)) >>> 0;
  }
}

function numbers(seed) {
  const from = series(seed);
  return () => from.next().value;
}

function read(args) {
  const known = { '--seed': Number, '--count': Number, '--only': String, '--tree': String };
  const read = {};
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--all') {
      read.all = true;
    } else if (args[i] in known && i + 1 < args.length) {
      read[args[i].slice(2)] = known[args[i]](args[++i]);
    } else {
      console.error(`sabotage: '${args[i]}' is not understood; see the head of tests/sabotage.sh`);
      process.exit(2);
    }
  }

  return read;
}

function must(what, { ok, text }) {
  if (!ok) {
    console.error(`sabotage: it is not so that ${what}:\n${text.split('\n').slice(-30).join('\n')}`);
    process.exit(2);
  }
}
