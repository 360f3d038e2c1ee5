import assert from 'node:assert/strict';
import { PauseBit, vaultOpen } from '@agent-labs/sdk';
import {
  ACCOUNT_SIZE,
  AccountLayout,
  MINT_SIZE,
  TOKEN_2022_PROGRAM_ID,
  TOKEN_PROGRAM_ID,
} from '@solana/spl-token';
import { PublicKey, SystemProgram } from '@solana/web3.js';
import { whilePaused } from '../escrow/shared';
import { tokenAccount } from '../fixtures/escrow';
import { createMint } from '../fixtures/registry';
import type { StakeFixture } from '../fixtures/stake';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, key, lamportsOf, nonCanonical } from '../registry/support';
import { EMPTY, sharedStake } from './shared';

const VAULT_SIZE = 8 + 392;

describe('stake vault_open', () => {
  const { staked, onBothChains } = sharedStake();

  const opening = async (on: StakeFixture) => {
    const { agent, deployment, feePayer, stakeMint } = on;
    return vaultOpen(deployment, { rentPayer: feePayer.publicKey, agent, stakeMint });
  };
  const refused = async (on: StakeFixture, error: string) => {
    const { instruction } = await opening(on);
    await expectRefused(on.chain, instruction, [on.feePayer], error);
  };
  /** Runs `work` while the stake mint's account is another. */
  const withMint = async (on: StakeFixture, spoilt: object, work: () => Promise<void>) => {
    const mint = await on.chain.getAccount(on.stakeMint);
    assert.ok(mint);
    await on.chain.setAccount(on.stakeMint, { ...mint, ...spoilt });
    await work().finally(() => on.chain.setAccount(on.stakeMint, mint));
  };

  onBothChains(
    'opens an empty vault of the stake mint, for whoever pays the rent',
    async (on, kind) => {
      const { agent, chain, feePayer, stakeMint, tokens, vault } = on;
      const { instruction } = await opening(on);
      const outcome = await on.send(instruction);
      assertSame(await on.readVault(), {
        version: 1,
        bump: PublicKey.findProgramAddressSync(
          [Buffer.from('vault'), agent.toBytes()],
          on.deployment.stake,
        )[1],
        padding: [0, 0],
        ownershipEpoch: 1,
        positions: 0,
        openDisputes: 0,
        oldestDisputeAt: 0n,
        agent,
        mint: stakeMint,
        tokens,
        rentPayer: feePayer.publicKey,
        firstLoss: EMPTY,
        firstLossCooling: EMPTY,
        backers: EMPTY,
        backersCooling: EMPTY,
        staked: 0n,
        returned: 0n,
        slashed: 0n,
        nextDispute: 0n,
        slashedInPeriod: 0n,
        periodStartedAt: 0n,
        firstDispute: PublicKey.default,
        lastDispute: PublicKey.default,
        bonds: 0n,
        disputesLost: 0,
        padding2: [0, 0, 0, 0],
        reserved: Array(16).fill(0),
      });
      const account = await chain.getAccount(tokens);
      assertSame(account?.owner, TOKEN_PROGRAM_ID);
      const held = AccountLayout.decode(Buffer.from(account?.data ?? []));
      assertSame([held.mint, held.owner, held.amount], [stakeMint, vault, 0n]);
      assertSame([held.delegateOption, held.closeAuthorityOption], [0, 0]);
      assert.equal(await lamportsOf(chain, vault), await chain.rentExemption(VAULT_SIZE));
      assert.equal(await lamportsOf(chain, tokens), await chain.rentExemption(ACCOUNT_SIZE));
      assertRecorded(kind, outcome, 'vaultOpened', {
        vault,
        agent,
        mint: stakeMint,
        tokens,
        rentPayer: feePayer.publicKey,
        ownershipEpoch: 1,
      });
    },
    { vault: false },
  );

  refusesForgeries(
    async () => {
      const on = await staked({ vault: false });
      return { chain: on.chain, instruction: (await opening(on)).instruction, signers: [on.feePayer] };
    },
    { apart: ['mint'] },
  );

  it('is open to Draft and suspended agents too, in their present ownership epoch', async () => {
    for (const status of ['Draft', 'Suspended'] as const) {
      const on = await staked({ vault: false, status });
      await on.sell();
      await on.send((await opening(on)).instruction);
      assert.equal((await on.readVault()).ownershipEpoch, 2);
    }
  });

  it('Paused: opens nothing while staking is paused', async () => {
    const on = await staked({ vault: false });
    await whilePaused(on, () => refused(on, 'Paused'), PauseBit.Stake);
    await whilePaused(on, async () => on.send((await opening(on)).instruction), 127 & ~PauseBit.Stake);
  });

  it('AgentRetiring: opens no vault that would keep an agent from its end', async () => {
    await refused(await staked({ vault: false, status: 'Retiring' }), 'AgentRetiring');
  });

  it('VaultExists, attack 8: opens no vault twice, neither with stake nor without', async () => {
    const on = await staked();
    await refused(on, 'VaultExists');
    await on.stake(on.owner, 5n);
    await refused(on, 'VaultExists');
  });

  it("MintMismatch: takes the config's stake mint alone", async () => {
    const on = await staked({ vault: false });
    const { instruction } = await opening(on);
    for (const pubkey of [on.mint, await createMint(on.chain, key()), key()]) {
      const other = withAccount(instruction, 'mint', { pubkey });
      await expectRefused(on.chain, other, [on.feePayer], 'MintMismatch');
    }
  });

  it('Token2022Refused, attack 44: takes no mint of Token-2022', async () => {
    const on = await staked({ vault: false });
    await withMint(on, { owner: TOKEN_2022_PROGRAM_ID }, () => refused(on, 'Token2022Refused'));
  });

  it('MintInvalid: takes no mint that is none', async () => {
    const on = await staked({ vault: false });
    for (const spoilt of [
      { data: Buffer.alloc(MINT_SIZE) },
      { data: Buffer.alloc(ACCOUNT_SIZE, 1) },
      { owner: SystemProgram.programId, data: Buffer.alloc(0) },
    ]) {
      await withMint(on, spoilt, () => refused(on, 'MintInvalid'));
    }
  });

  it('attack 5: takes no address of another bump or agent', async () => {
    const [on, another] = [await staked({ vault: false }), await staked({ vault: false })];
    const { instruction } = await opening(on);
    const bumped = nonCanonical([Buffer.from('vault'), on.agent.toBytes()], on.deployment.stake);
    for (const pubkey of [another.vault, bumped, key()]) {
      const other = withAccount(instruction, 'vault', { pubkey });
      await expectRefused(on.chain, other, [on.feePayer], 'ConstraintSeeds');
    }
    const tokens = nonCanonical([Buffer.from('vault_tokens'), on.vault.toBytes()], on.deployment.stake);
    for (const pubkey of [another.tokens, tokens, key()]) {
      const other = withAccount(instruction, 'tokens', { pubkey });
      await expectRefused(on.chain, other, [on.feePayer], 'ConstraintSeeds');
    }
  });

  it('attack 8: opens no vault over a token account that somebody made', async () => {
    const on = await staked({ vault: false });
    await tokenAccount(on.chain, on.stakeMint, on.vault, 0n, { at: on.tokens });
    await refused(on, 'system:AccountAlreadyInUse');
  });

  it('attack 11: opens where somebody sent lamports before, below and above rent', async () => {
    for (const lamports of [1n, 100_000_000n]) {
      const on = await staked({ vault: false });
      const sent = { lamports, owner: SystemProgram.programId, data: new Uint8Array(), executable: false };
      for (const at of [on.vault, on.tokens]) await on.chain.setAccount(at, sent);
      await on.send((await opening(on)).instruction);
      assert.equal((await on.readVault()).positions, 0);
    }
  });
});
