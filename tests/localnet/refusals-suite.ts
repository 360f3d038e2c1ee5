import assert from 'node:assert/strict';
import { TransactionFailed } from '@agent-labs/sdk';
import { TOKEN_PROGRAM_ID } from '@solana/spl-token';
import { Keypair, SystemProgram, TransactionInstruction } from '@solana/web3.js';
import { AUTHORITY, type ChainFixture, programId, SOL, UNKNOWN_BLOCKHASH } from './chain-fixture';

/** What a cluster refuses. */
export function refusalsSuite(on: ChainFixture): void {
  describe('refusals', () => {
    it('tell the custom code and the instruction, and charge the fee alone', async () => {
      const to = Keypair.generate().publicKey;
      const instructions = [on.pay(to, SOL), on.pay(to, 20n * SOL)];
      await assert.rejects(
        on.chain.send(instructions, { payer: on.payer, computeUnitLimit: 5_000 }),
        (error) => {
          assert.ok(error instanceof TransactionFailed);
          assert.equal(error.code, 1);
          assert.equal(error.instructionIndex, 1);
          assert.equal(error.message, 'instruction 1 failed: custom program error 1');
          assert.ok(error.logs.some((line) => line.includes('insufficient lamports')));
          return true;
        },
      );
      assert.equal(await on.balance(to), 0n);
      assert.equal(await on.balance(on.payer.publicKey), 10n * SOL - 5000n);
    });

    it('name the error of an Anchor program', async () => {
      const nonsense = new TransactionInstruction({
        programId: programId('mpl_bubblegum'),
        keys: [],
        data: Buffer.alloc(8, 0xaa),
      });
      await assert.rejects(on.chain.send([nonsense], { payer: on.payer }), {
        name: 'TransactionFailed',
        code: 101,
        instructionIndex: 0,
        message: /Error Code: InstructionFallbackNotFound\. Error Number: 101\./,
      });
    });

    it('have no custom code where the runtime refused', async () => {
      const nonsense = new TransactionInstruction({
        programId: SystemProgram.programId,
        keys: [],
        data: Buffer.alloc(1),
      });
      await assert.rejects(on.chain.send([nonsense], { payer: on.payer }), {
        code: null,
        instructionIndex: 0,
      });
    });

    it('meet what is larger than a packet', async () => {
      const room = 1232 - (await on.chain.send([on.say(Buffer.alloc(200))], { payer: on.payer })).size + 200;
      assert.equal((await on.chain.send([on.say(Buffer.alloc(room))], { payer: on.payer })).size, 1232);
      const refused = { code: null, instructionIndex: null, message: /too large: 1233 bytes/ };
      await assert.rejects(on.chain.send([on.say(Buffer.alloc(room + 1))], { payer: on.payer }), refused);
      await assert.rejects(on.chain.simulate([on.say(Buffer.alloc(4000))], { payer: on.payer }), /too large/);
    });

    it('meet an unknown blockhash', async () => {
      const refused = { code: null, instructionIndex: null, message: /Blockhash ?not ?found/i };
      await assert.rejects(on.chain.sendRaw(on.sign([on.pay(AUTHORITY, SOL)], UNKNOWN_BLOCKHASH)), refused);
    });

    it('meet a blockhash older than 150 blocks', async () => {
      const blockhash = await on.chain.latestBlockhash();
      await on.chain.sendRaw(on.sign([on.pay(AUTHORITY, SOL)], blockhash));
      for (let i = 0; i < 151; i++) await on.chain.advance();
      await assert.rejects(
        on.chain.sendRaw(on.sign([on.pay(AUTHORITY, 2n * SOL)], blockhash)),
        /Blockhash ?not ?found/i,
      );
    });

    it('meet a transaction that comes twice', async () => {
      const transaction = on.sign([on.pay(AUTHORITY, SOL)], await on.chain.latestBlockhash());
      await on.chain.sendRaw(transaction);
      await assert.rejects(on.chain.sendRaw(transaction), /already ?(been )?processed/i);
      assert.equal(await on.balance(AUTHORITY), SOL);
    });

    it('meet a missing and a wrong signature', async () => {
      const mint = Keypair.generate().publicKey;
      const owned = SystemProgram.assign({ accountPubkey: mint, programId: TOKEN_PROGRAM_ID });
      await assert.rejects(on.chain.send([owned], { payer: on.payer }), /no signature of/);
      const forged = on.sign([on.pay(AUTHORITY, SOL)], await on.chain.latestBlockhash());
      (forged.signatures[0] as Uint8Array)[5] = ~Number(forged.signatures[0]?.[5]);
      await assert.rejects(on.chain.sendRaw(forged), { message: /SignatureFailure/, instructionIndex: null });
    });
  });
}
