import assert from 'node:assert/strict';
import {
  agentTransferAccept,
  agentTransferPropose,
  CoralIntegration,
  cheapestChannelNumber,
  findRatingRight,
  GatewayClient,
  mintPendingReceipt,
  RatingRightMissing,
  ReputationUnavailable,
  rateAgent,
  readPendingReceipt,
  readReputation,
} from '@agent-labs/sdk';
import { Keypair, PublicKey } from '@solana/web3.js';
import { type EscrowFixture, tokenAccount } from '../fixtures/escrow';
import { funded } from '../fixtures/registry';
import { assertSame } from '../registry/support';
import {
  addTree,
  anotherChannel,
  anotherPayer,
  paidChannel,
  pay,
  receiptRegistry,
  refund,
} from '../reputation/support';

/** A gateway that nobody serves: ratings do not go through it. */
function gateway({ payer, deployment }: EscrowFixture): GatewayClient {
  const wallet = { publicKey: payer.publicKey, signMessage: async () => assert.fail('asked to sign in') };
  return new GatewayClient({ url: 'http://127.0.0.1:9', wallet, deployment });
}

const ratingBy = (on: EscrowFixture, stars: number) =>
  rateAgent(on.chain, on.deployment, { payer: on.payer, channel: on.channel, stars });

