import assert from 'node:assert/strict';
import { whilePaused } from '../escrow/shared';
import type { DisputeFixture, SideWish } from '../fixtures/disputes';
import { PURSE, tokenAccount } from '../fixtures/escrow';
import { createMint } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertSame, key } from '../registry/support';
import { assertTold, assertVaultCovered, purseOf, sharedDisputes } from './dispute-shared';

describe('stake dispute_appeal', () => {
  const { disputes, onBothChains } = sharedDisputes();

  const rule = async (on: DisputeFixture) => {
    await on.open();
    await on.arrive('responseEndsAt');
    await on.vote(0, 5_000, 5_000);
    return on;
  };
  const refused = async (on: DisputeFixture, error: string, by = on.owner, wish: SideWish = {}) => {
    await expectRefused(on.chain, await on.appealing(by, wish), [by], error, [on.vault]);
  };

  onBothChains('takes a ruling to the second panel, with twice the bond', async (on, kind) => {
    await rule(on);
    const [before, vaultBefore] = [await on.readDispute(), await on.readVault()];
    const purse = await purseOf(on, on.owner);
    const outcome = await on.appeal(on.owner);
    const appealedAt = await on.chain.unixTime();
    const appealRulingEndsAt = appealedAt + on.settings.windows.appealRuling;
    assertSame(await on.readDispute(), {
      ...{ ...before, status: 'Appealed', appellant: on.owner.publicKey, appealBond: 2_000_000n },
      ...{ appealedAt, appealRulingEndsAt },
    });
    assertSame(await on.readVault(), { ...vaultBefore, bonds: vaultBefore.bonds + 2_000_000n });
    assert.equal(await purseOf(on, on.owner), purse - 2_000_000n);
    await assertVaultCovered(on);
    assertTold(kind, outcome, 'disputeAppealed', {
      ...{ dispute: vaultBefore.lastDispute, vault: on.vault, agent: on.agent },
      ...{ appellant: on.owner.publicKey, bond: 2_000_000n, bondsBefore: 800_000n, bondsAfter: 2_800_000n },
      ...{ appealedAt, appealRulingEndsAt },
    });
  });

  refusesForgeries(
    async () => {
      const on = await disputes();
      const backer = await on.backer();
      await on.stake(backer, 50n);
      await rule(on);
      return { chain: on.chain, instruction: await on.appealing(backer), signers: [backer] };
    },
    { twice: { 'tokens as source': 'token:InsufficientFunds', 'source as tokens': 'VaultTokensMismatch' } },
  );

  it('claimant, owner and backers may, whoever comes first', async () => {
    const claimed = await rule(await disputes());
    await claimed.appeal(claimed.payer);
    const on = await disputes();
    const backer = await on.backer();
    await on.stake(backer, 50n);
    await rule(on);
    await on.appeal(backer);
    assertSame((await on.readDispute()).appellant, backer.publicKey);
  });

  it('AppealNotOpen: not before a ruling', async () => {
    const on = await disputes();
    await on.open();
    await refused(on, 'AppealNotOpen');
    await on.answer();
    await on.arrive('responseEndsAt');
    await on.vote(0, 1);
    await refused(on, 'AppealNotOpen');
    await on.arrive('rulingEndsAt');
    await refused(on, 'AppealNotOpen');
  });

  it('AppealOver: in its window alone, to the second, and once', async () => {
    const on = await rule(await disputes());
    await on.arrive('appealEndsAt', -1n);
    await on.appeal(on.owner);
    await refused(on, 'AppealOver', on.payer);
    await on.vote(1, 1, 1);
    await refused(on, 'AppealOver', on.payer);
    const late = await rule(await disputes());
    await late.arrive('appealEndsAt');
    await refused(late, 'AppealOver');
    await refused(late, 'AppealOver', late.payer);
  });

  it('NotParty, PositionMismatch: nobody without a part in it', async () => {
    const on = await rule(await disputes());
    const [stranger, backer] = [await on.backer(), await on.backer()];
    await on.stake(backer, 50n);
    await refused(on, 'NotParty', stranger, { tranche: undefined });
    const instruction = await on.appealing(stranger);
    const borrowed = withAccount(instruction, 'position', { pubkey: on.position(backer) });
    await expectRefused(on.chain, borrowed, [stranger], 'PositionMismatch');
    const another = await disputes();
    await another.stake(stranger, 50n);
    const foreign = withAccount(instruction, 'position', { pubkey: another.position(stranger) });
    await expectRefused(on.chain, foreign, [stranger], 'PositionMismatch');
  });

  it('BondTooLow: the appellant states the most it puts in', async () => {
    const on = await rule(await disputes());
    await refused(on, 'BondTooLow', on.owner, { bond: 1_999_999n });
    await on.send(await on.appealing(on.owner, { bond: 3_000_000n }), on.owner);
    assert.equal((await on.readDispute()).appealBond, 2_000_000n);
  });

  it('DisputeMismatch, AgentMismatch, VaultTokensMismatch, MintMismatch: takes what belongs together', async () => {
    const [on, another] = [await rule(await disputes()), await rule(await disputes())];
    const instruction = await on.appealing(on.owner);
    const mint = await createMint(on.chain, key());
    for (const [name, pubkey, error] of [
      ['dispute', (await another.readVault()).lastDispute, 'DisputeMismatch'],
      ['agent', another.agent, 'AgentMismatch'],
      ['tokens', another.tokens, 'VaultTokensMismatch'],
      ['source', await tokenAccount(on.chain, mint, on.owner.publicKey, PURSE), 'MintMismatch'],
    ] as const) {
      await expectRefused(on.chain, withAccount(instruction, name, { pubkey }), [on.owner], error);
    }
  });

  it('is never paused', async () => {
    const on = await rule(await disputes());
    await whilePaused(on, () => on.appeal(on.payer));
  });
});
