import assert from 'node:assert/strict';
import { fromBase58 } from '@agent-labs/indexer';
import { getBase58Decoder } from '@solana/kit';
import { IndexerFixture, type Item, itemsOf, onEachDatabase, SECRET } from './support';
import { World } from './world';

const base58 = getBase58Decoder();

onEachDatabase('indexer: what it takes', (options) => {
  let world: World;
  let fixture: IndexerFixture;
  let items: Item[];

  before(async () => {
    world = await World.start(11);
    await world.live(120);
    items = itemsOf(world);
    fixture = await IndexerFixture.start(world, options());
  });
  after(async () => {
    await fixture?.stop();
    await world?.localnet.stop();
  });
  beforeEach(() => fixture.clear());

  const rows = async (sql: string) => (await fixture.indexer.database.query(sql)) as Item[];
  const settled = async () => {
    await fixture.indexer.settled();
    return rows('SELECT signature, state, failed FROM transactions ORDER BY slot');
  };

  it('attack 63: refuses a delivery without the secret, and stores nothing of it', async () => {
    const body = JSON.stringify(items.slice(0, 1));
    const forged: Record<string, string>[] = [
      {},
      { authorization: '' },
      { authorization: SECRET.slice(1) },
      { authorization: `${SECRET}x` },
      { authorization: `Bearer ${SECRET}` },
      { 'x-authorization': SECRET },
    ];
    for (const headers of forged) {
      const { status, body: answer } = await fixture.post(body, headers);
      assert.deepEqual([status, answer.error.code], [401, 'WebhookUnauthorized']);
    }
    assert.deepEqual(await rows('SELECT * FROM transactions'), []);
  });

  it('refuses what is no array of at most 16 MiB, before it is stored', async () => {
    for (const [body, status, code] of [
      ['{"a":1}', 400, 'BadRequest'],
      ['[', 400, 'BadRequest'],
      ['"text"', 400, 'BadRequest'],
      [`[${JSON.stringify('x'.repeat(20 * 1024 * 1024))}]`, 413, 'TooLarge'],
      [`[${'1,'.repeat(10_000)}1]`, 400, 'BadRequest'],
    ] as const) {
      const answer = await fixture.post(body);
      assert.deepEqual([answer.status, answer.body.error.code], [status, code]);
    }
    assert.deepEqual(await rows('SELECT * FROM transactions UNION ALL SELECT * FROM transactions'), []);
  });

  it('attack 67: keeps what it cannot read as a dead letter by name, once, and takes the rest', async () => {
    const [good, other, last] = items;
    const changed = (change: (item: Item) => void) => {
      const copy = structuredClone(other);
      change(copy);
      return copy;
    };
    const bad = [
      changed((item) => {
        item.meta = null;
      }),
      changed((item) => {
        item.version = 7;
      }),
      changed((item) => {
        item.meta.innerInstructions = null;
      }),
      changed((item) => {
        item.transaction.message.instructions[0].accounts = ['x'];
      }),
      changed((item) => {
        delete item.transaction.signatures;
      }),
      null,
      'text',
    ];
    const unknown = { ...last, fieldOfTheFuture: { deep: [1] }, meta: { ...last.meta, more: true } };
    assert.deepEqual(await fixture.deliver([good, ...bad, unknown]), { taken: 2, dead: bad.length });
    assert.deepEqual(await fixture.deliver(bad), { taken: 0, dead: bad.length });
    assert.deepEqual(
      new Map((await settled()).map(({ signature, state }: Item) => [signature, state])),
      new Map([good, last].map((item) => [item.transaction.signatures[0], 'folded'])),
    );
    const letters = await rows('SELECT reason, signature FROM dead_letters ORDER BY reason');
    const reasons = letters.map(({ reason }: Item) => reason);
    assert.deepEqual(reasons, [
      'InnerInstructionsMissing',
      ...Array.from({ length: 4 }, () => 'Malformed'),
      'MetaMissing',
      'VersionUnknown',
    ]);
    assert.equal((await fixture.get('/v1/status')).body.deadLetters, bad.length);
    // what came broken is read again from the chain
    await fixture.indexer.backfill();
    const states = await settled();
    assert.equal(states.length, items.length);
    assert.ok(states.some(({ signature }: Item) => signature === other.transaction.signatures[0]));
  });

  it('keeps what an instruction cannot be decoded of apart, and folds on', async () => {
    const event = items.find((item) => item.meta.err === null && item.meta.innerInstructions.length > 0);
    const broken = structuredClone(event);
    for (const { instructions } of broken.meta.innerInstructions) {
      for (const one of instructions) one.data = base58.decode(fromBase58(one.data).subarray(0, 20));
    }
    const rest = items.filter((item) => item !== event);
    await fixture.deliver([broken, ...rest]);
    const states = await settled();
    const dead = states.filter(({ state }: Item) => state === 'undecodable');
    assert.deepEqual(
      dead.map(({ signature }: Item) => signature),
      [event.transaction.signatures[0]],
    );
    assert.equal(states.filter(({ state }: Item) => state === 'folded').length, rest.length);
  });

  it('attack 64: fifty deliveries at once of the same, shuffled, have the effect of one', async () => {
    await fixture.deliver(items);
    await fixture.indexer.settled();
    const once = await fixture.checksum();
    await fixture.clear();
    const part = items.slice(0, 40);
    await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        fixture.deliver([...part.slice(at % 40), ...part.slice(0, at % 40)]),
      ),
    );
    await fixture.deliver(items);
    await fixture.indexer.settled();
    assert.equal(await fixture.checksum(), once);
  });

  it('stores transactions that failed, and folds nothing of them', async () => {
    const failed = items.filter((item) => item.meta.err !== null);
    assert.ok(failed.length > 5, `only ${failed.length} failed`);
    await fixture.deliver(failed);
    const states = await settled();
    assert.ok(states.every(({ state, failed: is }: Item) => state === 'folded' && is));
    assert.equal(states.length, failed.length);
    assert.deepEqual(await rows('SELECT * FROM facts'), []);
  });

  it('attack 65: an event counts only from our own program', async () => {
    const spoofed = items
      .filter((item) => item.meta.err === null && item.meta.innerInstructions.length > 0)
      .map((item) => {
        const copy = structuredClone(item);
        const keys = copy.transaction.message.accountKeys;
        const { registry, escrow, stake, reputation, timelock } = world.localnet.deployment;
        const ours = [registry, escrow, stake, reputation, timelock].map((program) => program.toBase58());
        // a program that is not ours repeats our bytes, in its inner instruction and in its log
        for (const [at, key] of keys.entries()) {
          if (ours.includes(key)) keys[at] = SPOOFER;
        }
        copy.meta.logMessages = item.meta.logMessages;
        return copy;
      });
    assert.ok(spoofed.length > 20);
    await fixture.deliver(spoofed);
    assert.ok((await settled()).every(({ state }: Item) => state === 'folded'));
    assert.deepEqual(await rows('SELECT * FROM facts'), []);
  });

  it('attack 65: truncated logs change nothing, for it does not read them', async () => {
    await fixture.deliver(items);
    await fixture.indexer.settled();
    const whole = await fixture.checksum();
    await fixture.clear();
    await fixture.deliver(
      items.map((item) => ({ ...item, meta: { ...item.meta, logMessages: ['Log truncated'] } })),
    );
    await fixture.indexer.settled();
    assert.equal(await fixture.checksum(), whole);
  });

  it('attack 66: two events of one transaction both count, in their order', async () => {
    const registry = world.localnet.deployment.registry.toBase58();
    const opening = items.find((item) => {
      const { accountKeys, instructions } = item.transaction.message;
      const recorded = item.meta.innerInstructions.length > 0 && item.meta.err === null;
      return recorded && instructions.length > 1 && accountKeys.includes(registry);
    });
    assert.ok(opening !== undefined);
    // the same recorded twice under one top-level instruction, as by nested calls
    const twice = structuredClone(opening);
    const [inner] = twice.meta.innerInstructions;
    const event = inner.instructions.at(-1);
    inner.instructions.push(structuredClone(event));
    await fixture.deliver([twice]);
    await fixture.indexer.settled();
    const found = await rows('SELECT outer_index, inner_index FROM facts ORDER BY place');
    const own = found.filter(({ outer_index }: Item) => outer_index === inner.index);
    assert.equal(own.length, 2);
    assert.equal(own[1].inner_index, own[0].inner_index + 1);
  });
});

/** Somebody's program. */
const SPOOFER = 'Stake11111111111111111111111111111111111111';
