import assert from 'node:assert/strict';
import {
  associatedTokens,
  channelFinish,
  channelPayout,
  channelRefund,
  feesSweep,
  mandateClose,
  mandateDeposit,
  mandateWithdraw,
  tokenProgramOf,
} from '@agent-labs/sdk';
import {
  createAssociatedTokenAccountIdempotentInstruction,
  createFreezeAccountInstruction,
  createInitializeMetadataPointerInstruction,
  createInitializeMint2Instruction,
  createMintToInstruction,
  createThawAccountInstruction,
  ExtensionType,
  getMintLen,
  TOKEN_2022_PROGRAM_ID,
  TOKEN_PROGRAM_ID,
} from '@solana/spl-token';
import { Keypair, type PublicKey, SystemProgram, type TransactionInstruction } from '@solana/web3.js';
import { type Extension, escrow2022, extend, POINTER, REFUSED } from '../escrow/mints';
import { assertBooks, drained } from '../escrow/shared';
import { agentOn, type EscrowFixture, escrowOn, PURSE, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint, type RegistryFixture, registryFixture, startProgramChain } from '../fixtures/registry';
import type { ChainKind } from '../helpers/chains/test-chain';
import { expectRefused, withAccount } from '../helpers/refused';
import { key } from '../registry/support';
import { endMandate, LONG_AFTER, payOut } from './stories';

const started = async (kind: ChainKind) => registryFixture(await startProgramChain(kind));

/** 60,000 settled and matured of the channel's 200,000, of which 20,000 given back. */
async function earned(on: EscrowFixture): Promise<void> {
  const { chain, channelRef, deployment, mint, payer, payoutOwner, send } = on;
  await on.settle({ cumulative: 60_000n, calls: 3 });
  const parties = [mint, payoutOwner.publicKey, payer.publicKey] as const;
  await send(await channelRefund(deployment, channelRef, ...parties, 20_000n), payoutOwner);
  await chain.advance({ seconds: 60, slots: 1 });
}

/** Brings a mandate with a channel to its end; every token is where it belongs. */
async function ended(on: EscrowFixture): Promise<void> {
  const { chain, deployment, mandateRef, payer, send } = on;
  await payOut(on);
  await drained(on);
  await chain.advance({ seconds: LONG_AFTER, slots: 1 });
  await send(await channelFinish(deployment, on.channelRef, payer.publicKey, payer.publicKey), payer);
  await send(await feesSweep(deployment, mandateRef, on.treasury.publicKey));
  await send(await mandateWithdraw(deployment, mandateRef, 5n), payer);
  await endMandate(on);
  for (const gone of [on.mandate, on.vault]) assert.equal(await chain.getAccount(gone), null);
  assert.equal(await tokenBalance(chain, on.payoutTokens), 39_600n);
  assert.equal(await tokenBalance(chain, on.treasuryTokens), 400n);
}

/** What moves tokens out of a mandate in which everything is due, or into it. */
async function movements(on: EscrowFixture): Promise<[instruction: TransactionInstruction, by: Keypair[]][]> {
  const { channelRef, deployment, mandateRef, mint, payer, payoutOwner, treasury } = on;
  const parties = [mint, payoutOwner.publicKey, payer.publicKey] as const;
  return [
    [await channelPayout(deployment, channelRef, mint, payoutOwner.publicKey), []],
    [await channelRefund(deployment, channelRef, ...parties, 5n), [payoutOwner]],
    [await feesSweep(deployment, mandateRef, treasury.publicKey), []],
    [await mandateWithdraw(deployment, mandateRef, 5n), [payer]],
    [await mandateClose(deployment, mandateRef), [payer]],
    [await mandateDeposit(deployment, mandateRef, 5n), [payer]],
  ];
}

