import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  builtDeployment,
  decodeTreePool,
  eventsOf,
  meanMilliStars,
  merkleTreeBytes,
  merkleTreeRent,
  type ReceiptFacts,
  ratingAuthorityAddress,
  receiptFactsHash,
  receiptName,
  receiptUri,
  reputationIdl,
  treeOf,
} from '@agent-labs/sdk';
import { Keypair, PublicKey } from '@solana/web3.js';

const key = (byte: number) => new PublicKey(new Uint8Array(32).fill(byte));

/** Those of the program's own test, which derives the same bytes by hand. */
const FACTS: ReceiptFacts = {
  agent: key(1),
  ownershipEpoch: 2,
  agentVersion: 3,
  payer: key(4),
  subject: key(5),
  generation: 6n,
  stars: 5,
  paid: 8n,
  refunded: 9n,
  mint: key(10),
  number: 11n,
  slot: 12n,
  ratedAt: 13n,
};

describe('receipts of ratings', () => {
  it('hash their facts in the documented layout', () => {
    const u32 = (value: number) => Buffer.from([value, 0, 0, 0]);
    const u64 = (value: number) => Buffer.from([value, 0, 0, 0, 0, 0, 0, 0]);
    const bytes = Buffer.concat([
      Buffer.from('agent-labs/receipt/v1'),
      key(1).toBuffer(),
      u32(2),
      u32(3),
      key(4).toBuffer(),
      key(5).toBuffer(),
      u64(6),
      Buffer.from([5]),
      u64(8),
      u64(9),
      key(10).toBuffer(),
      u64(11),
      u64(12),
      u64(13),
    ]);
    const expected = createHash('sha256').update(bytes).digest();
    assert.equal(bytes.length, 206);
    assert.ok(expected.equals(receiptFactsHash(FACTS)));
    assert.equal(receiptUri('https://x/', FACTS), `https://x/${expected.toString('hex')}`);
  });

  it('change their hash with every fact', () => {
    const changes: Partial<ReceiptFacts>[] = [
      { agent: key(9) },
      { ownershipEpoch: 9 },
      { agentVersion: 9 },
      { payer: key(9) },
      { subject: key(9) },
      { generation: 9n },
      { stars: 4 },
      { paid: 9n },
      { refunded: 8n },
      { mint: key(9) },
      { number: 9n },
      { slot: 9n },
      { ratedAt: 9n },
    ];
    const hashes = [{}, ...changes].map((change) =>
      Buffer.from(receiptFactsHash({ ...FACTS, ...change })).toString('hex'),
    );
    assert.equal(new Set(hashes).size, Object.keys(FACTS).length + 1);
  });

  it('refuse facts that do not fit, by name', () => {
    for (const change of [
      { ownershipEpoch: -1 },
      { agentVersion: 2 ** 32 },
      { paid: -1n },
      { number: 1n << 64n },
    ]) {
      assert.throws(() => receiptFactsHash({ ...FACTS, ...change }), /must|lie|u32|u64/);
    }
  });

  it('have names that Bubblegum takes', () => {
    for (const stars of [1, 5]) assert.ok(receiptName(stars).length <= 32);
    assert.equal(receiptName(3), 'Agent Labs receipt 3/5');
  });

  it('go to the tree of the agent’s shard', () => {
    const agent = new PublicKey(Uint8Array.from([7, ...new Uint8Array(31)]));
    assert.equal(treeOf({ trees: [] }, agent), null);
    const trees = [key(1), key(2), key(3)];
    assert.equal(treeOf({ trees }, agent), trees[1]);
    assert.throws(() => decodeTreePool(new Uint8Array(10)));
  });

  it('are computed as on chain: mean, size and rent of a tree, authority', () => {
    assert.equal(meanMilliStars({ weight: 0n, weightedStars: 0n }), null);
    assert.equal(meanMilliStars({ weight: 3n, weightedStars: 14n }), 4_666);
    assert.equal(merkleTreeBytes(14, 64, 0), 56 + 31_744);
    assert.equal(merkleTreeRent({ depth: 14, buffer: 64, canopy: 8 }), 335_806_080n);
    const constants: readonly { name: string; value: string }[] = reputationIdl.constants;
    const authority = constants.find(({ name }) => name === 'RATING_AUTHORITY')?.value;
    const deployment = builtDeployment(new Uint8Array(32));
    assert.equal(ratingAuthorityAddress(deployment).toBase58(), authority);
    const other = { ...deployment, reputation: Keypair.generate().publicKey };
    assert.notEqual(ratingAuthorityAddress(other).toBase58(), authority);
    assert.deepEqual(eventsOf(deployment, { innerInstructions: [] }), []);
  });
});
