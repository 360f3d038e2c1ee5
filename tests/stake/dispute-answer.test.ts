import assert from 'node:assert/strict';
import { rewrite, whilePaused } from '../escrow/shared';
import type { DisputeFixture, SideWish } from '../fixtures/disputes';
import { PURSE, tokenAccount } from '../fixtures/escrow';
import { createMint } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertSame, key } from '../registry/support';
import { assertTold, assertVaultCovered, purseOf, sharedDisputes } from './dispute-shared';
import { pool } from './shared';

const STATEMENT = new Uint8Array(32).fill(4);

describe('stake dispute_answer', () => {
  const { disputes, onBothChains } = sharedDisputes();

  const opened = async () => {
    const on = await disputes();
    await on.open();
    return on;
  };
  const refused = async (
    on: DisputeFixture,
    error: string,
    by = on.owner,
    wish: SideWish = {},
  ): Promise<void> => {
    await expectRefused(on.chain, await on.answering(by, wish), [by], error, [on.vault]);
  };

  onBothChains('the owner answers with as much as the claimant put in', async (on, kind) => {
    const dispute = await on.open();
    const [before, vaultBefore] = [await on.readDispute(), await on.readVault()];
    const purse = await purseOf(on, on.owner);
    const outcome = await on.answer();
    const answer = { answerer: on.owner.publicKey, answerBond: 1_000_000n, answerHash: STATEMENT };
    assertSame(await on.readDispute(), { ...before, ...answer, status: 'Answered' });
    assertSame(await on.readVault(), { ...vaultBefore, bonds: 2_000_000n });
    assert.equal(await purseOf(on, on.owner), purse - 1_000_000n);
    await assertVaultCovered(on);
    assertTold(kind, outcome, 'disputeAnswered', {
      ...{ dispute, vault: on.vault, agent: on.agent },
      ...{ author: on.owner.publicKey, answerer: on.owner.publicKey, statementHash: STATEMENT },
      ...{ bond: 1_000_000n, bondsBefore: 1_000_000n, bondsAfter: 2_000_000n },
    });
  });

  refusesForgeries(
    async () => {
      const on = await disputes();
      await on.open();
      const backer = await on.backer();
      await on.stake(backer, 50n);
      return { chain: on.chain, instruction: await on.answering(backer), signers: [backer] };
    },
    {
      twice: {
        'tokens as source': 'token:OwnerMismatch',
        'source as tokens': 'VaultTokensMismatch',
      },
    },
  );

  it('a backer answers for the agent, the owner states its own beside it without a bond', async () => {
    const on = await opened();
    const backer = await on.backer();
    await on.stake(backer, 50n);
    await on.answer(backer);
    const purse = await purseOf(on, on.owner);
    const mine = new Uint8Array(32).fill(6);
    await on.send(await on.answering(on.owner, { statement: mine, bond: 0n }), on.owner);
    const { answerHash, answerer, ownerHash, answerBond } = await on.readDispute();
    assertSame([answerer, answerHash, ownerHash], [backer.publicKey, STATEMENT, mine]);
    assert.equal(answerBond, 1_000_000n);
    assert.equal(await purseOf(on, on.owner), purse);
    assert.equal((await on.readVault()).bonds, 2_000_000n);
    await assertVaultCovered(on);
  });

  it('an owner who answered states it anew', async () => {
    const on = await opened();
    await on.answer();
    const anew = new Uint8Array(32).fill(6);
    await on.send(await on.answering(on.owner, { statement: anew, bond: 0n }), on.owner);
    const { answerHash, ownerHash } = await on.readDispute();
    assertSame([answerHash, ownerHash], [anew, new Uint8Array(32)]);
  });

  it('AlreadyAnswered: others answer once', async () => {
    const on = await opened();
    const [first, second] = [await on.backer(), await on.backer()];
    for (const backer of [first, second]) await on.stake(backer, 50n);
    await on.answer(first);
    await refused(on, 'AlreadyAnswered', first);
    await refused(on, 'AlreadyAnswered', second);
  });

  it('NotParty: who has nothing at stake, or claims, answers nothing', async () => {
    const on = await opened();
    const backer = await on.backer();
    await refused(on, 'NotParty', backer, { tranche: undefined });
    await refused(on, 'AccountOwnedByWrongProgram', backer);
    await refused(on, 'NotParty', on.payer);
    await refused(on, 'NotParty', on.payoutOwner, {
      tranche: undefined,
      source: await tokenAccount(on.chain, on.stakeMint, on.payoutOwner.publicKey, PURSE),
    });
    await on.stake(backer, 50n);
    await rewrite(on.chain, 'stakeVault', on.vault, { backers: pool(0n, 0n, 1), slashed: 50n });
    await tokenAccount(on.chain, on.stakeMint, on.vault, 1_050_000n, { at: on.tokens });
    await refused(on, 'NotParty', backer);
  });

  it('what cools gives a say too', async () => {
    const on = await opened();
    const backer = await on.backer();
    await on.stake(backer, 50n);
    await on.unstake(backer);
    await on.answer(backer);
  });

  it('PositionMismatch: shows a position of its own, in this vault', async () => {
    const [on, another] = [await opened(), await opened()];
    const [backer, other] = [await on.backer(), await on.backer()];
    await on.stake(backer, 50n);
    await another.stake(other, 50n);
    const instruction = await on.answering(other);
    for (const pubkey of [on.position(backer), another.position(other)]) {
      const with_ = withAccount(instruction, 'position', { pubkey });
      await expectRefused(on.chain, with_, [other], 'PositionMismatch', [on.vault]);
    }
  });

  it('ResponseOver: in the response window alone, to the second', async () => {
    for (const [more, error] of [
      [-1n, null],
      [0n, 'ResponseOver'],
    ] as const) {
      const on = await opened();
      await on.arrive('responseEndsAt', more);
      if (error === null) await on.answer();
      else await refused(on, error);
    }
  });

  it('BondTooLow: the author states the most it puts in', async () => {
    const on = await opened();
    await refused(on, 'BondTooLow', on.owner, { bond: 999_999n });
    await on.send(await on.answering(on.owner, { bond: 9_000_000n }), on.owner);
    assert.equal((await on.readDispute()).answerBond, 1_000_000n);
  });

  it('DisputeMismatch, AgentMismatch, VaultTokensMismatch, MintMismatch: takes what belongs together', async () => {
    const [on, another] = [await opened(), await opened()];
    const instruction = await on.answering(on.owner);
    const foreign = await tokenAccount(
      on.chain,
      await createMint(on.chain, key()),
      on.owner.publicKey,
      PURSE,
    );
    for (const [name, pubkey, error] of [
      ['dispute', (await another.readVault()).lastDispute, 'DisputeMismatch'],
      ['agent', another.agent, 'AgentMismatch'],
      ['tokens', another.tokens, 'VaultTokensMismatch'],
      ['source', foreign, 'MintMismatch'],
    ] as const) {
      await expectRefused(on.chain, withAccount(instruction, name, { pubkey }), [on.owner], error);
    }
  });

  it('is never paused', async () => {
    const on = await opened();
    await whilePaused(on, () => on.answer());
  });
});
