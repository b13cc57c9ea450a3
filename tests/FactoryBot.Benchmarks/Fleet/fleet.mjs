// Asks a generated fleet the same questions by FactoryBot's roll-ups, by plain SQL on its facts, and by DuckDB on the same rows in Parquet,
// in one session and in turns, and prints the table. All three are warm and have every core. Answers must agree to the last second and piece.
//   node fleet.mjs --folder FOLDER [--lines 200] [--first 2023-11-01] [--last 2026-10-31] [--rounds 5] [--times 20] [--keep]
import { spawn, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';

const { values: options } = parseArgs({ options: {
  folder: { type: 'string' },
  tool: { type: 'string', default: path.resolve(import.meta.dirname, '../bin/Release/net10.0/FactoryBot.Benchmarks.dll') },
  lines: { type: 'string', default: '200' },
  first: { type: 'string', default: '2023-11-01' },
  last: { type: 'string', default: '2026-10-31' },
  rounds: { type: 'string', default: '5' },
  times: { type: 'string', default: '20' },
  'raw-times': { type: 'string', default: '1' },
  keep: { type: 'boolean', default: false },
} });
const folder = path.resolve(options.folder ?? 'artifacts/fleet');
const [database, parquet, csv] = ['postgres', 'parquet', 'csv'].map((name) => path.join(folder, name));
const tool = (...args) => ['dotnet', [options.tool, 'fleet', ...args]];
const plant = [options.lines, options.first, options.last];
const show = (number, digits = 0) => number.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });

const connection = await (await DuckDBInstance.create(':memory:')).connect();
const duck = async (sql) => (await connection.runAndReadAll(sql)).getRowsJS();
await duck(`set threads = ${availableParallelism()}`);

if (!existsSync(path.join(parquet, 'done'))) await writeParquet();
let load = null;
if (!existsSync(path.join(database, 'loaded'))) {
  mkdirSync(folder, { recursive: true });
  load = JSON.parse(execFileSync(...tool('load', database, ...plant), { stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 26 }).toString());
  mkdirSync(path.join(database, 'loaded'), { recursive: true });
  console.log(`${show(load.rows)} rows by two writers in ${show(load.seconds)} s: ${show(load.rowsPerSecond)} a second with the roll-ups of production, counts and issues;`);
  console.log(`adding their parts up ${show(load.compactSeconds, 1)} s, the sheets of stops ${show(load.sheetSeconds, 1)} s.`);
}

const asked = spawn(...tool('ask', database, ...plant), { stdio: ['pipe', 'pipe', 'inherit'] });
const answers = createInterface({ input: asked.stdout })[Symbol.asyncIterator]();
const p = JSON.parse((await answers.next()).value);
const product = async (question, side, times) => {
  asked.stdin.write(JSON.stringify({ question, side, times: Number(times) }) + '\n');
  return JSON.parse((await answers.next()).value);
};

const sums = "sum(planned_seconds) || '|' || sum(run_seconds) || '|' || sum(ideal_cycle_seconds * total_count)::decimal(30, 2) || '|' || sum(ideal_cycle_seconds * good_count)::decimal(30, 2) "
  + "|| '|' || sum(total_count) || '|' || sum(good_count) || '|' || sum(scrap_count)";
const within = ({ from, to }) => `day between '${from}' and '${to}'`;
const production = `'${parquet}/production_*.parquet'`;
const stops = `'${parquet}/stops_*.parquet'`;
const reasonNames = ['Break', 'Planned maintenance', 'Mechanical breakdown', 'Sensor fault', 'Material shortage', 'Tool change', 'Changeover', 'Adjustment', 'No operator', 'Conveyor jam'];
const margins = (period) => `select coalesce(machine_id, 0) || '/' || coalesce(shift_id, 0) || '/' || coalesce(product_id, 0) || '|' || ${sums} from ${production} where ${within(period)} group by grouping sets ((machine_id), (shift_id, product_id))`;
const reasons = ({ begins, ends }, filter = '') => `
  select stop_reason_id, sum(epoch(ended) - epoch(greatest(started, coalesce(before, started))))::bigint
  from (
    select stop_reason_id, greatest(started_at, '${begins}'::timestamp) as started, least(ended_at, '${ends}'::timestamp) as ended,
      max(least(ended_at, '${ends}'::timestamp)) over (
        partition by machine_id, planned order by started_at, ended_at desc rows between unbounded preceding and 1 preceding) as before
    from ${stops} where ended_at > '${begins}' and started_at < '${ends}' ${filter})
  where ended > greatest(started, coalesce(before, started)) group by stop_reason_id`;
const naive = ({ begins, ends }, filter = '') => `
  select stop_reason_id, sum(epoch(least(ended_at, '${ends}'::timestamp)) - epoch(greatest(started_at, '${begins}'::timestamp)))::bigint
  from ${stops} where ended_at > '${begins}' and started_at < '${ends}' ${filter} group by stop_reason_id`;
