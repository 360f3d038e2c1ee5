import assert from 'node:assert/strict';
import {
  agentSetStatus,
  agentTransferAccept,
  agentTransferPropose,
  mandateKill,
  pairAddress,
  pendingReceiptAddress,
  receiptFactsHash,
  scoreAddress,
  versionPublish,
} from '@agent-labs/sdk';
import { Keypair } from '@solana/web3.js';
import type { EscrowFixture } from '../fixtures/escrow';
import { createMint, funded, type RegistryFixture } from '../fixtures/registry';
import { assertSame, lamportsOf } from '../registry/support';
import {
  anotherChannel,
  anotherPayer,
  eventOf,
  paidChannel,
  pairOf,
  pay,
  rated,
  receiptRegistry,
  refund,
  rewrite,
  scoreOf,
} from './support';

const NOTHING = { ratings: 0n, weight: 0n, weightedStars: 0n, volume: 0n };

describe('reputation rate', () => {
  let registry: RegistryFixture;
  before(async () => {
    registry = await receiptRegistry();
  });

  /** Sells the fixture's agent to a new owner with keys of its own. */
  const sell = async (on: EscrowFixture, owner: Keypair): Promise<Keypair> => {
    const buyer = await funded(on.chain);
    const owned = { agent: on.agent, owner: owner.publicKey };
    const propose = await agentTransferPropose(on.deployment, { ...owned, newOwner: buyer.publicKey });
    await on.send(propose.instruction, owner);
    const accept = await agentTransferAccept(on.deployment, {
      agent: on.agent,
      pendingOwner: buyer.publicKey,
      agentKey: Keypair.generate().publicKey,
      payoutOwner: buyer.publicKey,
    });
    await on.send(accept.instruction, buyer);
    return buyer;
  };

  it('counts what was paid, keeps the receipt for a tree, and tells all of it', async () => {
    const on = await paidChannel(registry, 100_000n);
    const { agent, channel, chain, deployment, mint, payer } = on;
    const { generation } = await on.readChannel();
    const [score, pair] = [
      scoreAddress(deployment, agent),
      pairAddress(deployment, agent, 1, payer.publicKey),
    ];
    const outcome = await rated(on, 4);
    // isqrt(100,000)
    const tally = { ratings: 1n, weight: 316n, weightedStars: 1_264n, volume: 100_000n };
    const stored = await scoreOf(on);
    assert.ok(stored);
    const { reserved: _, padding: __, bump: ___, ...told } = stored;
    assertSame(told, {
      version: 1,
      ownershipEpoch: 1,
      agentVersion: 1,
      payers: 1,
      agent,
      rentPayer: payer.publicKey,
      current: tally,
      versionTally: tally,
      previous: NOTHING,
      previousPayers: 0,
      disputesLost: 0,
      slashed: 0n,
      ratings: 1n,
      lastSlot: await chain.slot(),
    });
    const kept = await pairOf(on);
    assert.ok(kept);
    assertSame(
      [kept.agent, kept.payer, kept.ownershipEpoch, kept.volume, kept.weight, kept.ratings],
      [agent, payer.publicKey, 1, 100_000n, 316n, 1n],
    );
    const facts = {
      agent,
      ownershipEpoch: 1,
      agentVersion: 1,
      payer: payer.publicKey,
      subject: channel,
      generation,
      stars: 4,
      paid: 100_000n,
      refunded: 0n,
      mint,
      number: 0n,
      slot: await chain.slot(),
      ratedAt: await chain.unixTime(),
    };
    const state = { ownershipEpoch: 1, previousPayers: 0, previous: NOTHING };
    assertSame(eventOf(outcome, 'agentRated'), {
      facts,
      factsHash: receiptFactsHash(facts),
      kind: { channel: {} },
      standing: { current: {} },
      mintWeightBps: 10_000,
      volume: 100_000n,
      weight: 316n,
      leaf: null,
      before: { ...state, agentVersion: 0, payers: 0, current: NOTHING, versionTally: NOTHING, ratings: 0n },
      after: { ...state, agentVersion: 1, payers: 1, current: tally, versionTally: tally, ratings: 1n },
    });
    for (const at of [score, pair, pendingReceiptAddress(deployment, agent, 0n)]) {
      const account = await chain.getAccount(at);
      assert.equal(account?.lamports, await chain.rentExemption(account?.data.length ?? 0), at.toBase58());
    }
  });

  it('spends the right: the channel remembers what was rated', async () => {
    const on = await paidChannel(registry, 50_000n);
    await rated(on, 5);
    const { ratedPaid, ratedRefunded } = await on.readChannel();
    assert.deepEqual([ratedPaid, ratedRefunded], [50_000n, 0n]);
    await pay(on, 70_000n, 20);
    const outcome = await rated(on, 1);
    const { facts, weight } = eventOf(outcome, 'agentRated');
    assert.deepEqual([facts.paid, facts.number], [20_000n, 1n]);
    // isqrt(70,000) − isqrt(50,000): a pair's weight does not depend on how often it rates
    assert.equal(weight, 264n - 223n);
    assert.equal((await pairOf(on))?.weight, 264n);
    assert.equal((await scoreOf(on))?.payers, 1);
  });

  it('is capped: one payer says no more than the cap', async () => {
    const on = await paidChannel(registry, 100n);
    await rated(on, 5);
    const at = pairAddress(on.deployment, on.agent, 1, on.payer.publicKey);
    await rewrite(on, 'pair', at, { volume: 9_999_999_999n, weight: 99_999n });
    await pay(on, 10_000n, 20);
    assert.equal(eventOf(await rated(on, 5), 'agentRated').weight, 1n);
    await pay(on, 20_000n, 30);
    const { weight, volume } = eventOf(await rated(on, 1), 'agentRated');
    assert.deepEqual([weight, volume], [0n, 10_000n]);
    assert.equal((await pairOf(on))?.weight, 100_000n);
  });

  it('weighs nothing for an unlisted mint, but counts', async () => {
    const mint = await createMint(registry.chain, registry.mintAuthority.publicKey);
    const on = await paidChannel({ ...registry, mint }, 100_000n);
    const event = eventOf(await rated(on, 5), 'agentRated');
    assert.deepEqual([event.mintWeightBps, event.volume, event.weight], [0, 0n, 0n]);
    const score = await scoreOf(on);
    assert.deepEqual([score?.current, score?.payers], [{ ...NOTHING, ratings: 1n }, 0]);
  });

  it('counts a refund only where it lowers the mean', async () => {
    const on = await paidChannel(registry, 10_000n);
    await rated(on, 3);
    const customer = await anotherPayer(on);
    await refund(customer, 40_000n);
    const up = eventOf(await rated(customer, 5), 'agentRated');
    assert.deepEqual([up.facts.paid, up.facts.refunded, up.volume, up.weight], [0n, 40_000n, 0n, 0n]);
    const other = await anotherPayer(on);
    await refund(other, 40_000n);
    const same = eventOf(await rated(other, 3), 'agentRated');
    assert.equal(same.weight, 0n);
    const third = await anotherPayer(on);
    await refund(third, 40_000n);
    const down = eventOf(await rated(third, 2), 'agentRated');
    assert.deepEqual([down.volume, down.weight], [40_000n, 200n]);
    const { current } = (await scoreOf(on)) ?? assert.fail();
    assert.deepEqual(current, { ratings: 4n, weight: 300n, weightedStars: 700n, volume: 50_000n });
  });

  it('starts again for a newer version, and leaves the older one out', async () => {
    const on = await paidChannel(registry, 10_000n);
    await rated(on, 5);
    const published = await versionPublish(on.deployment, {
      agent: on.agent,
      owner: on.creator.publicKey,
      number: 2,
      semver: '2.0.0',
      manifestHash: on.manifestHash,
      uri: 'https://agents.example/other/manifest.json',
      price: on.price,
      priceMint: on.mint,
    });
    await on.send(published.instruction, on.creator);
    const second = await anotherChannel(on, 1, 2);
    await pay(second, 10_000n);
    await rated(second, 2);
    const fresh = (await scoreOf(on)) ?? assert.fail();
    assert.deepEqual([fresh.agentVersion, fresh.versionTally.ratings, fresh.current.ratings], [2, 1n, 2n]);
    await pay(on, 20_000n, 20);
    await rated(on, 1);
    const after = (await scoreOf(on)) ?? assert.fail();
    assert.deepEqual(
      [after.agentVersion, after.versionTally, after.current.ratings],
      [2, fresh.versionTally, 3n],
    );
  });

  it('counts for the owner of that time, for one change of hands, then for nobody', async () => {
    const on = await paidChannel(registry, 10_000n);
    await rated(on, 5);
    const first = (await scoreOf(on)) ?? assert.fail();
    const buyer = await sell(on, on.creator);
    await pay(on, 40_000n, 20);
    const late = eventOf(await rated(on, 1), 'agentRated');
    assertSame(late.standing, { previous: {} });
    const sold = (await scoreOf(on)) ?? assert.fail();
    assert.equal(sold.ownershipEpoch, 2);
    assert.deepEqual([sold.current, sold.versionTally, sold.payers], [NOTHING, NOTHING, 0]);
    assert.deepEqual(sold.previous, {
      ratings: 2n,
      weight: 200n,
      weightedStars: first.current.weightedStars + 100n,
      volume: 40_000n,
    });
    assert.equal(sold.previousPayers, 1);

    await sell(on, buyer);
    await pay(on, 50_000n, 30);
    const past = eventOf(await rated(on, 1), 'agentRated');
    assertSame([past.standing, past.weight, past.volume], [{ past: {} }, 0n, 0n]);
    const last = (await scoreOf(on)) ?? assert.fail();
    assert.deepEqual(
      [last.ratings, last.ownershipEpoch, last.current, last.previous],
      [3n, 3, NOTHING, NOTHING],
    );
    assert.equal((await pairOf(on))?.ratings, 2n, 'the pair is left alone');
    assert.equal((await on.readChannel()).ratedPaid, 50_000n, 'the right is spent all the same');
  });

  it('takes a rating of an agent that retires, and by a payer whose mandate was killed', async () => {
    const on = await paidChannel(registry, 10_000n);
    const owned = { agent: on.agent, owner: on.creator.publicKey };
    const retire = await agentSetStatus(on.deployment, { ...owned, status: 'Retiring' });
    await on.send(retire.instruction, on.creator);
    await on.send(await mandateKill(on.deployment, on.mandateRef), on.payer);
    await rated(on, 2);
    assert.equal((await scoreOf(on))?.ratings, 1n);
  });

  it('attack 11: works where somebody sent lamports to the new addresses', async () => {
    const on = await paidChannel(registry, 10_000n);
    const { agent, chain, deployment, payer } = on;
    const below = await chain.rentExemption(0);
    await chain.airdrop(scoreAddress(deployment, agent), below);
    await chain.airdrop(pairAddress(deployment, agent, 1, payer.publicKey), 50_000_000n);
    await chain.airdrop(pendingReceiptAddress(deployment, agent, 0n), below);
    await rated(on, 5);
    assert.equal((await scoreOf(on))?.ratings, 1n);
    assert.equal(await lamportsOf(chain, pairAddress(deployment, agent, 1, payer.publicKey)), 50_000_000n);
  });
});
