import assert from 'node:assert/strict';
import {
  batchCreate,
  batchFund,
  poolClose,
  poolCreate,
  poolFund,
  poolStop,
  poolWithdraw,
} from '@agent-labs/sdk';
import { TOKEN_2022_PROGRAM_ID, TOKEN_PROGRAM_ID } from '@solana/spl-token';
import { extend, mint2022, POINTER, REFUSED } from '../escrow/mints';
import { arriveAt } from '../escrow/shared';
import { PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint, type RegistryFixture } from '../fixtures/registry';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertBatchBooks, batchOn } from './batches';
import { assertPoolBooks, poolOn, SHARE, sharedPools } from './pools';

describe('mints of income pools and batches', () => {
  const { registry } = sharedPools();
  const with2022 = async (): Promise<RegistryFixture> => {
    const on = registry();
    return { ...on, mint: await mint2022(on.chain, on.mintAuthority.publicKey) };
  };

  it('take a plain mint of Token-2022 from the first deposit to the last exit', async () => {
    const on = await poolOn(await with2022());
    const member = await on.member();
    await on.fund(3n * SHARE);
    await on.open();
    await on.claim(member);
    await on.send(await poolStop(on.deployment, on.poolRef), on.poolCreator);
    await on.send(await poolWithdraw(on.deployment, on.poolRef), on.poolCreator);
    assert.equal(await tokenBalance(on.chain, member.tokens), SHARE);
    assert.equal(await tokenBalance(on.chain, on.creatorTokens), PURSE - SHARE);
    await assertPoolBooks(on, [member]);

    const batch = await batchOn(await with2022());
    await batch.claim(2);
    await assertBatchBooks(batch, [2]);
    assert.equal(await tokenBalance(batch.chain, batch.lockOf(2).tokens), batch.tree.leaf(2).amount);
  });

  it('attack 44: refuse each extension that can touch the money, when they are made and at each deposit', async () => {
    const pool = await poolOn(await with2022());
    const batch = await batchOn(await with2022(), { funding: 0n });
    for (const [error, extension] of REFUSED) {
      await extend(pool.chain, pool.mint, [POINTER, extension]);
      await extend(batch.chain, batch.mint, [POINTER, extension]);
      const [creator, giver] = [pool.poolCreator, batch.batchCreator];
      const terms = { ...pool.poolTerms, id: 99n };
      const promise = { ...batch.batchTerms, id: 99n };
      for (const [instruction, signer] of [
        [(await poolCreate(pool.deployment, terms)).instruction, creator],
        [await poolFund(pool.deployment, pool.poolRef, creator.publicKey, 1n), creator],
        [(await batchCreate(batch.deployment, promise)).instruction, giver],
        [await batchFund(batch.deployment, batch.batchRef, giver.publicKey, 1n), giver],
      ] as const) {
        await expectRefused(pool.chain, instruction, [signer], error);
      }
    }
  });

  it('let money out though the mint has turned', async () => {
    const on = await poolOn(await with2022());
    const member = await on.member();
    await on.fund(2n * SHARE);
    await on.open();
    const [[, extension] = []] = REFUSED.filter(([error]) => error === 'MintClosable');
    assert.ok(extension);
    await extend(on.chain, on.mint, [POINTER, extension]);
    await on.claim(member);
    assert.equal(await tokenBalance(on.chain, member.tokens), SHARE);
  });

  it('TokenProgramMismatch, attack 45: keep to the program they were made with', async () => {
    const pool = await poolOn(registry());
    const member = await pool.member();
    await pool.fund(2n * SHARE);
    await pool.open();
    await pool.send(await poolStop(pool.deployment, pool.poolRef), pool.poolCreator);
    await pool.chain.advance({ slots: 1 });
    const batch = await batchOn(registry());
    const { instruction: claim } = await batch.claiming(0);
    const exits = [
      [await poolWithdraw(pool.deployment, pool.poolRef), pool.poolCreator],
      [claim, batch.feePayer],
    ] as const;
    for (const [instruction, signer] of exits) {
      const swapped = withAccount(instruction, 'token_program', { pubkey: TOKEN_2022_PROGRAM_ID });
      await expectRefused(pool.chain, swapped, [signer], 'TokenProgramMismatch');
    }
    await pool.claim(member);
    const mint = await createMint(pool.chain, pool.mintAuthority.publicKey, 6, TOKEN_2022_PROGRAM_ID);
    const odd = { ...pool.poolTerms, id: 97n, mint, tokenProgram: TOKEN_PROGRAM_ID };
    const { instruction } = await poolCreate(pool.deployment, odd);
    await expectRefused(pool.chain, instruction, [pool.poolCreator], 'TokenProgramMismatch');
  });

  it('attack 46: a frozen vault waits, and nothing is told as paid', async () => {
    const on = await poolOn(registry());
    const member = await on.member();
    await on.fund(SHARE);
    await on.open();
    await tokenAccount(on.chain, on.mint, on.pool, SHARE, { at: on.poolVault, frozen: true });
    const before = await on.readPool();
    await assert.rejects(on.claim(member));
    assert.deepEqual(await on.readPool(), before);
    await tokenAccount(on.chain, on.mint, on.pool, SHARE, { at: on.poolVault });
    await on.claim(member);
    await on.send(await poolStop(on.deployment, on.poolRef), on.poolCreator);
    await arriveAt(on.chain, (await on.readPool()).epochEndsAt);
    const closing = await poolClose(on.deployment, on.poolRef);
    await expectRefused(on.chain, closing, [on.poolCreator], 'MembersRemain');
  });
});