describe('flow: calls, payout, rating', () => {
  it('rates what was paid, again what is paid later, and nothing twice', async () => {
    const registry = await receiptRegistry();
    const merkleTree = await addTree(registry);
    const on = await paidChannel(registry, 0n);
    const { agent, chain, deployment } = on;
    await assert.rejects(ratingBy(on, 5), RatingRightMissing);
    assert.equal((await readReputation(chain, deployment, agent)).milliStars, null);

    await pay(on, 90_000n);
    const first = await ratingBy(on, 5);
    assertSame(first.rated.leaf, { merkleTree, nonce: 0n });
    await assert.rejects(ratingBy(on, 1), RatingRightMissing);
    await pay(on, 160_000n, 20);
    const second = await ratingBy(on, 3);
    assertSame([second.rated.facts.paid, second.rated.leaf], [70_000n, { merkleTree, nonce: 1n }]);

    const reputation = await readReputation(chain, deployment, agent);
    assert.deepEqual(
      [reputation.ratings, reputation.payers, reputation.volume, reputation.weight],
      [2n, 1, 160_000n, 8_000n],
    );
    // (5,196 × 5 + 2,804 × 3) / 8,000
    assert.equal(reputation.milliStars, 4_299);
    for (const stars of [0, 6, 2.5, Number.NaN]) await assert.rejects(ratingBy(on, stars), RangeError);
  });

  it('lets a refund lower the mean, never raise it', async () => {
    const registry = await receiptRegistry();
    const on = await paidChannel(registry, 90_000n);
    await ratingBy(on, 4);
    const [glad, angry] = [await anotherPayer(on), await anotherPayer(on)];
    await refund(glad, 90_000n);
    await ratingBy(glad, 5);
    const before = await readReputation(on.chain, on.deployment, on.agent);
    assert.deepEqual([before.milliStars, before.ratings], [4_000, 2n]);
    await refund(angry, 90_000n);
    await ratingBy(angry, 2);
    assert.equal((await readReputation(on.chain, on.deployment, on.agent)).milliStars, 3_000);
  });

  it('leaves a buyer without the seller’s name, and the seller’s with what came late', async () => {
    const registry = await receiptRegistry();
    const on = await paidChannel(registry, 90_000n);
    const { agent, chain, deployment, creator, send } = on;
    await ratingBy(on, 5);
    const buyer = await funded(chain);
    const owned = { agent, owner: creator.publicKey };
    const propose = await agentTransferPropose(deployment, { ...owned, newOwner: buyer.publicKey });
    await send(propose.instruction, creator);
    const keys = { agentKey: Keypair.generate().publicKey, payoutOwner: buyer.publicKey };
    const accept = await agentTransferAccept(deployment, { agent, pendingOwner: buyer.publicKey, ...keys });
    await send(accept.instruction, buyer);

    const sold = await readReputation(chain, deployment, agent);
    assert.deepEqual([sold.ownershipEpoch, sold.milliStars, sold.ratings, sold.payers], [2, null, 0n, 0]);
    assert.deepEqual([sold.previous?.milliStars, sold.previous?.payers], [5_000, 1]);

    const later = await anotherChannel(on, 1);
    await tokenAccount(chain, on.mint, buyer.publicKey, 0n);
    await pay(later, 40_000n);
    await pay(on, 160_000n, 20);
    await ratingBy(on, 1);
    await ratingBy(later, 2);
    const after = await readReputation(chain, deployment, agent);
    assert.deepEqual([after.milliStars, after.ratings, after.lifetime.ratings], [2_000, 1n, 3n]);
    assert.deepEqual([after.previous?.ratings, after.previous?.milliStars], [2n, 3_598]);
  });

  it('mints the receipts of a time without tree once there is one', async () => {
    const registry = await receiptRegistry();
    const on = await paidChannel(registry, 90_000n);
    const { agent, chain, deployment, feePayer } = on;
    assert.equal((await ratingBy(on, 5)).rated.leaf, null);
    await pay(on, 95_000n, 20);
    assert.equal((await ratingBy(on, 4)).rated.leaf, null);
    const merkleTree = await addTree(registry);
    await pay(on, 99_000n, 30);
    assertSame((await ratingBy(on, 4)).rated.leaf, { merkleTree, nonce: 0n });
    for (const [number, nonce] of [
      [1n, 1n],
      [0n, 2n],
    ] as const) {
      const { minted } = await mintPendingReceipt(chain, deployment, agent, number, feePayer);
      assertSame([minted.facts.number, minted.leaf], [number, { merkleTree, nonce }]);
      assert.equal(await readPendingReceipt(chain, deployment, agent, number), null);
    }
  });

  it('serves CoralIntegration: a change of −2 to +2 spends the caller’s right', async () => {
    const registry = await receiptRegistry();
    const on = await paidChannel(registry, 0n);
    const { agent, chain, deployment, payer: wallet } = on;
    const coral = new CoralIntegration(gateway(on), { chain, deployment, wallet });
    await assert.rejects(coral.updateReputation(agent, 2), RatingRightMissing);
    for (const delta of [-3, 3, 0.5, Number.NaN]) {
      await assert.rejects(coral.updateReputation(agent, delta as 2), RangeError);
    }
    const paid = await cheapest(on);
    await pay(paid, 40_000n);
    const wish = { payer: wallet.publicKey, agent };
    assertSame(await findRatingRight(chain, deployment, wish), paid.channel);
    for (const [delta, stars, next] of [
      [2, 5, 45_000n],
      [-2, 1, 50_000n],
      [0, 3, 55_000n],
    ] as const) {
      assert.equal((await coral.updateReputation(agent, delta)).rated.facts.stars, stars);
      await assert.rejects(coral.updateReputation(agent, delta), RatingRightMissing);
      await pay(paid, next, Number(next / 1_000n));
    }
    const { ratings, payers } = await coral.getReputation(agent);
    assert.deepEqual([ratings, payers], [3n, 1]);
    const without = new CoralIntegration(gateway(on));
    await assert.rejects(without.getReputation(agent), ReputationUnavailable);
    await assert.rejects(without.updateReputation(agent, 1), ReputationUnavailable);
    assert.equal(await findRatingRight(chain, deployment, { ...wish, payer: PublicKey.default }), null);
  });
});

/** A channel under the number that the SDK would open. */
async function cheapest(on: EscrowFixture): Promise<EscrowFixture> {
  const n = cheapestChannelNumber(on.deployment, on.mandate, on.agent);
  return n === 0 ? on : anotherChannel(on, n);
}
