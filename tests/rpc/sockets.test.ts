import assert from 'node:assert/strict';
import zlib from 'node:zlib';
import { type Localnet, startLocalnet } from '@agent-labs/localnet';
import { TOKEN_PROGRAM_ID } from '@solana/spl-token';
import { Keypair, PublicKey, SystemProgram } from '@solana/web3.js';
import { WebSocket } from 'ws';
import { within } from '../helpers/within';

interface Frame {
  id?: number;
  result?: unknown;
  error?: { code: number; message: string };
  method?: string;
  params?: { result: { slot?: number; value?: { err?: unknown; lamports?: number } }; subscription: number };
}

/** A client of the WebSocket that looks at every frame. */
class Client {
  readonly frames: Frame[] = [];
  readonly closed: Promise<number>;
  readonly #waiting: (() => void)[] = [];

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data) => {
      // of a large one its beginning is enough
      const text = String(data);
      this.frames.push(text.length > 10_000 ? { method: 'large' } : JSON.parse(text));
      for (const wake of this.#waiting.splice(0)) wake();
    });
    // a socket that is cut off closes, which is what is looked at
    socket.on('error', () => socket.terminate());
    this.closed = new Promise((done) => {
      socket.on('close', done);
    });
  }

  static open(url: string): Promise<Client> {
    const socket = new WebSocket(url);
    const client = new Client(socket);
    return new Promise((done, failed) => {
      socket.once('open', () => done(client));
      socket.once('error', failed);
    });
  }

  async until(fits: (frame: Frame) => boolean): Promise<Frame> {
    for (;;) {
      const found = this.frames.find(fits);
      if (found !== undefined) return found;
      await within(
        60,
        new Promise<void>((done) => {
          this.#waiting.push(done);
        }),
      );
    }
  }

  call(id: number, method: string, ...params: unknown[]): Promise<Frame> {
    this.socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
    return this.until((frame) => frame.id === id);
  }
}

