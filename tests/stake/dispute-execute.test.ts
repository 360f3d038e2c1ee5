import assert from 'node:assert/strict';
import { channelRefund, type DisputeEnding } from '@agent-labs/sdk';
import { TOKEN_2022_PROGRAM_ID } from '@solana/spl-token';
import { Keypair, PublicKey } from '@solana/web3.js';
import { rewrite, whilePaused } from '../escrow/shared';
import type { DisputeFixture } from '../fixtures/disputes';
import { PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint, TEST_WINDOWS } from '../fixtures/registry';
import { stakeTokensOf } from '../fixtures/stake';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertSame, key, lamportsOf, patch } from '../registry/support';
import { assertTold, assertVaultCovered, purseOf, sharedDisputes, spoil } from './dispute-shared';
import { EMPTY, told } from './shared';

const NONE = PublicKey.default;

describe('stake dispute_execute', () => {
  const { disputes, onBothChains } = sharedDisputes();

  const refused = async (on: DisputeFixture, error: string, changes: Partial<DisputeEnding> = {}) => {
    const watched = [on.vault, on.escrow.vault];
    await expectRefused(on.chain, await on.executing(changes), [on.feePayer], error, watched);
  };
  /** A dispute about all of 100,000, of which so many calls are cited, and answered unless told otherwise. */
  const cited = async (on: DisputeFixture, calls: number[], answered = true) => {
    await on.open();
    await on.cite(...calls);
    if (answered) await on.answer();
    await on.arrive('responseEndsAt');
    return on;
  };
  /** The same, ruled, its appeal window over. */
  const ruled = async (on: DisputeFixture, award: number, calls = [1, 2], answered = true) => {
    await cited(on, calls, answered);
    await on.vote(0, award, award);
    await on.arrive('appealEndsAt');
    return on;
  };

  onBothChains(
    'by a ruling: the hold pays first, stake the shortfall, the owner before backers, a penalty on top',
    async (on, kind) => {
      const { agent, chain, channel, escrow, owner, payer, vault } = on;
      await cited(on, [1, 2]);
      await on.vote(0, 10_000, 10_000);
      await on.arrive('appealEndsAt');
      const dispute = (await on.readVault()).lastDispute;
      const [before, claim] = [await on.readVault(), await on.readDispute()];
      const [rent, wallet] = [await lamportsOf(chain, dispute), await lamportsOf(chain, payer.publicKey)];
      const purses = { payer: await purseOf(on, payer), owner: await purseOf(on, owner) };
      const outcome = await on.execute();
      const now = await chain.unixTime();

      // of 100,000: 30,000 held, 70,000 slashed, 7,000 penalty
      const after = await on.readVault();
      assert.equal(await chain.getAccount(dispute), null);
      assert.equal(await lamportsOf(chain, payer.publicKey), wallet + rent);
      assertSame(after, {
        ...before,
        firstLoss: { ...EMPTY, epoch: 1 },
        backers: { ...before.backers, tokens: 13_000n },
        ...{ slashed: 77_000n, slashedInPeriod: 77_000n, periodStartedAt: now, disputesLost: 1 },
        ...{ openDisputes: 0, oldestDisputeAt: 0n, bonds: 0n, firstDispute: NONE, lastDispute: NONE },
      });
      const bonds = 1_800_000n;
      assert.equal(await purseOf(on, payer), purses.payer + 100_000n + bonds);
      assert.equal(await purseOf(on, owner), purses.owner);
      assert.equal(await purseOf(on, on.treasury), 7_000n);
      await assertVaultCovered(on);
      const { claimed, held, openDisputes, refunded } = await on.readChannel();
      assert.deepEqual([claimed, held, openDisputes, refunded], [100_000n, 0n, 0, 30_000n]);
      const pools = (of: typeof before) => ({
        ...{ firstLoss: told(of.firstLoss), firstLossCooling: told(of.firstLossCooling) },
        ...{ backers: told(of.backers), backersCooling: told(of.backersCooling) },
      });
      assertTold(kind, outcome, 'disputeEnded', {
        ...{ dispute, vault, agent, subject: channel, generation: claim.generation },
        ...{ claimant: payer.publicKey, mint: on.stakeMint, authority: on.feePayer.publicKey },
        ...{ end: { ruling: {} }, awardBps: 10_000, loss: 100_000n, refundedSince: 0n, paid: 30_000n },
        ...{ released: 0n, shortfall: 70_000n, awardDestination: escrow.payerTokens },
        slash: {
          ...{ toClaimant: 70_000n, toTreasury: 7_000n, before: pools(before), after: pools(after) },
          ...{ slashedAfter: 77_000n, slashedInPeriod: 77_000n, periodStartedAt: now },
        },
        bonds: {
          ...{ claimant: bonds, answeringSide: owner.publicKey, answerer: 0n, appealingSide: NONE },
          ...{ appellant: 0n, bondsBefore: bonds, bondsAfter: 0n },
        },
        list: {
          ...{ previous: NONE, next: NONE, firstAfter: NONE, lastAfter: NONE },
          ...{ oldestDisputeAt: 0n, openDisputes: 0 },
        },
        ...{ lost: true, disputesLost: 1, returned: rent },
      });
    },
    { held: 30_000n, owner: 50_000n, backer: 40_000n },
  );

  // in another mint, so that no two of the claimant's accounts are alike
  refusesForgeries(
    async () => {
      const on = await disputes({ otherMint: true, held: 30_000n });
      await on.open({ claim: 30_000n });
      await on.cite(1);
      await on.answer();
      await on.arrive('responseEndsAt');
      await on.vote(0, 5_000, 5_000);
      await on.arrive('appealEndsAt');
      const instruction = await on.executing({ treasuryTokens: null });
      return { chain: on.chain, instruction, signers: [on.feePayer] };
    },
    {
      apart: ['mandate', 'subject', 'mandate_mint', 'mandate_vault', 'award_destination'],
      twice: exchanged(),
    },
  );

  it('an award of nothing costs the claimant the bond, and the agent nothing', async () => {
    const on = await ruled(await disputes({ held: 30_000n }), 0);
    const purse = await purseOf(on, on.owner);
    await on.execute();
    const { disputesLost, slashed, firstLoss } = await on.readVault();
    assert.deepEqual([disputesLost, slashed, firstLoss.tokens], [0, 0n, 50_000n]);
    assert.equal(await purseOf(on, on.owner), purse + 1_800_000n);
    assert.equal(await purseOf(on, on.payer), PURSE - 1_000_000n);
    const { held, refunded } = await on.readChannel();
    assert.deepEqual([held, refunded], [0n, 0n]);
    await assertVaultCovered(on);
  });

  it('nobody answered: the owner gets what the award leaves of the claimant’s bond', async () => {
    const on = await ruled(await disputes(), 2_500, [1], false);
    const purse = await purseOf(on, on.owner);
    await on.execute();
    // 1,000,000 less two fees of 100,000
    assert.equal(await purseOf(on, on.owner), purse + 600_000n);
    assert.equal(await purseOf(on, on.payer), PURSE - 1_000_000n + 200_000n + 25_000n);
  });

  it('what was not cited brings nothing, whatever is awarded', async () => {
    for (const [calls, loss] of [
      [[], 0n],
      [[4], 50_000n],
    ] as const) {
      const on = await ruled(await disputes({ owner: 900_000n }), 10_000, [...calls]);
      await on.execute();
      const { slashed, disputesLost } = await on.readVault();
      assert.deepEqual([slashed, disputesLost], [loss + loss / 10n, loss > 0n ? 1 : 0]);
    }
  });

  it('refunds since the opening count toward the loss', async () => {
    const on = await cited(await disputes({ held: 30_000n, owner: 900_000n }), [1, 2]);
    const { channelRef, payoutOwner } = on.escrow;
    const parties = [on.stakeMint, payoutOwner.publicKey, on.payer.publicKey] as const;
    await on.send(await channelRefund(on.deployment, channelRef, ...parties, 90_000n), payoutOwner);
    await on.vote(0, 10_000, 10_000);
    await on.arrive('appealEndsAt');
    await on.execute();
    // 90,000 refunded, 10,000 of what is left of the hold
    const { slashed, disputesLost } = await on.readVault();
    assert.deepEqual([slashed, disputesLost], [0n, 1]);
    assert.equal((await on.readChannel()).refunded, 100_000n);
    const whole = await cited(await disputes({ owner: 900_000n }), [1, 2]);
    const theirs = [whole.stakeMint, whole.escrow.payoutOwner.publicKey, whole.payer.publicKey] as const;
    const refund = await channelRefund(whole.deployment, whole.escrow.channelRef, ...theirs, 100_000n);
    await whole.send(refund, whole.escrow.payoutOwner);
    await whole.vote(0, 10_000, 10_000);
    await whole.arrive('appealEndsAt');
    await whole.execute();
    assert.equal((await whole.readVault()).disputesLost, 0, 'it cost nothing that was not given back');
  });

  describe('silence of the panel', () => {
    it('unanswered: the hold pays as far as cited, stake nothing, the bond returns less what votes cost', async () => {
      const on = await disputes({ held: 80_000n });
      await cited(on, [2], false);
      await on.vote(0, 0);
      await on.arrive('rulingEndsAt', -1n);
      await refused(on, 'NotExecutable');
      await on.arrive('rulingEndsAt');
      await on.execute();
      const { slashed, disputesLost, firstLoss } = await on.readVault();
      assert.deepEqual([slashed, disputesLost, firstLoss.tokens], [0n, 1, 50_000n]);
      const { held, refunded } = await on.readChannel();
      assert.deepEqual([held, refunded], [0n, 50_000n]);
      assert.equal(await purseOf(on, on.payer), PURSE + 50_000n - 100_000n);
      await assertVaultCovered(on);
    });

    it('answered: the hold is released, the bonds return', async () => {
      const on = await disputes({ held: 80_000n });
      const purse = await purseOf(on, on.owner);
      await cited(on, [2]);
      await on.arrive('rulingEndsAt');
      await on.execute();
      const { slashed, disputesLost } = await on.readVault();
      assert.deepEqual([slashed, disputesLost], [0n, 0]);
      const { held, refunded } = await on.readChannel();
      assert.deepEqual([held, refunded], [0n, 0n]);
      assert.equal(await purseOf(on, on.payer), PURSE);
      assert.equal(await purseOf(on, on.owner), purse);
    });
  });

  it('NotExecutable: not before the ruling can no longer change', async () => {
    const on = await cited(await disputes(), [1]);
    await on.vote(0, 1, 1);
    await refused(on, 'NotExecutable');
    await on.arrive('appealEndsAt', -1n);
    await refused(on, 'NotExecutable');
    await on.appeal(on.payer);
    await refused(on, 'NotExecutable');
    await on.vote(1, 10_000);
    await on.arrive('appealRulingEndsAt', -1n);
    await refused(on, 'NotExecutable');
    await on.arrive('appealRulingEndsAt');
    await on.execute();
    assert.equal((await on.readVault()).disputesLost, 1, 'the first ruling stands');
  });

  it('at once where the second panel has ruled', async () => {
    const on = await cited(await disputes(), [1]);
    await on.vote(0, 0, 0);
    await on.appeal(on.payer);
    await on.vote(1, 10_000, 10_000);
    const purse = await purseOf(on, on.owner);
    await on.execute();
    // 1,000,000 twice and 2,000,000, less four fees
    assert.equal(await purseOf(on, on.payer), PURSE - 3_000_000n + 3_600_000n + 50_000n);
    assert.equal(await purseOf(on, on.owner), purse);
  });

  it('ExecutionPaused: waits for that pause where it slashes, and there alone', async () => {
    const on = await ruled(await disputes(), 10_000);
    await whilePaused(on, () => refused(on, 'ExecutionPaused'), 64);
    await on.execute();
    const spared = await ruled(await disputes(), 0);
    await whilePaused(spared, () => spared.execute());
    const lapsed = await ruled(await disputes(), 10_000);
    await whilePaused(
      lapsed,
      async () => {
        await lapsed.chain.advance({ seconds: TEST_WINDOWS.executionPause - 1n, slots: 1 });
        await refused(lapsed, 'ExecutionPaused');
        await lapsed.chain.advance({ seconds: 1n, slots: 1 });
        await lapsed.execute();
      },
      64,
    );
  });

  it('attack 22: slashes what is there, within the caps of dispute and period, once', async () => {
    const poor = await ruled(await disputes({ owner: 1_000n }), 10_000);
    await poor.execute();
    assert.deepEqual(
      await poor.readVault().then(({ slashed, slashedInPeriod }) => [slashed, slashedInPeriod]),
      [1_000n, 1_000n],
    );
    assert.equal(await purseOf(poor, poor.treasury), 0n);

    const on = await disputes({ owner: 900_000n });
    await ruled(on, 10_000);
    const dispute = (await on.readVault()).lastDispute;
    await spoil(on, dispute, { slashCapDispute: 104_000n, slashCapPeriod: 104_500n });
    await on.execute(undefined, dispute);
    const { slashed, slashedInPeriod } = await on.readVault();
    assert.deepEqual([slashed, slashedInPeriod], [104_000n, 104_000n]);
    assert.equal(await purseOf(on, on.treasury), 4_000n);
  });

  it('attack 22: a period lets no more through until it is over', async () => {
    const on = await disputes({ owner: 900_000n });
    const slashFor = async (calls: number, claim: bigint, cap: bigint) => {
      await on.pay(calls);
      const dispute = await on.open({ claim });
      await on.cite(1, 2, 3);
      await on.arrive('responseEndsAt');
      await on.vote(0, 10_000, 10_000);
      await spoil(on, dispute, { slashCapPeriod: cap });
      await on.arrive('appealEndsAt');
      const before = (await on.readVault()).slashed;
      await on.execute(undefined, dispute);
      return (await on.readVault()).slashed - before;
    };
    assert.equal(await slashFor(6, 50_000n, 60_000n), 55_000n);
    assert.equal(await slashFor(7, 20_000n, 60_000n), 5_000n);
    assert.equal(await slashFor(8, 20_000n, 54_000n), 0n);
    const { periodStartedAt } = await on.readVault();
    await on.chain.advance({ seconds: periodStartedAt + 400n - (await on.chain.unixTime()), slots: 1 });
    assert.equal(await slashFor(9, 20_000n, 60_000n), 22_000n);
  });

  it('wipes a pool below the floor, its rest to the treasury and beyond no cap', async () => {
    const on = await disputes({ owner: 0n, backer: 3_000_000n });
    await rewrite(on.chain, 'stakeVault', on.vault, {
      backers: { tokens: 45_001n, shares: 45_000_000_000n, epoch: 0 },
      slashed: 2_954_999n,
    });
    await tokenAccount(on.chain, on.stakeMint, on.vault, 45_001n, { at: on.tokens });
    await ruled(on, 8_100, [1, 2]);
    const dispute = (await on.readVault()).lastDispute;
    await spoil(on, dispute, { slashCapDispute: 1_000n });
    await on.execute(undefined, dispute);
    const { backers, slashedInPeriod } = await on.readVault();
    assertSame(told(backers), { tokens: 0n, shares: 0n, epoch: 1 });
    assert.equal(slashedInPeriod, 1_000n);
    assert.equal(await purseOf(on, on.treasury), 44_001n);
    await assertVaultCovered(on);
  });

  it('in another mint the hold alone pays, and no stake waits for it', async () => {
    const on = await disputes({ otherMint: true, held: 30_000n });
    await on.open({ claim: 30_000n });
    await on.cite(1, 2);
    await on.unstake(on.owner);
    await on.coolDown();
    await on.withdraw(on.owner);
    await on.execute();
    const { slashed, disputesLost, openDisputes } = await on.readVault();
    assert.deepEqual([slashed, disputesLost, openDisputes], [0n, 1, 0]);
    assert.equal(await tokenBalance(on.chain, on.escrow.payerTokens), PURSE - 1_000_000n + 30_000n);
  });

  it('DestinationMismatch: pays each party into an account of its own, and asks for none where nothing is paid', async () => {
    const on = await ruled(await disputes({ owner: 900_000n }), 5_000);
    const foreign = await tokenAccount(on.chain, on.stakeMint, Keypair.generate().publicKey, 0n);
    const mint = await createMint(on.chain, key());
    for (const [name, wallet] of [
      ['claimantTokens', on.payer],
      ['answererTokens', on.owner],
      ['treasuryTokens', on.treasury],
    ] as const) {
      const other = await tokenAccount(on.chain, mint, wallet.publicKey, 0n);
      for (const tokens of [null, foreign, other, on.tokens]) {
        await refused(on, 'DestinationMismatch', { [name]: tokens });
      }
    }
    await refused(on, 'escrow:DestinationMismatch', { awardDestination: foreign });
    const own = await tokenAccount(on.chain, on.stakeMint, on.payer.publicKey, 0n, { at: key() });
    await on.execute({ claimantTokens: own });
    assert.equal(await tokenBalance(on.chain, own), 900_000n + 50_000n);
    const lost = await ruled(await disputes(), 0);
    await lost.execute({ claimantTokens: null, treasuryTokens: null });
  });

  it('an appellant who is neither claimant nor answerer is paid apart', async () => {
    const on = await cited(await disputes({ backer: 40_000n }), [1]);
    const backer = await on.backer();
    await on.stake(backer, 60_000n);
    await on.vote(0, 5_000, 5_000);
    await on.appeal(backer);
    await on.vote(1, 0, 0);
    await refused(on, 'DestinationMismatch', { appellantTokens: null });
    await refused(on, 'DestinationMismatch', { appellantTokens: on.ownerTokens });
    const [purse, theirs] = [await purseOf(on, on.owner), await purseOf(on, backer)];
    await on.execute();
    // 3,600,000 after fees: a third and two thirds
    assert.equal(await purseOf(on, on.owner), purse + 1_200_000n);
    assert.equal(await purseOf(on, backer), theirs + 2_400_000n);
  });

  it('DisputeListMismatch: relinks the list, whichever is executed first', async () => {
    const on = await disputes({ owner: 900_000n });
    const opened: PublicKey[] = [];
    for (const claim of [10_000n, 10_000n, 10_000n]) {
      opened.push(await on.open({ claim }));
      await on.chain.advance({ seconds: 1, slots: 1 });
    }
    const [first, second, third] = opened as [PublicKey, PublicKey, PublicKey];
    const thirdAt = (await on.readDispute(third)).openedAt;
    await on.arrive('rulingEndsAt');
    const executing = (at: PublicKey, changes: Partial<DisputeEnding> = {}) => on.executing(changes, at);
    for (const changes of [{ previous: null }, { next: null }, { previous: third, next: first }]) {
      const mixed = await executing(second, changes);
      await expectRefused(on.chain, mixed, [on.feePayer], 'DisputeListMismatch', [on.vault]);
    }
    await expectRefused(
      on.chain,
      await executing(first, { previous: third }),
      [on.feePayer],
      'DisputeListMismatch',
    );
    await on.execute({}, second);
    assertSame((await on.readDispute(first)).next, third);
    assertSame((await on.readDispute(third)).previous, first);
    await on.execute({}, first);
    const between = await on.readVault();
    assertSame([between.firstDispute, between.lastDispute, between.oldestDisputeAt], [third, third, thirdAt]);
    assert.equal((await on.readDispute(third)).previous, null);
    await on.execute({}, third);
    const { firstDispute, lastDispute, oldestDisputeAt, openDisputes } = await on.readVault();
    assertSame([firstDispute, lastDispute, oldestDisputeAt, openDisputes], [NONE, NONE, 0n, 0]);
  });

  it('DisputeMismatch, NotClaimant and others: takes what belongs together', async () => {
    const [on, another] = [await ruled(await disputes(), 1), await ruled(await disputes(), 1)];
    const instruction = await on.executing();
    for (const [name, pubkey, error] of [
      ['dispute', (await another.readVault()).lastDispute, 'DisputeMismatch'],
      ['claimant', on.feePayer.publicKey, 'NotClaimant'],
      ['mandate', another.escrow.mandate, 'DisputeMismatch'],
      ['subject', another.channel, 'DisputeMismatch'],
      ['mandate_vault', another.escrow.vault, 'escrow:VaultMismatch'],
      ['mandate_mint', await createMint(on.chain, key()), 'escrow:MintMismatch'],
      ['mandate_token_program', TOKEN_2022_PROGRAM_ID, 'escrow:TokenProgramMismatch'],
      ['agent', another.agent, 'AgentMismatch'],
      ['tokens', another.tokens, 'VaultTokensMismatch'],
      ['claim_authority', key(), 'ClaimAuthorityMismatch'],
      ['escrow_program', on.deployment.registry, 'EscrowMismatch'],
      ['escrow_event_authority', key(), 'EscrowMismatch'],
    ] as const) {
      await expectRefused(on.chain, withAccount(instruction, name, { pubkey }), [on.feePayer], error);
    }
  });

  it('UnknownLayout: a neighbour of another layout', async () => {
    const on = await disputes();
    const first = await on.open({ claim: 1n });
    const second = await on.open({ claim: 1n });
    await on.arrive('rulingEndsAt');
    for (const [at, neighbour] of [
      [first, second],
      [second, first],
    ] as const) {
      const instruction = await on.executing({}, at);
      await patch(on.chain, neighbour, (data) => data.writeUInt8(2, 8));
      await expectRefused(on.chain, instruction, [on.feePayer], 'UnknownLayout');
      await patch(on.chain, neighbour, (data) => data.writeUInt8(1, 8));
    }
  });

  it('uses no account twice: what it pays into is the claimant’s for hold and slash alike', async () => {
    const on = await ruled(await disputes({ held: 30_000n, owner: 900_000n }), 10_000);
    assertSame(on.escrow.payerTokens, stakeTokensOf(on, on.payer.publicKey));
    await on.execute();
    assert.equal(await purseOf(on, on.payer), PURSE + 100_000n + 800_000n);
  });
});

/** What each writable account in the place of another is refused with, where that is not told from their kinds. */
function exchanged(): Record<string, string> {
  const tokens = ['tokens', 'claimant_tokens', 'answerer_tokens', 'mandate_vault', 'award_destination'];
  const all = ['vault', 'dispute', 'claimant', 'mandate', 'subject', ...tokens];
  const refusals: [slots: string[], sources: string[], error: string][] = [
    [['vault', 'dispute'], ['mandate', 'subject'], 'AccountOwnedByWrongProgram'],
    [['claimant'], all, 'NotClaimant'],
    [['tokens'], tokens, 'VaultTokensMismatch'],
    [['claimant_tokens', 'answerer_tokens'], tokens, 'DestinationMismatch'],
    [['mandate', 'subject'], all, 'DisputeMismatch'],
    [['mandate_vault'], tokens, 'escrow:VaultMismatch'],
    [['award_destination'], tokens, 'escrow:DestinationMismatch'],
  ];
  return Object.fromEntries(
    refusals.flatMap(([slots, sources, error]) =>
      slots.flatMap((slot) => sources.map((source) => [`${source} as ${slot}`, error])),
    ),
  );
}
