// Measures a whole OEE turn of FactoryBot beside the echoes of two bots that do nothing else, in one session and interleaved,
// and prints the table. Each run lasts at most 20 s and 20,000 turns; nothing leaves 127.0.0.1.
//   node bench/run.mjs [--rounds 2] [--seconds 6] [--levels 1,16,64] [--only factorybot,uncached,botbuilder,bare]
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { freePort, here, until } from '../lib/places.mjs';
import { Host } from '../lib/host.mjs';
import { load } from './load.mjs';
import { echo, oee } from './questions.mjs';

const { values: options } = parseArgs({ options: {
  rounds: { type: 'string', default: '2' },
  seconds: { type: 'string', default: '6' },
  levels: { type: 'string', default: '1,16,64' },
  only: { type: 'string', default: 'factorybot,uncached,botbuilder,bare' },
} });
const WARMUP_SECONDS = 2;
// Thrown away: the first turns of a program are compiled while they run.
const FIRST = { conversations: 16, seconds: 20, warmupSeconds: 0 };

const start = {
  factorybot: () => factorybot('FactoryBot, whole OEE turn', {}),
  uncached: () => factorybot('the same, every figure read anew', { Metrics__CachedAnswers: '0' }),
  botbuilder: () => program('botbuilder 4.23.3, echo', process.execPath, [path.join(here, 'bench/botbuilder.mjs')]),
  bare: () => program('bare ASP.NET Core, echo', 'dotnet', [path.join(here, 'bench/bare/bin/Release/net10.0/bare.dll')]),
};

async function factorybot(name, env) {
  const host = await Host.start({ env: { Logging__LogLevel__Default: 'Warning', ...env } });
  return { name, url: host.messages, ask: oee(), pids: () => [host.pid, ...family(host.databasePid())], stop: () => host.dispose() };
}

async function program(name, command, args) {
  const port = await freePort();
  const child = spawn(command, [...args, String(port)], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_ENV: 'production' } });
  const url = `http://127.0.0.1:${port}/api/messages`;
  await until(`${name} is up`, () => fetch(url, { method: 'HEAD' }).then(() => true, () => false));
  return { name, url, ask: echo, pids: () => [child.pid], stop: () => child.kill() };
}

/** A process and all below it. */
function family(pid) {
  const parents = readdirSync('/proc').filter((f) => /^\d+$/.test(f)).flatMap((f) => {
    try { return [[Number(f), Number(readFileSync(`/proc/${f}/stat`, 'latin1').split(') ')[1].split(' ')[1])]]; } catch { return []; }
  });
  const below = (of) => parents.filter(([, parent]) => parent === of).flatMap(([child]) => [child, ...below(child)]);
  return pid === null ? [] : [pid, ...below(pid)];
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];
const show = (number, digits) => number.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });

const bots = [];
const runs = [];
try {
  for (const key of options.only.split(',')) bots.push(await start[key]());
  for (const bot of bots) await load(bot.url, { ...FIRST, pids: bot.pids, ask: bot.ask });
  for (let round = 0; round < Number(options.rounds); round++) {
    for (const conversations of options.levels.split(',').map(Number)) {
      for (const bot of bots) {
        const result = await load(bot.url, { conversations, seconds: Number(options.seconds), warmupSeconds: WARMUP_SECONDS, pids: bot.pids, ask: bot.ask });
        runs.push({ bot: bot.name, ...result });
        console.error(`${bot.name}, ${conversations}: ${show(result.perSecond, 0)} turns/s`);
        if (result.firstWrong) console.error(`  not what was asked for: ${result.firstWrong}`);
      }
    }
  }
} finally {
  for (const bot of bots) await bot.stop();
}

console.log('| bot | conversations | turns/s | p50 ms | p95 ms | p99 ms | lost | doubled | crossed | wrong | CPU ms/turn | of it host | memory MB (host) | other processes, cores |');
console.log('|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|');
for (const conversations of options.levels.split(',').map(Number)) {
  for (const bot of bots) {
    const same = runs.filter((r) => r.bot === bot.name && r.conversations === conversations);
    const middle = (key, digits) => show(median(same.map((r) => r[key])), digits);
    const all = (key) => same.reduce((sum, r) => sum + r[key], 0);
    console.log(`| ${bot.name} | ${conversations} | ${middle('perSecond', 0)} | ${middle('p50', 2)} | ${middle('p95', 2)} | ${middle('p99', 2)} `
      + `| ${all('lost')} | ${all('doubled')} | ${all('crossed')} | ${all('wrong') + all('refused')} | ${middle('cpuMsPerTurn', 2)} | ${middle('hostCpuMsPerTurn', 2)} | ${middle('memoryMb', 0)} | ${middle('othersCores', 1)} |`);
  }
}
process.exitCode = runs.some((r) => r.lost + r.doubled + r.crossed + r.wrong + r.refused > 0) ? 1 : 0;
