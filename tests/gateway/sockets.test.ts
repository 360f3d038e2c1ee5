import assert from 'node:assert/strict';
import { WebSocket } from 'ws';
import { within } from '../helpers/within';
import { GatewayFixture } from './support';

interface Frame {
  id?: number;
  type: string;
  data?: { content?: string };
  missed?: boolean;
}

/** A client of a session's events. */
class Listener {
  readonly frames: Frame[] = [];
  readonly socket: WebSocket;
  readonly closed: Promise<{ code: number; reason: string }>;
  #arrived = () => {};

  constructor(url: string, first: object | string | null) {
    this.socket = new WebSocket(url);
    this.socket.on('open', () => {
      if (first !== null) this.socket.send(typeof first === 'string' ? first : JSON.stringify(first));
    });
    this.socket.on('message', (data) => {
      this.frames.push(JSON.parse(String(data)));
      this.#arrived();
    });
    // a refused socket closes, which is what is looked at
    this.socket.on('error', () => this.socket.terminate());
    this.closed = new Promise((done) => {
      this.socket.on('close', (code, reason) => done({ code, reason: String(reason) }));
    });
  }

  /** Waits until so many frames are there. */
  async until(count: number): Promise<Frame[]> {
    while (this.frames.length < count) {
      await within(
        20,
        new Promise<void>((done) => {
          this.#arrived = done;
        }),
      );
    }
    return this.frames;
  }
}

describe('gateway: events of sessions (attack 78)', () => {
  let fixture: GatewayFixture;
  let [owner, guest]: { address: string; token: string }[] = [];
  let [session, thread] = ['', ''];
  before(async () => {
    fixture = await GatewayFixture.start({ allowances: { write: { perSecond: 1_000, burst: 10_000 } } });
    [owner, guest] = [await fixture.member(), await fixture.member()];
    const made = await fixture.call('POST', '/v1/sessions', { token: owner.token, body: { name: 's' } });
    session = made.body.id;
    const { body } = await fixture.call('POST', `/v1/sessions/${session}/threads`, {
      token: owner.token,
      body: { name: 't', participants: [guest.address] },
    });
    thread = body.id;
  });
  after(() => fixture.stop());

  const url = () => `${fixture.gateway.url.replace('http', 'ws')}/v1/sessions/${session}/events`;
  const hello = (who: { token: string } | undefined, after?: number) => ({
    type: 'authenticate',
    token: who?.token ?? '',
    ...(after !== undefined && { after }),
  });
  const say = (content: string, at = thread) =>
    fixture.call('POST', `/v1/sessions/${session}/threads/${at}/messages`, {
      token: owner?.token ?? '',
      body: { content },
    });

  it('tells members what happens, numbered, and takes up where a lost socket was', async () => {
    const first = new Listener(url(), hello(guest, 1_000_000));
    await first.until(1);
    await say('one');
    await say('two');
    const [ready, one, two] = await first.until(3);
    assert.equal(ready?.type, 'ready');
    assert.deepEqual([one?.data?.content, two?.data?.content], ['one', 'two']);
    assert.equal(two?.id, (one?.id ?? 0) + 1);
    first.socket.terminate();
    await say('three');
    await fixture.restart();
    const again = new Listener(url(), hello(guest, two?.id));
    const [, three] = await again.until(2);
    assert.deepEqual([three?.data?.content, three?.id], ['three', (two?.id ?? 0) + 1]);
    await say('four');
    assert.equal((await again.until(3))[2]?.data?.content, 'four');
    again.socket.terminate();
  });

  it('tells nothing of threads that the wallet is not in', async () => {
    const { body } = await fixture.call('POST', `/v1/sessions/${session}/threads`, {
      token: owner?.token ?? '',
      body: { name: 'private' },
    });
    const listener = new Listener(url(), hello(guest, 1_000_000));
    await listener.until(1);
    await say('secret', body.id);
    await say('for all');
    assert.equal((await listener.until(2))[1]?.data?.content, 'for all');
    const all = new Listener(url(), hello(guest));
    await all.until(3);
    assert.ok(!JSON.stringify(all.frames).includes('secret'));
    listener.socket.terminate();
    all.socket.terminate();
  });

  it('closes on those who do not say who they are, or are nobody here', async () => {
    const stranger = await fixture.member();
    const cases: [object | string, number][] = [
      ['nonsense', 4401],
      [{ type: 'authenticate' }, 4401],
      [{ type: 'authenticate', token: 'a.b.c' }, 4401],
      [{ ...hello(guest), more: 1 }, 4401],
      [hello(stranger), 4404],
    ];
    for (const [first, code] of cases) {
      const listener = new Listener(url(), first);
      assert.equal((await within(20, listener.closed)).code, code, JSON.stringify(first).slice(0, 40));
      assert.deepEqual(listener.frames, []);
    }
    const silent = new Listener(url(), null);
    assert.equal((await within(20, silent.closed)).code, 4401);
  }).timeout(60_000);

  it('closes on a frame that is too large, and on a flood', async () => {
    const large = new Listener(url(), 'x'.repeat(5_000));
    assert.equal((await within(20, large.closed)).code, 1009);
    const flood = new Listener(url(), hello(guest));
    await flood.until(1);
    for (let at = 0; at < 50; at += 1) flood.socket.send('{}');
    assert.equal((await within(20, flood.closed)).code, 4429);
  });

  it('a hundred megabytes in one frame take no memory', async () => {
    const before = process.memoryUsage().rss;
    const giant = new Listener(url(), 'x'.repeat(100 * 1024 * 1024));
    assert.ok([1006, 1009].includes((await within(60, giant.closed)).code));
    // the test itself holds the text; the gateway must not hold it again
    assert.ok(process.memoryUsage().rss - before < 400 * 1024 * 1024);
  }).timeout(120_000);

  it('a reader that does not read is cut off, and others hear everything', async () => {
    const stalled = new Listener(url(), hello(guest, 1_000_000));
    const good = new Listener(url(), hello(guest, 1_000_000));
    await Promise.all([stalled.until(1), good.until(1)]);
    stalled.socket.pause();
    const text = 'y'.repeat(16_000);
    const count = 700;
    for (let at = 0; at < count; at += 1) await say(text);
    await good.until(1 + count);
    assert.equal(good.frames.length, 1 + count);
    stalled.socket.resume();
    await within(30, stalled.closed);
    assert.ok(stalled.frames.length < 1 + count, 'it was cut off');
    good.socket.terminate();
  }).timeout(180_000);
});
