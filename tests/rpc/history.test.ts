import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Localnet, startLocalnet } from '@agent-labs/localnet';
import { Journal } from '@agent-labs/sdk';
import { Keypair, VersionedTransaction } from '@solana/web3.js';
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
    // an idle machine takes a few seconds; one that looks at all that share an address takes many minutes
    localnet = await within(150, startLocalnet({ directory: data, tick: null }));
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

  it('blocks that may lack some of theirs are not given', async () => {
    const first = slot + 1 + MORE + 1;
    assert.equal((await call(localnet, 'getFirstAvailableBlock')).result, first);
    assert.equal((await call(localnet, 'getBlock', first - 1)).error?.code, -32001);
    const { result } = await call(localnet, 'getBlock', first, { transactionDetails: 'signatures' });
    assert.deepEqual((result as { signatures: string[] }).signatures, [`made ${MORE + 1}`]);
    assert.deepEqual((await call(localnet, 'getBlocks', first - 5, first + 1)).result, [first, first + 1]);
  });

  it('each one more lets go of the oldest, however many share its addresses', async () => {
    const { history } = localnet.node;
    const last = made(REMEMBERED + MORE - 1);
    assert.ok(last);
    const [payer] = VersionedTransaction.deserialize(last.raw).message.staticAccountKeys;
    assert.equal(history.of(payer?.toBase58() ?? '').length, REMEMBERED);
    const more = 5_000;
    for (let at = 0; at < more; at += 1) {
      history.add({ ...last, signature: `more ${at}`, slot: last.slot + 1 + at });
    }
    assert.equal(history.size, REMEMBERED);
    assert.deepEqual([made(MORE + more - 1), made(MORE + more)?.slot], [null, slot + 1 + MORE + more]);
    assert.equal(history.of(payer?.toBase58() ?? '').length, REMEMBERED);
    const signature = await localnet.node.airdrop(Keypair.generate().publicKey, 1_000_000n);
    assert.equal(history.of(payer?.toBase58() ?? '').at(-1)?.signature, signature);
  }).timeout(300_000);
});
