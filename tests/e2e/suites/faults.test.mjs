// What happens to accepted messages when processes end in the middle: nothing is lost, nothing is said twice.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Host, isAlive } from '../lib/host.mjs';
import { sleep, until } from '../lib/places.mjs';
import { Sender } from '../lib/sender.mjs';

const QUESTION = 'What was the OEE of Assembly-001 last week?';

describe('processes that end in the middle', () => {
  test('a host killed between storing and answering: the next one answers, once and in order', async (t) => {
    const sender = await Sender.start({ delay: 700 });
    const first = await Host.start();
    t.after(async () => { await sender.stop(); await first.dispose(); });
    const asked = [];
    for (let i = 0; i < 4; i++) asked.push(await sender.post(first, sender.compose('a:kill', `${QUESTION}`)));
    await sleep(200);

    await first.stop('SIGKILL');
    assert.ok(sender.replies.length < asked.length, 'the kill came too late to show anything');
    const second = await Host.start({ folder: first.folder });
    await sender.answered(asked);
    await sleep(1_500);
    await second.stop();

    sender.isExact(asked);
  });

  test('two hosts on one database: 200 messages in 20 conversations to both', async (t) => {
    const sender = await Sender.start();
    const one = await Host.start();
    const two = await Host.start({ folder: one.folder });
    t.after(async () => { await two.stop(); await sender.stop(); await one.dispose(); });

    const asked = (await Promise.all(Array.from({ length: 20 }, async (_, conversation) => {
      const sent = [];
      for (let i = 0; i < 10; i++) sent.push(await sender.post(i % 2 === conversation % 2 ? one : two, sender.compose(`a:talk-${conversation}`, QUESTION)));
      return sent;
    }))).flat();
    await sender.answered(asked);
    await sleep(1_000);

    sender.isExact(asked);
  });

  test('the same message twice at once, to two hosts: one answer', async (t) => {
    const sender = await Sender.start();
    const one = await Host.start();
    const two = await Host.start({ folder: one.folder });
    t.after(async () => { await two.stop(); await sender.stop(); await one.dispose(); });
    const asked = Array.from({ length: 10 }, (_, i) => sender.compose(`a:twice-${i}`, QUESTION));

    await Promise.all(asked.flatMap((a) => [sender.post(one, a), sender.post(two, a)]));
    await sender.answered(asked);
    await sleep(1_000);

    sender.isExact(asked);
  });

  test('a connector that refuses for a while: the answer comes later, once', async (t) => {
    const troubles = [500, 429, 0, 503];
    const sender = await Sender.start({ status: () => troubles.shift() ?? 201 });
    const host = await Host.start();
    t.after(async () => { await sender.stop(); await host.dispose(); });

    const asked = [await sender.post(host, sender.compose('a:trouble', QUESTION))];
    await sender.answered(asked, 60_000);
    await sleep(1_000);

    sender.isExact(asked);
  });

  test('Ctrl-C ends the host and its database; the next start answers soon', async (t) => {
    const host = await Host.start();
    t.after(() => host.dispose());
    const database = host.databasePid();
    assert.ok(database, 'the private database runs');

    await host.stop('SIGINT');
    await until('the database has ended', () => !isAlive(database), 2_000);

    const started = performance.now();
    const again = await Host.start({ folder: host.folder });
    const answer = await again.chat(QUESTION);
    console.log(`second start to first answer: ${Math.round(performance.now() - started)} ms`);
    await again.stop();
    assert.equal(answer.status, 'answered', JSON.stringify(answer).slice(0, 300));
  });

  test('a database that is killed under a running host comes back, and the message with it', async (t) => {
    const sender = await Sender.start();
    const host = await Host.start();
    t.after(async () => { await sender.stop(); await host.dispose(); });
    const before = await sender.post(host, sender.compose('a:database', QUESTION));
    await sender.answered([before]);

    process.kill(host.databasePid(), 'SIGQUIT');
    await sleep(50);
    // Not accepted, not lost: the sender is told and sends it again, as a channel does.
    const after = sender.compose('a:database', QUESTION);
    await until('the message is accepted', async () => sender.post(host, after).then(() => true, () => false), 30_000, 250);
    await sender.answered([before, after]);
    await sleep(500);

    sender.isExact([before, after]);
  });
});
