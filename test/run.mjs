// Every check of the project in one go: `npm test`. With `e2e`, only the build and the browser tests.
// Node's own modules only, because it has to run before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const reports = join(root, '.cache', 'reports');
const totals = { passed: 0, failed: 0 };

await main(process.argv[2] === 'e2e');

async function main(isBrowserOnly) {
  if (!isInstalled() && (await run('npm', ['ci', '--no-audit', '--no-fund'])) !== 0) {
    totals.failed += 1;
    return finish();
  }
  mkdirSync(reports, { recursive: true });
  if (!isBrowserOnly) {
    await check('types', 'npm', ['run', '--silent', 'check']);
    await check('lint', 'npm', ['run', '--silent', 'lint']);
    await tests('unit', []);
  }
  const isBuilt = await check('build', 'npm', ['run', '--silent', 'build']);
  const chromium = isBuilt ? await findChromium() : null;
  if (chromium) await tests('e2e', ['--config', 'test/e2e/vitest.config.ts'], { CHROMIUM_PATH: chromium });
  else {
    console.log(isBuilt ? 'No Chromium found, and none could be installed. Set CHROMIUM_PATH.' : 'Without a build, no browser tests.');
    totals.failed += 1;
  }
  finish();
}

/** The last line says how it went; the exit code too. */
function finish() {
  console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
  process.exitCode = totals.failed > 0 ? 1 : 0;
}

/** One command that either passes or fails as a whole. */
async function check(name, command, args) {
  console.log(`\n── ${name}`);
  const isGood = (await run(command, args)) === 0;
  totals[isGood ? 'passed' : 'failed'] += 1;
  return isGood;
}

/** A run of vitest, counted test by test. */
async function tests(name, args, env = {}) {
  console.log(`\n── ${name} tests`);
  const report = join(reports, `${name}.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...args, ...reporters], env);
  const { passed, failed } = existsSync(report) ? counted(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 };
  totals.passed += passed;
  // An error outside all tests fails the run without failing a test; so does finding no test.
  totals.failed += failed === 0 && code !== 0 ? 1 : failed;
}

/** A file that could not even be loaded holds no test, but is a failure. */
function counted(report) {
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/** Whether node_modules holds just what the lock file asks for; what is for other machines may be absent. */
function isInstalled() {
  const present = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(present)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(present, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || (installed[path] ? installed[path].version === version : optional),
  );
}

async function findChromium() {
  const names = ['chromium', 'google-chrome', 'chromium-browser', 'google-chrome-stable'];
  const places = ['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) => names.map((name) => join(folder, name)));
  const find = () => [process.env.CHROMIUM_PATH, ...places].find((place) => place && existsSync(place)) ?? null;
  if (find() || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return find();
  console.log('\n── installing chromium');
  await run('apt-get', ['update', '-qq']);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { DEBIAN_FRONTEND: 'noninteractive' });
  return find();
}

/** Runs a command, its output passed through; gives its exit code. */
function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(127);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
