import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Localnet, startLocalnet } from '@agent-labs/localnet';
import { Journal } from '@agent-labs/sdk';
import { Keypair } from '@solana/web3.js';
import { within } from '../helpers/within';
import { call } from './support';

/** Transactions that are remembered, and how many more than that there were. */
const REMEMBERED = 50_000;
const MORE = 8_000;
/** What the journal of a chain says that it is. */
const KIND = 'agent-labs-localnet-1';

describe('local chain: after more transactions than it remembers', () => {
  const data = mkdtempSync(join(tmpdir(), 'agent-labs-history-'));
  let localnet: Localnet;
  let slot: number;
  before(async function () {
    this.timeout(300_000);
    const first = await startLocalnet({ directory: data, tick: null });
    await first.node.airdrop(Keypair.generate().publicKey, 1_000_000_000n);
    slot = first.node.height;
    await first.stop();
    // the last transaction over and over, each with a name and a slot of its own
    let record: object = {};
    const journal = await Journal.open(join(data, 'chain.journal'), KIND, (entry) => {
      if (entry.type === 'transaction') record = entry.record as object;
    });
    for (let at = 0; at < REMEMBERED + MORE; at += 1_000) {
      const some = Array.from({ length: 1_000 }, (_, nth) => ({
        type: 'transaction',
        record: { ...record, signature: `made ${at + nth}`, slot: slot + 1 + at + nth },
        accounts: [],
      }));
      await Promise.all(some.map((entry) => journal.append(entry)));
    }
    await journal.close();
    // the time in which a stack gives up on its chain
    localnet = await within(60, startLocalnet({ directory: data, tick: null }));
  });
  after(async () => {
    await localnet?.stop();
    rmSync(data, { recursive: true, force: true });
  });

  const made = (at: number) => localnet.node.history.get(`made ${at}`);

  it('it tells of the latest alone', () => {
    const { history } = localnet.node;
    assert.equal(history.size, REMEMBERED);
    assert.deepEqual([made(MORE - 1), made(MORE)?.slot], [null, slot + 1 + MORE]);
    assert.deepEqual([history.inSlot(slot + MORE), history.inSlot(slot + 1 + MORE).length], [[], 1]);
    assert.ok(made(REMEMBERED + MORE - 1));
  });

  it('each one more lets go of the oldest, and takes no longer than before', async () => {
    const to = Keypair.generate().publicKey;
    const drops = 3_000;
    const begun = Date.now();
    for (let drop = 1; drop <= drops; drop += 1) await localnet.node.airdrop(to, BigInt(1_000_000 + drop));
    // 49 ms each, where letting go looks at all that share an address
    assert.ok((Date.now() - begun) / drops < 20, `${(Date.now() - begun) / drops} ms each`);
    const { history } = localnet.node;
    assert.equal(history.size, REMEMBERED);
    assert.deepEqual([made(MORE + drops - 1), made(MORE + drops)?.slot], [null, slot + 1 + MORE + drops]);
    const [latest] = (
      await call(localnet, 'getSignaturesForAddress', to.toBase58(), {
        commitment: 'confirmed',
        limit: 1,
      })
    ).result as { signature: string }[];
    assert.equal(history.of(to.toBase58()).length, drops);
    assert.equal(history.of(to.toBase58()).at(-1)?.signature, latest?.signature);
  }).timeout(300_000);
});
