import assert from 'node:assert/strict';
import { TransactionFailed } from '@agent-labs/sdk';
import {
  createInitializeMint2Instruction,
  createMintToInstruction,
  createAssociatedTokenAccountIdempotentInstruction as createTokenAccount,
  createTransferInstruction,
  getAssociatedTokenAddressSync,
  MINT_SIZE,
  TOKEN_PROGRAM_ID,
  unpackAccount,
} from '@solana/spl-token';
import {
  ComputeBudgetProgram,
  Keypair,
  type PublicKey,
  SystemProgram,
  TransactionInstruction,
} from '@solana/web3.js';
import { type ChainFixture, NOOP, SOL, UNKNOWN_BLOCKHASH } from './chain-fixture';

/** What lands. */
export function transactionsSuite(on: ChainFixture): void {
  describe('transactions', () => {
    it('transfers, and reports what it did', async () => {
      const to = Keypair.generate().publicKey;
      const outcome = await on.chain.send([on.pay(to, SOL)], { payer: on.payer });
      assert.equal(await on.balance(to), SOL);
      assert.equal(outcome.fee, 5000n);
      assert.equal(await on.balance(on.payer.publicKey), 9n * SOL - outcome.fee);
      assert.equal(outcome.computeUnits, 150n);
      assert.equal(outcome.slot, await on.chain.slot());
      assert.equal(outcome.size, on.sign([on.pay(to, SOL)], UNKNOWN_BLOCKHASH).serialize().length);
      assert.match(outcome.signature, /^[1-9A-HJ-NP-Za-km-z]{86,88}$/);
      assert.deepEqual(outcome.logs, [
        'Program 11111111111111111111111111111111 invoke [1]',
        'Program 11111111111111111111111111111111 success',
      ]);
    });

    it('counts every signature and the priority in the fee', async () => {
      const other = Keypair.generate();
      const memo = new TransactionInstruction({
        programId: NOOP,
        keys: [{ pubkey: other.publicKey, isSigner: true, isWritable: false }],
        data: Buffer.alloc(0),
      });
      const price = ComputeBudgetProgram.setComputeUnitPrice({ microLamports: 20_000 });
      const outcome = await on.chain.send([price, memo], {
        payer: on.payer,
        signers: [other],
        computeUnitLimit: 100_000,
      });
      assert.equal(outcome.fee, 2n * 5000n + 2000n);
    });

    it('keeps to the compute unit limit', async () => {
      const refused = on.chain.send([on.say(Buffer.alloc(64))], { payer: on.payer, computeUnitLimit: 160 });
      await assert.rejects(refused, (error) => error instanceof TransactionFailed && error.code === null);
    });

    it('takes the same instructions again and again', async () => {
      const to = Keypair.generate().publicKey;
      const signatures = new Set<string>();
      for (let i = 0; i < 5; i++)
        signatures.add((await on.chain.send([on.pay(to, SOL)], { payer: on.payer })).signature);
      assert.equal(signatures.size, 5);
      assert.equal(await on.balance(to), 5n * SOL);
    });

    it('takes transactions sent side by side, each with its own fee', async () => {
      const to = Keypair.generate().publicKey;
      const amounts = [1n, 2n, 3n, 3n].map((n) => n * SOL);
      const outcomes = await Promise.all(
        amounts.map((lamports) => on.chain.send([on.pay(to, lamports)], { payer: on.payer })),
      );
      assert.deepEqual(
        outcomes.map(({ fee }) => fee),
        [5000n, 5000n, 5000n, 5000n],
      );
      assert.equal(await on.balance(to), 9n * SOL);
    });

    it('takes transactions that were prepared side by side', async () => {
      const to = Keypair.generate().publicKey;
      const blockhash = await on.chain.latestBlockhash();
      for (const lamports of [SOL, 2n * SOL])
        await on.chain.sendRaw(on.sign([on.pay(to, lamports)], blockhash));
      assert.equal(await on.balance(to), 3n * SOL);
    });

    it('mints and moves SPL tokens', async () => {
      const mint = Keypair.generate();
      const other = Keypair.generate().publicKey;
      const [mine, theirs] = [on.payer.publicKey, other].map((owner) =>
        getAssociatedTokenAddressSync(mint.publicKey, owner),
      ) as [PublicKey, PublicKey];
      await on.chain.send(
        [
          SystemProgram.createAccount({
            fromPubkey: on.payer.publicKey,
            newAccountPubkey: mint.publicKey,
            lamports: Number(await on.chain.rentExemption(MINT_SIZE)),
            space: MINT_SIZE,
            programId: TOKEN_PROGRAM_ID,
          }),
          createInitializeMint2Instruction(mint.publicKey, 6, on.payer.publicKey, null),
        ],
        { payer: on.payer, signers: [mint] },
      );
      await on.chain.send(
        [
          createTokenAccount(on.payer.publicKey, mine, on.payer.publicKey, mint.publicKey),
          createTokenAccount(on.payer.publicKey, theirs, other, mint.publicKey),
          createMintToInstruction(mint.publicKey, mine, on.payer.publicKey, 1_000n),
          createTransferInstruction(mine, theirs, on.payer.publicKey, 400n),
        ],
        { payer: on.payer },
      );
      const tokens = async (at: PublicKey) => {
        const account = await on.chain.getAccount(at);
        assert.ok(account);
        const info = { ...account, lamports: Number(account.lamports), data: Buffer.from(account.data) };
        return unpackAccount(at, info).amount;
      };
      assert.equal(await tokens(mine), 600n);
      assert.equal(await tokens(theirs), 400n);
    });

    it('simulates without keeping anything', async () => {
      const to = Keypair.generate().publicKey;
      const { computeUnits, size, logs } = await on.chain.simulate([on.pay(to, SOL)], { payer: on.payer });
      assert.equal(computeUnits, 150n);
      assert.equal(logs.length, 2);
      assert.equal(size, 217);
      assert.equal(await on.chain.getAccount(to), null);
      await assert.rejects(on.chain.simulate([on.pay(to, 11n * SOL)], { payer: on.payer }), {
        code: 1,
        instructionIndex: 0,
      });
    });
  });
}