/** A mint of Token-2022 that points to its metadata, made by the program's own instructions, and tokens of it. */
async function realMint(registry: RegistryFixture, holder: PublicKey, frozenBy: PublicKey) {
  const { chain, feePayer, mintAuthority, send } = registry;
  const mint = Keypair.generate();
  const [authority, space] = [mintAuthority.publicKey, getMintLen([ExtensionType.MetadataPointer])];
  const account = associatedTokens(mint.publicKey, holder, TOKEN_2022_PROGRAM_ID);
  const program = TOKEN_2022_PROGRAM_ID;
  await send(
    [
      SystemProgram.createAccount({
        fromPubkey: feePayer.publicKey,
        newAccountPubkey: mint.publicKey,
        lamports: Number(await chain.rentExemption(space)),
        space,
        programId: program,
      }),
      createInitializeMetadataPointerInstruction(mint.publicKey, authority, mint.publicKey, program),
      createInitializeMint2Instruction(mint.publicKey, 6, authority, frozenBy, program),
      createAssociatedTokenAccountIdempotentInstruction(
        ...([feePayer.publicKey, account, holder, mint.publicKey, program] as const),
      ),
      createMintToInstruction(mint.publicKey, account, authority, PURSE, [], program),
    ],
    mint,
    mintAuthority,
  );
  return { mint: mint.publicKey, account };
}

