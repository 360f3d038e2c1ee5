import assert from 'node:assert/strict';
import {
  cheapestChannelNumber,
  NoReceiptTree,
  PaymentIntegration,
  RatingRightMissing,
  readPendingReceipt,
  readReputation,
  receiptAssetId,
} from '@agent-labs/sdk';
import { Keypair, type PublicKey } from '@solana/web3.js';
import type { EscrowFixture } from '../fixtures/escrow';
import type { RegistryFixture } from '../fixtures/registry';
import { assertSame } from '../registry/support';
import {
  addTree,
  anotherChannel,
  anotherPayer,
  paidChannel,
  pay,
  receiptRegistry,
} from '../reputation/support';

const STORE = {} as ConstructorParameters<typeof PaymentIntegration>[0]['store'];

/** Payments of the fixture's payer, within the mandate that it has. */
const paymentsOf = (
  { chain, deployment, payer, session }: EscrowFixture,
  mandateId?: bigint,
): PaymentIntegration =>
  new PaymentIntegration({
    chain,
    deployment,
    wallet: payer,
    session,
    store: STORE,
    budget: { deposit: 1n, perCallMax: 1n, ...(mandateId !== undefined && { mandateId }) },
  });

/** A channel under the number that the SDK would open, paid out. */
async function paidByBudget(on: EscrowFixture): Promise<EscrowFixture> {
  const n = cheapestChannelNumber(on.deployment, on.mandate, on.agent);
  const channel = n === 0 ? on : await anotherChannel(on, n);
  await pay(channel, 90_000n);
  return channel;
}

describe('flow: PaymentIntegration.mintReputationNFT', () => {
  let registry: RegistryFixture;
  let merkleTree: PublicKey;
  let on: EscrowFixture;

  beforeEach(async () => {
    registry = await receiptRegistry();
    merkleTree = await addTree(registry);
    on = await paidByBudget(await paidChannel(registry, 0n));
  });

  it('rates through the channel that was paid, and mints the receipt to the agent', async () => {
    const { agent, chain, deployment } = on;
    const { outcome, rated, receipt } = await paymentsOf(on).mintReputationNFT({ agent, stars: 4 });
    assertSame(receipt, { asset: receiptAssetId(merkleTree, 0n), merkleTree, nonce: 0n });
    assertSame([rated.facts.subject, rated.facts.stars, rated.facts.paid], [on.channel, 4, 90_000n]);
    assert.ok(outcome.signature.length > 0);
    assert.equal((await readReputation(chain, deployment, agent)).milliStars, 4_000);
  });

  it('takes the channel that it is told', async () => {
    const { agent, channel } = on;
    const { receipt } = await paymentsOf(on, 99n).mintReputationNFT({ agent, stars: 2, channel });
    assert.equal(receipt?.nonce, 0n);
  });

  it('refuses by type what nothing was paid for, and what was rated already, before anything is sent', async () => {
    const { agent, chain, payer } = on;
    await paymentsOf(on).mintReputationNFT({ agent, stars: 5 });
    const lamports = async () => (await chain.getAccount(payer.publicKey))?.lamports;
    const before = await lamports();
    await assert.rejects(paymentsOf(on).mintReputationNFT({ agent, stars: 5 }), RatingRightMissing);
    await assert.rejects(paymentsOf(on, 99n).mintReputationNFT({ agent, stars: 5 }), RatingRightMissing);
    const stranger = Keypair.generate().publicKey;
    await assert.rejects(paymentsOf(on).mintReputationNFT({ agent: stranger, stars: 5 }), RatingRightMissing);
    for (const stars of [0, 6, 1.5, Number.NaN]) {
      const { channel } = on;
      await assert.rejects(paymentsOf(on).mintReputationNFT({ agent, stars, channel }), RangeError);
    }
    assert.equal(await lamports(), before);
  });

  it('leaves the right unused while no tree takes receipts, and while the only one is full', async () => {
    const bare = await receiptRegistry();
    const alone = await paidByBudget(await paidChannel(bare, 0n));
    const { agent, chain, deployment } = alone;
    const mint = () => paymentsOf(alone).mintReputationNFT({ agent, stars: 3 });
    await assert.rejects(mint(), NoReceiptTree);
    assert.equal((await readReputation(chain, deployment, agent)).ratings, 0n);
    const tree = await addTree(bare);
    for (let at = 0; at < 8; at += 1) {
      const other = await paidByBudget(await anotherPayer(alone));
      const { receipt } = await paymentsOf(other).mintReputationNFT({ agent, stars: 5 });
      assertSame([receipt?.merkleTree, receipt?.nonce], [tree, BigInt(at)]);
    }
    await assert.rejects(mint(), NoReceiptTree);
    assert.equal((await readReputation(chain, deployment, agent)).ratings, 8n);
    assert.equal(await readPendingReceipt(chain, deployment, agent, 8n), null);
  });
});
