import assert from 'node:assert/strict';
import { type ChannelOpenParams, voucherTag } from '@agent-labs/sdk';
import { PublicKey, SystemProgram } from '@solana/web3.js';
import { agentOn, type EscrowFixture, escrowOn, tokenBalance } from '../fixtures/escrow';
import { TEST_WINDOWS } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, key, lamportsOf, nonCanonical, patch } from '../registry/support';
import { assertBooks, channelOpening, openAnother, sharedChain } from './shared';

const CHANNEL_SIZE = 8 + 496;

describe('escrow channel_open', () => {
  const { escrow, escrowOfAgent, onBothChains } = sharedChain();

  const signers = (on: EscrowFixture) => [on.session, on.payer, on.feePayer];
  const refused = async (on: EscrowFixture, error: string, changes: Partial<ChannelOpenParams> = {}) => {
    const { instruction } = await channelOpening(on, changes);
    await expectRefused(on.chain, instruction, signers(on), error);
  };

  onBothChains('allots money under terms that are copied, and moves no token', async (registry, kind) => {
    const on = await escrowOn(await agentOn(registry, { versions: 2 }), { channel: null });
    const { agent, chain, deployment, mandate, payer, readMandate, session, settings, vault } = on;
    const [before, now] = [await readMandate(), await chain.unixTime()];
    const terms = { amount: 12_345n, expiresAt: now + 700n, n: 255, versionNumber: 2 };
    const opened = await channelOpening(on, terms);
    const outcome = await on.send(opened.instruction, session, payer);
    const generation = await chain.slot();
    const seeds = channelSeeds(mandate, agent, 255);
    const tag = voucherTag(
      deployment.genesisHash,
      deployment.escrow.toBytes(),
      opened.channel.toBytes(),
      generation,
    );
    assertSame(await on.readChannel(opened.channel), {
      version: 1,
      bump: PublicKey.findProgramAddressSync(seeds, deployment.escrow)[1],
      status: 0,
      n: 255,
      calls: 0,
      tag,
      sessionKey: session.publicKey,
      perCallMax: 50_000n,
      settled: 0n,
      allotted: 12_345n,
      returned: 0n,
      expiresAt: now + 700n,
      closingEndsAt: 0n,
      matured: 0n,
      pending: 0n,
      pendingSince: now,
      lastSettleAt: now,
      holdback: 60n,
      paidGross: 0n,
      refunded: 0n,
      claimed: 0n,
      held: 0n,
      heldUntil: 0n,
      openDisputes: 0,
      feeBps: settings.feeBps,
      holdDisputed: 0,
      padding: [0],
      agentVersion: 2,
      ownershipEpoch: 1,
      keyEpoch: 0,
      padding2: [0, 0, 0, 0],
      generation,
      openedAt: now,
      lastPayoutAt: now,
      price: 10_000n,
      closeGrace: TEST_WINDOWS.closeGrace,
      holdLapse: TEST_WINDOWS.holdLapse,
      claimWindow: TEST_WINDOWS.claim,
      ratingWindow: TEST_WINDOWS.rating,
      mandate,
      agent,
      agentKey: on.agentKey.publicKey,
      payoutOwner: on.payoutOwner.publicKey,
      rentPayer: payer.publicKey,
      ratedPaid: 0n,
      ratedRefunded: 0n,
      awarded: 0n,
      reserved: Array(40).fill(0),
    });
    assertSame(await readMandate(), {
      ...before,
      channels: 1,
      day: Number(now / 86_400n),
      dayCharged: 12_345n,
      totalCharged: 12_345n,
      free: 1_000_000n - 12_345n,
      allotted: 12_345n,
    });
    assert.equal(await tokenBalance(chain, vault), 1_000_000n);
    assert.equal(await lamportsOf(chain, opened.channel), await chain.rentExemption(CHANNEL_SIZE));
    await assertBooks(on, [opened.channel]);
    assertRecorded(kind, outcome, 'channelOpened', {
      channel: opened.channel,
      mandate,
      agent,
      n: 255,
      generation,
      tag,
      sessionKey: session.publicKey,
      agentKey: on.agentKey.publicKey,
      payoutOwner: on.payoutOwner.publicKey,
      rentPayer: payer.publicKey,
      agentVersion: 2,
      ownershipEpoch: 1,
      price: 10_000n,
      perCallMax: 50_000n,
      feeBps: settings.feeBps,
      holdback: 60n,
      expiresAt: now + 700n,
      allotted: 12_345n,
    });
  });

  it('is for session key and wallet, whoever pays the rent, several times to one agent', async () => {
    const on = await escrow();
    const byWallet = await openAnother(on, { n: 1, authority: on.payer.publicKey });
    const bySession = await openAnother(on, { n: 2, rentPayer: on.session.publicKey });
    assertSame((await on.readChannel(byWallet)).sessionKey, on.session.publicKey);
    assertSame((await on.readChannel(bySession)).rentPayer, on.session.publicKey);
    assert.equal((await on.readMandate()).channels, 3);
    await assertBooks(on, [on.channel, byWallet, bySession]);
  });

  it("keeps the agent's holdback within the bounds of a config that moved since", async () => {
    const on = await escrowOfAgent({ channel: null });
    // windows begin at 264, holdback_min is the seventh and holdback_max the eighth of them
    const bound = (at: number, seconds: bigint) =>
      patch(on.chain, on.config, (data) => data.writeBigInt64LE(seconds, 8 + 264 + 8 * at));
    const config = await on.chain.getAccount(on.config);
    try {
      await bound(6, 90n);
      assert.equal((await on.readChannel(await openAnother(on, { n: 1 }))).holdback, 90n);
      await bound(6, 10n);
      await bound(7, 30n);
      assert.equal((await on.readChannel(await openAnother(on, { n: 2 }))).holdback, 30n);
    } finally {
      await on.chain.setAccount(on.config, config);
    }
  });

  refusesForgeries(
    async () => {
      const on = await escrow({ channel: null });
      const { instruction } = await channelOpening(on, { rentPayer: on.feePayer.publicKey });
      return { chain: on.chain, instruction, signers: [on.session, on.feePayer] };
    },
    {
      readonly: { rent_payer: 'PrivilegeEscalation', channel: 'PrivilegeEscalation' },
    },
  );

  it('ChannelExpiryInvalid: ends after this second, within the longest life and the mandate', async () => {
    const on = await escrow({ mandate: { expiresAt: 2n ** 40n }, channel: null });
    const now = await on.chain.unixTime();
    for (const expiresAt of [now + 1_001n, now, now - 1n, -(2n ** 63n), 2n ** 63n - 1n]) {
      await refused(on, 'ChannelExpiryInvalid', { expiresAt });
    }
    await openAnother(on, { expiresAt: now + 1_000n });
    await openAnother(on, { n: 1, expiresAt: now + 1n });
    const short = await escrow({ mandate: { expiresAt: now + 500n }, channel: null });
    await refused(short, 'ChannelExpiryInvalid', { expiresAt: now + 501n });
    await openAnother(short, { expiresAt: now + 500n });
  });

  it('attack 5: takes no address of another bump, number, agent or mandate', async () => {
    const on = await escrow();
    const { chain, channel, deployment, mandate, agent } = on;
    const { instruction } = await channelOpening(on, { n: 7 });
    const off = nonCanonical(channelSeeds(mandate, agent, 7), deployment.escrow);
    for (const pubkey of [off, channel, (await channelOpening(on, { n: 8 })).channel, key()]) {
      const other = withAccount(instruction, 'channel', { pubkey });
      await expectRefused(chain, other, signers(on), 'ConstraintSeeds');
    }
  });

  it('attack 8: opens no channel twice', async () => {
    const on = await escrow();
    await refused(on, 'system:AccountAlreadyInUse');
  });

  it('attack 11: opens where somebody sent lamports before, below and above rent', async () => {
    const on = await escrow({ channel: null });
    const [owner, data] = [SystemProgram.programId, new Uint8Array()];
    const rent = await on.chain.rentExemption(CHANNEL_SIZE);
    for (const [n, lamports, after] of [[1, 1n, rent] as const, [2, 2n * rent, 2n * rent] as const]) {
      const { channel } = await channelOpening(on, { n });
      await on.chain.setAccount(channel, { lamports, owner, data, executable: false });
      await openAnother(on, { n });
      assert.equal(await lamportsOf(on.chain, channel), after);
    }
  });
});

function channelSeeds(mandate: PublicKey, agent: PublicKey, n: number): Uint8Array[] {
  return [Buffer.from('channel'), mandate.toBytes(), agent.toBytes(), Buffer.from([n])];
}
