import assert from 'node:assert/strict';
import { agentClose, type VaultCloseParams, vaultClose, vaultOpen } from '@agent-labs/sdk';
import { rewrite, whilePaused } from '../escrow/shared';
import { PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint } from '../fixtures/registry';
import type { StakeFixture } from '../fixtures/stake';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, donation, key, lamportsOf } from '../registry/support';
import { sharedStake } from './shared';

describe('stake vault_close', () => {
  const { staked, onBothChains } = sharedStake();

  const closing = (on: StakeFixture, changes: Partial<VaultCloseParams> = {}) => {
    const { agent, deployment, feePayer, owner, stakeMint } = on;
    const usual = { agent, stakeMint, owner: owner.publicKey, rentPayer: feePayer.publicKey };
    return vaultClose(deployment, { ...usual, ...changes });
  };
  /** An agent whose vault all have left. */
  const left = async (on: StakeFixture) => {
    await on.stake(on.owner, 30n);
    await on.unstake(on.owner);
    await on.coolDown();
    await on.withdraw(on.owner);
    return on;
  };

  onBothChains('returns the rent to its payer, and donations to the owner', async (on, kind) => {
    const { agent, chain, feePayer, owner, ownerTokens, tokens, vault } = await left(on);
    await tokenAccount(chain, on.stakeMint, vault, 5n, { at: tokens });
    await on.send(donation(owner.publicKey, vault, 3n), owner);
    const instruction = await closing(on);
    const rent = (await lamportsOf(chain, vault)) + (await lamportsOf(chain, tokens));
    // another one pays the fee, so that the rent shows
    const before = await lamportsOf(chain, feePayer.publicKey);
    const outcome = await chain.send([instruction], { payer: owner });
    assert.equal(await chain.getAccount(vault), null);
    assert.equal(await chain.getAccount(tokens), null);
    assert.equal(await lamportsOf(chain, feePayer.publicKey), before + rent);
    assert.equal(await tokenBalance(chain, ownerTokens), PURSE + 5n);
    assertRecorded(kind, outcome, 'vaultClosed', {
      vault,
      agent,
      authority: owner.publicKey,
      rentPayer: feePayer.publicKey,
      donated: 5n,
      destination: ownerTokens,
      staked: 30n,
      returned: 30n,
      slashed: 0n,
    });
  });

  refusesForgeries(
    async () => {
      const on = await left(await staked());
      return { chain: on.chain, instruction: await closing(on), signers: [on.owner] };
    },
    {
      twice: {
        'vault as rent_payer': 'RentPayerMismatch',
        'tokens as rent_payer': 'RentPayerMismatch',
        'destination as rent_payer': 'RentPayerMismatch',
        'tokens as destination': 'DestinationMismatch',
        'destination as tokens': 'VaultTokensMismatch',
      },
    },
  );

  it('is for anybody once the agent retires, which lets it end', async () => {
    const on = await left(await staked());
    const { agent, creator, deployment, owner } = on;
    await on.retire();
    await on.coolDown();
    const closes = await agentClose(deployment, {
      agent,
      owner: owner.publicKey,
      creator: creator.publicKey,
    });
    await expectRefused(on.chain, closes.instruction, [owner], 'StakeVaultExists');
    await on.send(await closing(on, { authority: on.feePayer.publicKey }), on.feePayer);
    await on.send(closes.instruction, owner);
  });

  it('pays any token account of the owner’s, a new owner’s after a sale, and is never paused', async () => {
    const on = await left(await staked());
    const buyer = await on.sell();
    const destination = await tokenAccount(on.chain, on.stakeMint, buyer.publicKey, 0n, { at: key() });
    const instruction = await closing(on, { owner: buyer.publicKey, destination });
    await whilePaused(on, () => on.send(instruction, buyer));
  });

  it('CloseNotAllowed: is for the owner alone while the agent is in business', async () => {
    const on = await left(await staked());
    for (const other of [on.feePayer, on.agentKey, on.admin]) {
      const instruction = await closing(on, { authority: other.publicKey });
      await expectRefused(on.chain, instruction, [other], 'CloseNotAllowed');
    }
    await on.sell();
    await expectRefused(on.chain, await closing(on), [on.owner], 'CloseNotAllowed');
  });

  it('CloseNotAllowed: keeps the history of disputes until the agent retires', async () => {
    const on = await left(await staked());
    await rewrite(on.chain, 'stakeVault', on.vault, { nextDispute: 1n });
    await expectRefused(on.chain, await closing(on), [on.owner], 'CloseNotAllowed');
    await on.retire();
    await on.send(await closing(on), on.owner);
  });

  it('PositionsRemain: ends no vault that anybody has a position in', async () => {
    const on = await staked();
    const backer = await on.backer();
    await on.stake(backer, 5n);
    await expectRefused(on.chain, await closing(on), [on.owner], 'PositionsRemain');
    await on.unstake(backer);
    await on.coolDown();
    await expectRefused(on.chain, await closing(on), [on.owner], 'PositionsRemain');
    await on.withdraw(backer);
    await on.send(await closing(on), on.owner);
  });

  it('InvariantBroken: ends no vault whose books do not add up', async () => {
    const on = await left(await staked());
    for (const fields of [{ staked: 31n }, { bonds: 1n }, { oldestDisputeAt: 5n }]) {
      const before = await on.chain.getAccount(on.vault);
      await rewrite(on.chain, 'stakeVault', on.vault, fields);
      await expectRefused(on.chain, await closing(on), [on.owner], 'InvariantBroken');
      await on.chain.setAccount(on.vault, before);
    }
  });

  it('DisputeOpen: ends no vault that a dispute is open on', async () => {
    const on = await left(await staked());
    await rewrite(on.chain, 'stakeVault', on.vault, { openDisputes: 1 });
    await expectRefused(on.chain, await closing(on), [on.owner], 'DisputeOpen');
  });

  it('DestinationMismatch: pays donations to the owner alone', async () => {
    const on = await left(await staked());
    const foreign = await tokenAccount(on.chain, on.stakeMint, on.feePayer.publicKey, 0n);
    const mint = await createMint(on.chain, key());
    const other = await tokenAccount(on.chain, mint, on.owner.publicKey, 0n);
    for (const destination of [foreign, other]) {
      await expectRefused(on.chain, await closing(on, { destination }), [on.owner], 'DestinationMismatch');
    }
  });

  it('RentPayerMismatch, AgentMismatch, VaultTokensMismatch: takes what belongs together', async () => {
    const [on, another] = [await left(await staked()), await left(await staked())];
    const instruction = await closing(on);
    for (const [name, pubkey, error] of [
      ['rent_payer', on.owner.publicKey, 'RentPayerMismatch'],
      ['agent', another.agent, 'AgentMismatch'],
      ['tokens', another.tokens, 'VaultTokensMismatch'],
    ] as const) {
      await expectRefused(on.chain, withAccount(instruction, name, { pubkey }), [on.owner], error);
    }
  });

  it('attacks 9, 10: a vault that came back in the same transaction is a new one', async () => {
    const on = await left(await staked());
    const { agent, deployment, feePayer, stakeMint, vault } = on;
    const opening = { rentPayer: feePayer.publicKey, agent, stakeMint };
    const { instruction } = await vaultOpen(deployment, opening);
    await on.send(
      [await closing(on), donation(feePayer.publicKey, vault, 10_000_000n), instruction],
      on.owner,
    );
    const { positions, staked: total } = await on.readVault();
    assert.deepEqual([positions, total], [0, 0n]);
    await on.stake(on.owner, 4n);
  });
});
