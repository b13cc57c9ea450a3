// Closed load on a bot: each conversation sends its next message when the reply to the last one has arrived at the connector and
// the POST is answered. Time runs from the start of the POST to the arrival of the reply.
import net from 'node:net';
import { message } from '../lib/activity.mjs';
import { Connector } from '../lib/connector.mjs';
import { sleep } from '../lib/places.mjs';
import { eachMessage, statusOf } from '../lib/wire.mjs';
import { Usage } from './usage.mjs';

const MAX_TURNS = 20_000;
const WARM_TURNS = 6_000;
const MAX_SECONDS = 20;
const GRACE_MS = 5_000;

/**
 * @param {string} url of /api/messages, on this machine
 * @param {{conversations: number, seconds: number, warmupSeconds: number, pids: () => number[], ask: (n: number) => {text: string, expect: RegExp}}} plan
 */
export async function load(url, { conversations, seconds, warmupSeconds, pids, ask }) {
  const target = new URL(url);
  if (target.hostname !== '127.0.0.1') throw new Error('The load stays on 127.0.0.1.');
  const open = new Map();
  const answered = new Set();
  const count = { sent: 0, lost: 0, doubled: 0, crossed: 0, wrong: 0, refused: 0 };
  const times = [];
  const measure = { from: Infinity, to: Infinity };
  let isWarm;
  const warm = new Promise((resolve) => { isWarm = resolve; });
  let firstWrong;

  const connector = await Connector.start(({ conversation, activity, body, at }) => {
    const turn = open.get(activity.replyToId);
    if (turn === undefined || turn.repliedAt !== undefined) {
      if (turn !== undefined || answered.has(activity.replyToId)) count.doubled++; else count.crossed++;
      return;
    }
    if (turn.conversation !== conversation) count.crossed++;
    if (!turn.expect.test(body)) { count.wrong++; firstWrong ??= body.slice(0, 400); }
    turn.repliedAt = at;
    if (turn.sentAt >= measure.from && at <= measure.to) times.push(at - turn.sentAt);
    turn.step();
  });

  const run = Math.random().toString(36).slice(2, 8);
  const started = performance.now();
  const stopAt = started + Math.min(seconds + warmupSeconds, MAX_SECONDS) * 1000;
  const talks = Array.from({ length: conversations }, (_, i) => talk(i));
  await Promise.race([sleep(warmupSeconds * 1000), warm]);
  const usage = new Usage(pids());
  measure.from = performance.now();
  await Promise.race([Promise.all(talks), sleep(stopAt - performance.now())]);
  measure.to = performance.now();
  const used = usage.since();
  await Promise.race([Promise.all(talks), sleep(GRACE_MS)]);
  count.lost = [...open.values()].filter((t) => t.repliedAt === undefined).length;
  await sleep(300);
  await connector.stop();

  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return {
    conversations, turns: times.length, perSecond: times.length / ((measure.to - measure.from) / 1000), p50: at(0.5), p95: at(0.95), p99: at(0.99),
    ...count, firstWrong, cpuMsPerTurn: used.cpuMs / times.length, hostCpuMsPerTurn: used.hostCpuMs / times.length, memoryMb: used.memoryMb, othersCores: used.othersCores,
  };

  async function talk(number) {
    const conversation = `a:load-${run}-${number}`;
    const socket = net.connect({ port: Number(target.port), host: target.hostname, noDelay: true });
    await new Promise((resolve, reject) => { socket.once('connect', resolve); socket.once('error', reject); });
    let acknowledge;
    eachMessage(socket, (head) => { if (statusOf(head) >= 300) count.refused++; acknowledge(); });
    while (performance.now() < stopAt && count.sent < MAX_TURNS) {
      const { text, expect } = ask(count.sent++);
      if (count.sent === WARM_TURNS) isWarm();
      const activity = message({ serviceUrl: connector.url, conversation, person: `Load ${run} ${number}`, text });
      const body = JSON.stringify(activity);
      const replied = new Promise((resolve) => {
        open.set(activity.id, { conversation, expect, sentAt: performance.now(), step: resolve });
      });
      const acknowledged = new Promise((resolve) => { acknowledge = resolve; });
      socket.write(`POST ${target.pathname} HTTP/1.1\r\nHost: ${target.host}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
      await Promise.all([replied, acknowledged]);
      open.delete(activity.id);
      answered.add(activity.id);
    }
    socket.destroy();
  }
}
