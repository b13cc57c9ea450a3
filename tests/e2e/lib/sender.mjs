// A channel that sends messages and keeps what comes back for each.
import assert from 'node:assert/strict';
import { message } from './activity.mjs';
import { Connector } from './connector.mjs';
import { until } from './places.mjs';

export class Sender {
  /** What the connector took, in order: {conversation, to, words}. */
  replies = [];
  #connector;

  static async start(options) {
    const sender = new Sender();
    sender.#connector = await Connector.start(({ conversation, activity, body }) => {
      sender.replies.push({ conversation, to: activity.replyToId, words: body });
    }, options);
    return sender;
  }

  stop() { return this.#connector.stop(); }

  compose(conversation, text) {
    return message({ serviceUrl: this.#connector.url, conversation, person: `Person of ${conversation}`, text });
  }

  /** Hands a message in; from 200 on it may not be lost. */
  async post(host, activity) {
    const answer = await fetch(host.messages, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(activity) });
    assert.ok(answer.ok, `${answer.status} ${await answer.text()}`);
    return activity;
  }

  answered(activities, atMost = 30_000) {
    const wanted = new Set(activities.map((a) => a.id));
    return until(
      () => `every message is answered: ${this.replies.length} replies to ${wanted.size} messages`,
      () => activities.every((a) => this.replies.some((r) => r.to === a.id)), atMost);
  }

  /** Each message has one reply, and each conversation's replies stand in the order of its messages. */
  isExact(activities) {
    assert.deepEqual(
      this.replies.map((r) => r.to).sort(),
      activities.map((a) => a.id).sort(),
      'one reply for each message');
    const inOrder = (list, conversationOf, idOf) => list.reduce((all, item) => {
      (all[conversationOf(item)] ??= []).push(idOf(item));
      return all;
    }, {});
    assert.deepEqual(
      inOrder(this.replies, (r) => r.conversation, (r) => r.to),
      inOrder(activities, (a) => a.conversation.id, (a) => a.id),
      'the order of each conversation');
  }
}
