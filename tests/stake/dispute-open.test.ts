import assert from 'node:assert/strict';
import { agentUpdate, type DisputeOpenParams, decodeDispute, stake } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { arriveAt, whilePaused } from '../escrow/shared';
import type { DisputeFixture } from '../fixtures/disputes';
import { PURSE, tokenAccount } from '../fixtures/escrow';
import { createMint, TEST_WINDOWS } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertSame, donation, key, lamportsOf } from '../registry/support';
import { assertTold, assertVaultCovered, purseOf, sharedDisputes } from './dispute-shared';

const NONE = PublicKey.default;

describe('stake dispute_open', () => {
  const { disputes, onBothChains } = sharedDisputes();

  const refused = async (on: DisputeFixture, error: string, wish: Partial<DisputeOpenParams> = {}) => {
    const { instruction } = await on.opening(wish);
    await expectRefused(on.chain, instruction, [on.payer, on.owner, on.agentKey], error, [on.tokens]);
  };

  onBothChains(
    'counts the claim, takes the hold, keeps the terms and the bond',
    async (on, kind) => {
      const { agent, channel, chain, payer, settings, vault } = on;
      const [before, channelBefore] = [await on.readVault(), await on.readChannel()];
      const { instruction, dispute } = await on.opening({ claim: 60_000n });
      const outcome = await on.send(instruction, payer);
      const openedAt = await chain.unixTime();
      const { response, ruling, appeal, appealRuling, slashPeriod } = settings.windows;
      const responseEndsAt = openedAt + response;
      const rulingEndsAt = responseEndsAt + ruling;
      const deadline = rulingEndsAt + appeal + appealRuling;
      const common = {
        ...{ agent, vault, mandate: on.escrow.mandate, claimant: payer.publicKey, mint: on.stakeMint },
        ...{ sessionKey: on.escrow.session.publicKey, agentKey: on.agentKey.publicKey },
        ...{ payoutOwner: on.payoutOwner.publicKey, tag: channelBefore.tag, perCallMax: 50_000n },
        ...{ claim: 60_000n, held: 30_000n, refunded: 0n, evidenceHash: new Uint8Array(32).fill(3) },
        ...{ subject: channel, generation: channelBefore.generation, nonce: 0n },
        ...{ arbiterFee: 100_000n, slashCapDispute: settings.slashCapDispute, penaltyBps: 1_000 },
        ...{ slashCapPeriod: settings.slashCapPeriod, slashPeriod },
        ...{ openedAt, responseEndsAt, rulingEndsAt, deadline },
        ...{ appealWindow: appeal, appealRulingWindow: appealRuling },
      };
      const account = await chain.getAccount(dispute);
      const { bump, padding, padding2, reserved, version, ...read } = decodeDispute(
        account?.data ?? new Uint8Array(),
      );
      const panel = (at: 0 | 1) => {
        const members = on.arbiters[at].map(({ publicKey }) => publicKey);
        return { members, threshold: 2 };
      };
      assertSame(read, {
        ...common,
        ...{ status: 'Open', kind: 'Channel', answerer: null, appellant: null, previous: null, next: null },
        ...{ answerHash: new Uint8Array(32), ownerHash: new Uint8Array(32) },
        ...{ claimantBond: 1_000_000n, answerBond: 0n, appealBond: 0n, feesPaid: 0n },
        ...{ citedCalls: 0, lastCitedCall: 0, ruledAt: 0n, appealEndsAt: 0n, appealedAt: 0n },
        appealRulingEndsAt: 0n,
        panels: [0, 1].map((at) => ({
          ...panel(at as 0 | 1),
          ...{ votes: [null, null, null], award: null },
        })),
      });
      assert.ok(
        version === 1 && bump > 0 && [padding, padding2, reserved].flat().every((byte) => byte === 0),
      );
      assertSame(await on.readVault(), {
        ...before,
        ...{ nextDispute: 1n, openDisputes: 1, oldestDisputeAt: openedAt, bonds: 1_000_000n },
        ...{ firstDispute: dispute, lastDispute: dispute },
      });
      const { claimed, held, openDisputes } = await on.readChannel();
      assert.deepEqual([claimed, held, openDisputes], [60_000n, 30_000n, 1]);
      assert.equal(await purseOf(on, payer), PURSE - 1_000_000n);
      assert.equal(await lamportsOf(chain, dispute), await chain.rentExemption(1_448));
      await assertVaultCovered(on);
      assertTold(kind, outcome, 'disputeOpened', {
        ...{ ...common, dispute, kind: { channel: {} }, bond: 1_000_000n, panels: [panel(0), panel(1)] },
        ...{ listed: true, previous: NONE, bondsBefore: 0n, bondsAfter: 1_000_000n },
      });
    },
    { held: 30_000n },
  );

  refusesForgeries(
    async () => {
      const on = await disputes({ held: 30_000n });
      const { instruction } = await on.opening();
      return { chain: on.chain, instruction, signers: [on.payer] };
    },
    {
      apart: ['dispute', 'mandate', 'subject', 'last_dispute'],
      readonly: { dispute: 'ConstraintMut', subject: 'ConstraintMut' },
      twice: Object.fromEntries([
        ...['vault', 'subject', 'tokens', 'source'].map((name) => [`${name} as dispute`, 'DisputeMismatch']),
        ['vault as subject', 'AccountOwnedByWrongProgram'],
        ['dispute as subject', 'AccountOwnedByWrongProgram'],
        ['tokens as subject', 'AccountOwnedByWrongProgram'],
        ['source as subject', 'AccountOwnedByWrongProgram'],
        ['subject as vault', 'AccountOwnedByWrongProgram'],
        ['source as tokens', 'VaultTokensMismatch'],
        ['tokens as source', 'token:InsufficientFunds'],
      ]),
    },
  );

  it('links disputes in order of opening, across payers', async () => {
    const on = await disputes();
    const first = await on.open({ claim: 10_000n });
    await on.chain.advance({ seconds: 5, slots: 1 });
    const { openedAt } = await on.readDispute(first);
    const second = await on.open({ claim: 10_000n });
    const third = await on.open({ claim: 10_000n });
    const links = async (at: PublicKey) => {
      const { previous, next, nonce } = await on.readDispute(at);
      return [previous?.toBase58() ?? null, next?.toBase58() ?? null, nonce];
    };
    const [a, b, c] = [first, second, third].map((at) => at.toBase58());
    assert.deepEqual(await links(first), [null, b, 0n]);
    assert.deepEqual(await links(second), [a, c, 1n]);
    assert.deepEqual(await links(third), [b, null, 2n]);
    const { firstDispute, lastDispute, oldestDisputeAt, openDisputes, bonds } = await on.readVault();
    assertSame([firstDispute, lastDispute], [first, third]);
    assert.deepEqual([oldestDisputeAt, openDisputes, bonds], [openedAt, 3, 3_000_000n]);
    await assertVaultCovered(on);
  });

  it('DisputeListMismatch: names the end of the list, no other and not none', async () => {
    const on = await disputes();
    await refused(on, 'AccountOwnedByWrongProgram', { lastDispute: key() });
    const first = await on.open({ claim: 10_000n });
    await refused(on, 'DisputeListMismatch', { claim: 10_000n, lastDispute: null });
    await on.open({ claim: 10_000n });
    await refused(on, 'DisputeListMismatch', { claim: 10_000n, lastDispute: first });
    const another = await disputes();
    await refused(on, 'DisputeListMismatch', { claim: 1n, lastDispute: await another.open({ claim: 1n }) });
  });

  it('DisputeMismatch: the address is that of the vault’s next number', async () => {
    const on = await disputes();
    await refused(on, 'DisputeMismatch', { nonce: 1n });
    const { instruction } = await on.opening();
    const at = withAccount(instruction, 'dispute', { pubkey: key() });
    await expectRefused(on.chain, at, [on.payer], 'DisputeMismatch');
    await on.open({ claim: 1n });
    await refused(on, 'DisputeMismatch', { claim: 1n, nonce: 0n });
  });

  it('attack 11: lamports at the address stop nothing', async () => {
    const on = await disputes();
    const { instruction, dispute } = await on.opening();
    await on.send(donation(on.feePayer.publicKey, dispute, 5n * 10n ** 7n));
    await on.send(instruction, on.payer);
    assert.ok(await on.readDispute(dispute));
  });

  it('AmountZero, ClaimTooHigh: claims what was settled and not claimed yet, once', async () => {
    const on = await disputes();
    await refused(on, 'AmountZero', { claim: 0n });
    await refused(on, 'escrow:ClaimTooHigh', { claim: 100_001n });
    await on.open({ claim: 60_000n });
    await refused(on, 'escrow:ClaimTooHigh', { claim: 40_001n });
    await on.open({ claim: 40_000n });
    await refused(on, 'escrow:ClaimTooHigh', { claim: 1n });
  });

  it('ClaimTooHigh: above the cap of a dispute, and in another mint above what is held', async () => {
    const on = await disputes({ otherMint: true });
    await refused(on, 'ClaimTooHigh', { claim: 1n });
    await on.hold(30_000n);
    await refused(on, 'ClaimTooHigh', { claim: 30_001n });
    await on.open({ claim: 30_000n });
    const { firstDispute, lastDispute, oldestDisputeAt, openDisputes } = await on.readVault();
    assertSame([firstDispute, lastDispute, oldestDisputeAt, openDisputes], [NONE, NONE, 0n, 1]);
  });

  it('escrow: ClaimWindowOver, at the second it ends', async () => {
    const on = await disputes();
    const { lastSettleAt } = await on.readChannel();
    await arriveAt(on.chain, lastSettleAt + TEST_WINDOWS.claim - 1n);
    await on.open({ claim: 1n });
    await arriveAt(on.chain, lastSettleAt + TEST_WINDOWS.claim);
    await refused(on, 'escrow:ClaimWindowOver', { claim: 1n });
  });

  it('NotPayer: nobody claims of another’s channel', async () => {
    const on = await disputes();
    const stranger = await on.backer();
    const { instruction } = await on.opening({ claimant: stranger.publicKey });
    await expectRefused(on.chain, instruction, [stranger], 'NotPayer', [on.tokens]);
  });

  it('AgentMismatch, VaultTokensMismatch, MintMismatch: takes what belongs together', async () => {
    const [on, another] = [await disputes(), await disputes()];
    const { instruction } = await on.opening();
    const mint = await createMint(on.chain, key());
    const foreign = await tokenAccount(on.chain, mint, on.payer.publicKey, PURSE);
    for (const [name, pubkey, error] of [
      ['agent', another.agent, 'AgentMismatch'],
      ['tokens', another.tokens, 'VaultTokensMismatch'],
      ['source', foreign, 'MintMismatch'],
      ['claim_authority', key(), 'ClaimAuthorityMismatch'],
      ['escrow_program', on.deployment.registry, 'EscrowMismatch'],
      ['escrow_event_authority', key(), 'EscrowMismatch'],
      ['first_loss_position', another.position(another.owner), 'PositionMismatch'],
      ['backer_position', key(), 'PositionMismatch'],
    ] as const) {
      await expectRefused(on.chain, withAccount(instruction, name, { pubkey }), [on.payer], error);
    }
    const { instruction: other } = await another.opening({ subject: on.channel, mandate: on.escrow.mandate });
    await expectRefused(on.chain, other, [another.payer], 'AgentMismatch');
    const mixed = await on.opening({ mandate: another.escrow.mandate });
    await expectRefused(on.chain, mixed.instruction, [on.payer], 'escrow:MandateMismatch');
  });

  it('ClaimantHasStake: no claimant shares in what it would be paid from', async () => {
    const on = await disputes();
    const { agent, deployment, payer, stakeMint } = on;
    const wish = { agent, staker: payer.publicKey, tranche: 'Backers', stakeMint, amount: 9n } as const;
    await on.send((await stake(deployment, wish)).instruction, payer);
    await refused(on, 'ClaimantHasStake');
    await on.unstake(payer);
    await refused(on, 'ClaimantHasStake');
    await arriveAt(on.chain, (await on.readPosition(payer)).coolingUntil);
    await on.withdraw(payer);
    // too late for a claim, but no longer a backer's
    await refused(on, 'escrow:ClaimWindowOver');
  });

  it('OwnAgent: the owner, and whom the channel pays or trusts, claim nothing', async () => {
    const on = await disputes();
    const { instruction } = await on.opening({ claimant: on.owner.publicKey });
    await expectRefused(on.chain, instruction, [on.owner], 'OwnAgent');
  });

  it('is not kept from a claim by keys that the owner sets alone', async () => {
    const on = await disputes();
    const { agent, deployment, owner, payer } = on;
    const keys = { agentKey: payer.publicKey, payoutOwner: payer.publicKey };
    await on.send(
      (await agentUpdate(deployment, { agent, owner: owner.publicKey, ...keys })).instruction,
      owner,
    );
    await on.open();
  });

  it('BondTooLow: the claimant states the most it puts in, and pays no more than the terms ask', async () => {
    const on = await disputes();
    await refused(on, 'BondTooLow', { bond: 999_999n });
    const { instruction } = await on.opening({ bond: 5_000_000n });
    await on.send(instruction, on.payer);
    assert.equal(await purseOf(on, on.payer), PURSE - 1_000_000n);
  });

  it('token: InsufficientFunds, where the bond is not there', async () => {
    const on = await disputes();
    await tokenAccount(on.chain, on.stakeMint, on.payer.publicKey, 999_999n);
    await refused(on, 'token:InsufficientFunds');
  });

  it('UnknownLayout: a last dispute of another layout', async () => {
    const on = await disputes();
    const first = await on.open({ claim: 1n });
    const account = await on.chain.getAccount(first);
    assert.ok(account);
    const data = Buffer.from(account.data);
    data.writeUInt8(2, 8);
    await on.chain.setAccount(first, { ...account, data });
    await refused(on, 'UnknownLayout', { claim: 1n });
  });

  it('is never paused', async () => {
    const on = await disputes();
    await whilePaused(on, () => on.open());
  });
});