describe('flow: a mandate of Token-2022', () => {
  for (const kind of ['bankrun', 'litesvm'] as const) {
    it(`lives from deposit to close, to the last token (${kind})`, async () => {
      const on = await escrow2022(await started(kind));
      const { chain, deployment, mandateRef, payer, send } = on;
      await send(await mandateDeposit(deployment, mandateRef, 7n), payer);
      await earned(on);
      await assertBooks(on);
      await ended(on);
      assert.equal(await tokenBalance(chain, on.payerTokens), PURSE - 40_000n);
    });
  }

  it('takes a mint and accounts that Token-2022 itself made, whose accounts are longer', async () => {
    const registry = await started('litesvm');
    const holder = Keypair.generate();
    const { mint, account } = await realMint(registry, holder.publicKey, key());
    const { chain } = registry;
    assert.ok((await tokenProgramOf(chain, mint)).equals(TOKEN_2022_PROGRAM_ID));
    const agentOf = await agentOn({ ...registry, mint });
    // the payee's account, too: an immutable owner stands behind what both programs have
    const made = await chain.getAccount(account);
    assert.ok(made && made.data.length > 165);
    const on = await escrowOn(agentOf);
    for (const at of [on.payoutTokens, on.treasuryTokens, on.payerTokens]) {
      const state = await chain.getAccount(at);
      assert.ok(state);
      const data = Buffer.concat([state.data, made.data.subarray(165)]);
      await chain.setAccount(at, { ...state, lamports: made.lamports, data });
    }
    await earned(on);
    await ended(on);
  });

  it('attack 44: a list that grows later, or a mint that changes, traps no money', async () => {
    const later = REFUSED.filter(([error]) =>
      ['MintHasPermanentDelegate', 'MintClosable', 'MintScalesAmounts', 'MintTakesFees'].includes(error),
    ).map(([, extension]): Extension => extension);
    const on = await escrow2022(await started('litesvm'));
    const { chain, deployment, mandateRef, mint, payer, vault } = on;
    await extend(chain, mint, [POINTER, ...later]);
    await earned(on);
    const deposit = await mandateDeposit(deployment, mandateRef, 7n);
    await expectRefused(chain, deposit, [payer], 'MintTakesFees', [vault]);
    await ended(on);
    assert.equal(await tokenBalance(chain, on.payerTokens), PURSE - 40_000n);
  });

  it('attack 42: a payee that asks for a memo with each transfer stops only itself', async () => {
    const on = await escrow2022(await started('litesvm'));
    const { chain, channel, deployment, mandateRef, mint, payer, payoutOwner, payoutTokens, send } = on;
    await earned(on);
    const plain = await chain.getAccount(payoutTokens);
    assert.ok(plain);
    // an account's type, and a memo required
    const data = Buffer.concat([plain.data, Buffer.from([2, 8, 0, 1, 0, 1])]);
    await chain.setAccount(payoutTokens, { ...plain, lamports: 10_000_000n, data });
    const payout = await channelPayout(deployment, on.channelRef, mint, payoutOwner.publicKey);
    await expectRefused(chain, payout, [], 'token:NoMemo', [channel]);
    await drained(on);
    await send(await mandateWithdraw(deployment, mandateRef, 940_000n), payer);
    await chain.setAccount(payoutTokens, plain);
    await payOut(on);
    assert.equal(await tokenBalance(chain, payoutTokens), 39_600n);
  });

  it('attack 45: moves no money by the other token program, nor by another mint', async () => {
    for (const on of [await escrow2022(await started('bankrun')), await escrowOn(await started('bankrun'))]) {
      const { chain, channel, mandateRef, mint, mintAuthority, vault } = on;
      await earned(on);
      await payOut(on);
      await on.settle({ cumulative: 80_000n, calls: 4 });
      await chain.advance({ seconds: 60, slots: 1 });
      const { tokenProgram } = mandateRef;
      const other = tokenProgram.equals(TOKEN_PROGRAM_ID) ? TOKEN_2022_PROGRAM_ID : TOKEN_PROGRAM_ID;
      const twin = await createMint(chain, mintAuthority.publicKey, 6, tokenProgram);
      for (const [instruction, by] of await movements(on)) {
        for (const [name, pubkey, error] of [
          ['token_program', other, 'TokenProgramMismatch'],
          ['mint', twin, 'MintMismatch'],
        ] as const) {
          const spoilt = withAccount(instruction, name, { pubkey });
          await expectRefused(chain, spoilt, by, error, [vault, channel]);
        }
        // an account of the other program in the destination's or the source's place
        const place = instruction.keys.find(({ pubkey }) =>
          [on.payerTokens, on.payoutTokens, on.treasuryTokens].some((at) => at.equals(pubkey)),
        );
        assert.ok(place);
        const state = await chain.getAccount(place.pubkey);
        assert.ok(state);
        await chain.setAccount(place.pubkey, { ...state, owner: other });
        await expectRefused(chain, instruction, by, 'TokenProgramMismatch', [vault, channel]);
        await chain.setAccount(place.pubkey, state);
      }
      // the payee's associated account under the other program is not the one paid
      const foreign = await tokenAccount(chain, mint, on.payoutOwner.publicKey, 0n, {
        at: associatedTokens(mint, on.payoutOwner.publicKey, other),
        program: tokenProgram,
      });
      const payout = await channelPayout(
        on.deployment,
        on.channelRef,
        mint,
        on.payoutOwner.publicKey,
        foreign,
      );
      await expectRefused(chain, payout, [], 'DestinationMismatch');
    }
  });

  it('attack 46: a vault that the issuer freezes pays nothing and tells of no payment until it is thawed', async () => {
    const registry = await started('litesvm');
    const [holder, issuer] = [Keypair.generate(), Keypair.generate()];
    const { mint } = await realMint(registry, holder.publicKey, issuer.publicKey);
    const on = await escrowOn(await agentOn({ ...registry, mint }));
    const { chain, channel, mandate, send, vault } = on;
    await earned(on);
    const program = TOKEN_2022_PROGRAM_ID;
    await send(createFreezeAccountInstruction(vault, mint, issuer.publicKey, [], program), issuer);
    for (const [instruction, by] of await movements(on)) {
      const error = await errorWhileFrozen(on, instruction);
      await expectRefused(chain, instruction, by, error, [vault, channel, mandate]);
    }
    assert.equal((await on.readChannel()).paidGross, 0n);
    // what moves no tokens goes on
    await drained(on);
    await send(createThawAccountInstruction(vault, mint, issuer.publicKey, [], program), issuer);
    await payOut(on);
    assert.equal(await tokenBalance(chain, on.payoutTokens), 39_600n);
  });
});

/** Nothing moves but by the token program, which says no; fees and close fall short of their own rules first. */
async function errorWhileFrozen(on: EscrowFixture, { data }: TransactionInstruction): Promise<string> {
  const [sweep, close] = [
    await feesSweep(on.deployment, on.mandateRef, on.treasury.publicKey),
    await mandateClose(on.deployment, on.mandateRef),
  ];
  if (data.equals(sweep.data)) return 'NoFees';
  return data.equals(close.data) ? 'ChannelsRemain' : 'token:AccountFrozen';
}