describe('local chain: sockets', () => {
  let localnet: Localnet;
  before(async () => {
    localnet = await startLocalnet();
  });
  after(() => localnet.stop());

  it('answers calls of HTTP too, on either port', async () => {
    for (const url of [localnet.wsUrl, localnet.rpcUrl.replace('http', 'ws')]) {
      const client = await Client.open(url);
      assert.equal((await client.call(1, 'getHealth')).result, 'ok');
      assert.equal((await client.call(2, 'nothing')).error?.code, -32601);
      client.socket.send('{');
      assert.equal((await client.until(({ error }) => error?.code === -32700)).id, null);
      client.socket.terminate();
    }
  });

  it('HTTP has no subscriptions', async () => {
    const answer = await fetch(localnet.rpcUrl, {
      method: 'POST',
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'slotSubscribe' }),
    });
    assert.equal(((await answer.json()) as Frame).error?.code, -32601);
  });

  it('refuses what is no subscription, by name', async () => {
    const client = await Client.open(localnet.wsUrl);
    const cases: [string, unknown[], RegExp][] = [
      ['accountSubscribe', ['x'], /the account must be a base58 address/],
      ['logsSubscribe', [{}], /"all" or/],
      ['logsSubscribe', [{ mentions: ['a', 'b'] }], /one address/],
      ['signatureSubscribe', [5], /the signature must be a string/],
      ['slotUnsubscribe', [99], /there is no such subscription/],
      ['accountUnsubscribe', ['x'], /must be a whole number/],
    ];
    let id = 0;
    for (const [method, params, message] of cases) {
      id += 1;
      const { error } = await client.call(id, method, ...params);
      assert.equal(error?.code, -32602, method);
      assert.match(error?.message ?? '', message);
    }
    const key = Keypair.generate().publicKey.toBase58();
    for (let at = 1; at <= 1_000; at += 1) {
      client.socket.send(
        JSON.stringify({ jsonrpc: '2.0', id: 1_000 + at, method: 'accountSubscribe', params: [key] }),
      );
    }
    await client.until(({ id }) => id === 2_000);
    assert.match(
      (await client.call(3_000, 'slotSubscribe')).error?.message ?? '',
      /at most 1000 subscriptions/,
    );
    client.socket.terminate();
  });

  it('data too large for base58 is told so in its place, and harms no other subscriber', async () => {
    const watched = Keypair.generate().publicKey;
    const other = await Client.open(localnet.wsUrl);
    const first = await Client.open(localnet.wsUrl);
    const key = watched.toBase58();
    const confirmed = { commitment: 'confirmed' };
    await first.call(1, 'accountSubscribe', key, confirmed);
    await first.call(2, 'accountSubscribe', key, { ...confirmed, encoding: 'base58' });
    await first.call(3, 'accountSubscribe', key);
    await other.call(1, 'accountSubscribe', key, { ...confirmed, encoding: 'base64' });
    const data = new Uint8Array(129).fill(7);
    const account = { lamports: 10_000_000n, owner: SystemProgram.programId, data, executable: false };
    await localnet.node.write([[watched, account]]);
    // sent by somebody who knows of none of them
    await localnet.node.airdrop(watched, 1n);
    const heard = (client: Client, count: number) =>
      client.until(
        () => client.frames.filter(({ method }) => method === 'accountNotification').length === count,
      );
    await Promise.all([heard(first, 2), heard(other, 1)]);
    // the third hears of what is final, from the clock
    await localnet.node.advance({ slots: 40 });
    await heard(first, 3);
    const told = [...first.frames, ...other.frames]
      .filter(({ method }) => method === 'accountNotification')
      .map(({ params }) => params?.result.value as { data: unknown; space: number });
    const tooLarge = 'error: data too large for bs58 encoding';
    assert.deepEqual(
      told.map((value) => value.data),
      [tooLarge, [tooLarge, 'base58'], tooLarge, [Buffer.from(data).toString('base64'), 'base64']],
    );
    assert.ok(told.every(({ space }) => space === 129));
    for (const { socket } of [first, other]) socket.terminate();
  });

  it('an encoding that this Node.js does not have is refused at once', async () => {
    const client = await Client.open(localnet.wsUrl);
    const key = Keypair.generate().publicKey.toBase58();
    const format = { encoding: 'base64+zstd', commitment: 'confirmed' };
    const { result, error } = await client.call(1, 'accountSubscribe', key, format);
    if ('zstdCompressSync' in zlib) assert.ok(result);
    else assert.match(error?.message ?? '', /this Node.js has no zstd/);
    client.socket.terminate();
  });

  it('a subscription that cannot be told is a fault of its own', async () => {
    const faults: unknown[] = [];
    const chain = await startLocalnet({ tick: null, onFault: (error) => faults.push(error) });
    const client = await Client.open(chain.wsUrl);
    const watched = Keypair.generate().publicKey;
    for (let id = 1; id <= 2; id += 1) {
      await client.call(id, 'accountSubscribe', watched.toBase58(), {
        commitment: 'confirmed',
        encoding: 'jsonParsed',
      });
    }
    const read = chain.node.read.bind(chain.node);
    let broken = true;
    // the first one asks for the mint of a token account, and fails at it
    chain.node.read = (at) => {
      if (broken && at.equals(mint)) {
        broken = false;
        throw new Error('no mint');
      }
      return read(at);
    };
    const mint = Keypair.generate().publicKey;
    const data = new Uint8Array(165);
    data.set(mint.toBytes());
    data[108] = 1;
    await chain.node.write([
      [watched, { lamports: 10_000_000n, owner: TOKEN_PROGRAM_ID, data, executable: false }],
    ]);
    broken = false;
    const record = chain.node.history.get(await chain.node.airdrop(Keypair.generate().publicKey, 5_000_000n));
    assert.ok(record);
    broken = true;
    chain.node.events.emit('transaction', record, [[watched, read(watched)]]);
    await client.until(({ method }) => method === 'accountNotification');
    assert.deepEqual(faults.map(String), ['Error: no mint']);
    client.socket.terminate();
    await chain.stop();
  });

  it('stops telling after unsubscribing', async () => {
    const client = await Client.open(localnet.wsUrl);
    const { result } = await client.call(1, 'slotSubscribe');
    await client.until(({ method }) => method === 'slotNotification');
    assert.equal((await client.call(2, 'slotUnsubscribe', result)).result, true);
    const count = client.frames.length;
    await localnet.node.advance({ slots: 3 });
    await client.call(3, 'getHealth');
    assert.equal(client.frames.length, count + 1);
    client.socket.terminate();
  });

  it('closes on binary frames, and on frames that are too large', async () => {
    const binary = await Client.open(localnet.wsUrl);
    binary.socket.send(Buffer.from([1, 2, 3]));
    assert.equal(await within(20, binary.closed), 1003);
    const large = await Client.open(localnet.wsUrl);
    large.socket.send('x'.repeat(600_000));
    assert.equal(await within(20, large.closed), 1009);
  });

  it('a thousand sockets, a tenth of them stalled: the others hear everything, and memory stays flat', async () => {
    const count = 1_000;
    const watched = Keypair.generate().publicKey;
    const stalled: Client[] = [];
    const good: Client[] = [];
    for (let at = 0; at < count; at += 50) {
      const opened = await Promise.all(Array.from({ length: 50 }, () => Client.open(localnet.wsUrl)));
      for (const [nth, client] of opened.entries()) (nth % 10 === 0 ? stalled : good).push(client);
    }
    // a large account, of which the good ones ask for a part
    const format = { encoding: 'base64', commitment: 'confirmed' };
    const part = { ...format, dataSlice: { offset: 0, length: 32 } };
    await Promise.all([
      ...stalled.map((client) => client.call(1, 'accountSubscribe', watched.toBase58(), format)),
      ...good.map((client) => client.call(1, 'accountSubscribe', watched.toBase58(), part)),
    ]);
    for (const { socket } of stalled) socket.pause();
    const data = new Uint8Array(100_000).fill(7);
    const owner = PublicKey.default;
    await localnet.node.write([[watched, { lamports: 10_000_000_000n, owner, data, executable: false }]]);
    global.gc?.();
    const before = process.memoryUsage().rss;
    const rounds = 80;
    for (let round = 1; round <= rounds; round += 1) {
      await localnet.node.airdrop(watched, BigInt(round));
      // as fast as the good ones read, so that what waits is what the stalled ones do not read
      await Promise.all(good.map((client) => client.until(() => client.frames.length > round)));
    }
    for (const client of good) assert.equal(client.frames.length, 1 + rounds);
    // clients and chain are one process here; what the stalled ones do not read is 4 MiB each at most
    const grown = process.memoryUsage().rss - before;
    assert.ok(grown < 1.5 * 1024 ** 3, `${Math.round(grown / 1024 ** 2)} MiB`);
    for (const { socket } of stalled) socket.resume();
    await within(60, Promise.all(stalled.map(({ closed }) => closed)));
    assert.ok(
      stalled.every(({ frames }) => frames.length < 1 + rounds),
      'they were cut off',
    );
    for (const { socket } of good) socket.terminate();
  }).timeout(300_000);
});