const questions = {
  week: ['One machine, one week, with its stops', (r) => [
    `select day || '|' || ${sums} from ${production} where ${within(p.week)} and machine_id = 1 group by day`, r(p.week, 'and machine_id = 1')]],
  quarter: ['One site, one quarter, by line', () => [
    `select (machine_id - 1) // 4 + 1 || '|' || ${sums} from ${production} where ${within(p.quarter)} and machine_id in (${p.siteMachines}) group by (machine_id - 1) // 4 + 1`]],
  year: ['All sites, one year, by month', () => [
    `select strftime(day, '%Y-%m') || '|' || ${sums} from ${production} where ${within(p.year)} group by strftime(day, '%Y-%m')`]],
  pareto: ['Pareto of a year', (r) => [r(p.year)]],
  why: ['Why of a quarter: both quarters by machine, shift, product and reason', (r) => [margins(p.before), r(p.before), margins(p.quarter), r(p.quarter)]],
};

async function duckdb(question, times, reasonsBy) {
  const statements = questions[question][1](reasonsBy);
  let lines = [];
  const taken = [];
  for (let i = 0; i < times; i++) {
    const started = performance.now();
    lines = [];
    for (const sql of statements) for (const row of await duck(sql)) lines.push(row.length === 1 ? row[0] : `${reasonNames[Number(row[0]) - 1]}|${row[1]}`);
    taken.push(performance.now() - started);
  }
  return { times: taken, lines: lines.length, print: createHash('sha256').update(lines.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).join('\n')).digest('hex'), first: lines[0] };
}

const taken = Object.fromEntries(Object.keys(questions).map((question) => [question, { rollup: [], raw: [], duckdb: [], naive: [] }]));
let agree = true;
for (let round = 0; round <= Number(options.rounds); round++) {
  for (const question of Object.keys(questions)) {
    const ways = {
      rollup: await product(question, 'rollup', options.times),
      duckdb: await duckdb(question, Number(options.times) / 4, reasons),
      naive: await duckdb(question, Number(options.times) / 4, naive),
      raw: round <= 2 ? await product(question, 'raw', options['raw-times']) : null,
    };
    for (const way of ['raw', 'duckdb']) {
      if (ways[way] && ways[way].print !== ways.rollup.print) {
        agree = false;
        console.error(`${question}: ${way} does not agree (${ways[way].lines} lines, first ${ways[way].first}) with the roll-ups (${ways.rollup.lines}, ${ways.rollup.first})`);
      }
    }
    // The first round only warms up.
    if (round > 0) for (const [way, result] of Object.entries(ways)) taken[question][way].push(...(result?.times ?? []));
  }
}

// What an answer on the whole fleet over a year warns of, from kept sums; beside it the same looked for in each row.
await product('warnings', 'rollup', 5);
const [warned, looked] = [await product('warnings', 'rollup', options.times), await product('warnings', 'raw', 1)];
asked.stdin.end();
await new Promise((done) => asked.once('exit', done));
const at = (times, share) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];
console.log(`\n${availableParallelism()} cores, load ${show(loadavg()[0], 1)}; ms, median and 95th of 100; ratios of medians. ${agree ? 'All answers agree.' : 'ANSWERS DIFFER.'}\n`);
console.log('| question | FactoryBot | p95 | DuckDB on Parquet | p95 | DuckDB ÷ FactoryBot | DuckDB, overlaps not merged | plain SQL | SQL ÷ FactoryBot |');
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const [question, [name]] of Object.entries(questions)) {
  const { rollup, raw, duckdb: other, naive: quick } = taken[question];
  console.log(`| ${name} | ${show(at(rollup, 0.5), 1)} | ${show(at(rollup, 0.95), 1)} | ${show(at(other, 0.5), 1)} | ${show(at(other, 0.95), 1)} | ${show(at(other, 0.5) / at(rollup, 0.5), 1)} | ${show(at(quick, 0.5), 1)} | ${show(at(raw, 0.5), 1)} | ${show(at(raw, 0.5) / at(rollup, 0.5), 1)} |`);
}
console.log(`\nWarnings of an answer on all machines over a year: ${show(at(warned.times, 0.5), 1)} ms from kept sums (95th ${show(at(warned.times, 0.95), 1)}), ${show(looked.times[0])} ms from each row.`);
if (!options.keep) rmSync(folder, { recursive: true, force: true });
process.exitCode = agree ? 0 : 1;

async function writeParquet() {
  mkdirSync(parquet, { recursive: true });
  for (let from = new Date(`${options.first}T00:00:00Z`); from <= new Date(`${options.last}T00:00:00Z`);) {
    const next = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() - (from.getUTCMonth() % 3) + 3, 1));
    const to = new Date(Math.min(next - 864e5, new Date(`${options.last}T00:00:00Z`)));
    const [day, end] = [from, to].map((date) => date.toISOString().slice(0, 10));
    execFileSync(...tool('export', csv, ...plant, day, end), { stdio: 'inherit' });
    for (const table of ['production', 'counts', 'stops', 'issues']) {
      const order = table === 'stops' ? 'machine_id, started_at' : 'day, machine_id';
      const columns = table === 'production' ? '* replace (ideal_cycle_seconds::decimal(14, 6) as ideal_cycle_seconds)' : '*';
      await duck(`copy (select ${columns} from read_csv('${csv}/${table}.csv', types = {'day': 'DATE'}) order by ${order}) to '${parquet}/${table}_${day}.parquet' (format parquet)`);
    }
    rmSync(csv, { recursive: true, force: true });
    console.error(`${end}: Parquet written`);
    from = next;
  }
  mkdirSync(path.join(parquet, 'done'));
  const size = readdirSync(parquet).reduce((sum, name) => sum + statSync(path.join(parquet, name)).size, 0);
  console.log(`Parquet: ${show(size / 1e6)} MB`);
}
