import assert from 'node:assert/strict';
import { associatedTokens, mandateDeposit, mandateOpen } from '@agent-labs/sdk';
import { TOKEN_2022_PROGRAM_ID, TOKEN_PROGRAM_ID } from '@solana/spl-token';
import type { PublicKey } from '@solana/web3.js';
import { type EscrowFixture, tokenAccount, tokenBalance } from '../fixtures/escrow';
import { createMint, type RegistryFixture, registryFixture, startProgramChain } from '../fixtures/registry';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertSame, key } from '../registry/support';
import { type Extension, escrow2022, extend, mint2022, POINTER, REFUSED } from './mints';
import { assertBooks } from './shared';

describe('escrow: which mints money comes in by', () => {
  let registry: RegistryFixture;
  let on: EscrowFixture;
  let lastId = 1n;
  before(async () => {
    registry = await registryFixture(await startProgramChain('bankrun'));
    on = await escrow2022(registry);
  });

  /** Opening a mandate of a mint, with a deposit. */
  const opening = async (mint: PublicKey, tokenProgram = TOKEN_2022_PROGRAM_ID) => {
    lastId += 1n;
    const { chain, deployment, payer, session } = on;
    const source = await tokenAccount(chain, mint, payer.publicKey, 100n, { program: tokenProgram });
    return mandateOpen(deployment, {
      ...{ payer: payer.publicKey, mint, tokenProgram, source, id: lastId, sessionKey: session.publicKey },
      ...{ perCallMax: 10n, dailyCap: 20n, totalCap: 30n, deposit: 5n },
      expiresAt: (await chain.unixTime()) + 100n,
    });
  };
  const refused = async (error: string, extensions: Extension[]) => {
    const mint = await mint2022(on.chain, on.mintAuthority.publicKey, extensions);
    const { instruction, vault } = await opening(mint);
    await expectRefused(on.chain, instruction, [on.payer], error, [vault]);
  };
  const depositing = (amount = 5n) => mandateDeposit(on.deployment, on.mandateRef, amount);

  it('takes mints of Token-2022, bare or with extensions that only describe them', async () => {
    const { chain, mintAuthority, payer, readMandate, send } = on;
    const describing = [18, 19, 20, 21, 22, 23].map((kind): Extension => [kind, new Uint8Array(70).fill(1)]);
    for (const extensions of [[], [POINTER], describing]) {
      const mint = await mint2022(chain, mintAuthority.publicKey, extensions);
      const { instruction, mandate, vault } = await opening(mint);
      await send(instruction, payer);
      const made = await readMandate(mandate);
      assertSame([made.mint, made.tokenProgram, made.free], [mint, TOKEN_2022_PROGRAM_ID, 5n]);
      assertSame((await chain.getAccount(vault))?.owner, TOKEN_2022_PROGRAM_ID);
      assert.equal(await tokenBalance(chain, vault), 5n);
    }
    await send(await depositing(), payer);
    await assertBooks(on);
  });

  it('attack 44: refuses each other extension by name at open, wherever in the mint it stands', async () => {
    for (const [error, extension] of REFUSED) {
      await refused(error, [extension]);
      await refused(error, [POINTER, extension]);
    }
  });

  it('attack 44: refuses them at each deposit, so that a mint that changes takes no more money', async () => {
    const { chain, mint, payer, vault } = on;
    const plain = await chain.getAccount(mint);
    for (const [error, extension] of REFUSED) {
      await extend(chain, mint, [POINTER, extension]);
      await expectRefused(chain, await depositing(), [payer], error, [vault]);
    }
    await chain.setAccount(mint, plain);
    await on.send(await depositing(), payer);
  });

  it('MintMalformed: refuses extensions that it cannot read', async () => {
    const { chain, mint, mintAuthority, payer, vault } = on;
    const plain = await chain.getAccount(mint);
    assert.ok(plain);
    for (const cut of [1, 63, 64, 65]) {
      const data = plain.data.subarray(0, plain.data.length - cut);
      await chain.setAccount(mint, { ...plain, data });
      await expectRefused(chain, await depositing(), [payer], 'MintMalformed', [vault]);
    }
    await chain.setAccount(mint, plain);
    const broken = await mint2022(chain, mintAuthority.publicKey);
    const account = await chain.getAccount(broken);
    assert.ok(account);
    await chain.setAccount(broken, { ...account, data: account.data.subarray(0, account.data.length - 1) });
    const { instruction } = await opening(broken);
    await expectRefused(chain, instruction, [payer], 'MintMalformed');
  });

  it('TokenProgramMismatch, attack 45: takes each token program for its own mints alone', async () => {
    const { chain, deployment, mandateRef, mint, mintAuthority, payer } = on;
    const old = await createMint(chain, mintAuthority.publicKey);
    for (const [of, program] of [
      [mint, TOKEN_PROGRAM_ID],
      [old, TOKEN_2022_PROGRAM_ID],
    ] as const) {
      const { instruction, vault } = await opening(of, program);
      await expectRefused(chain, instruction, [payer], 'TokenProgramMismatch', [vault]);
    }
    // the right mint and program, and a source of the other
    const { instruction } = await opening(mint);
    const source = await tokenAccount(chain, mint, payer.publicKey, 100n, { at: key() });
    const wrong = withAccount(instruction, 'source', { pubkey: source });
    await expectRefused(chain, wrong, [payer], 'TokenProgramMismatch');
    const deposit = await mandateDeposit(deployment, mandateRef, 5n, source);
    await expectRefused(chain, deposit, [payer], 'TokenProgramMismatch');
    const swapped = withAccount(await depositing(), 'token_program', { pubkey: TOKEN_PROGRAM_ID });
    await expectRefused(chain, swapped, [payer], 'TokenProgramMismatch');
  });

  it('MintMismatch, attack 41: takes no other mint for the mandate’s', async () => {
    const { chain, mintAuthority, payer } = on;
    for (const pubkey of [
      await mint2022(chain, mintAuthority.publicKey),
      await createMint(chain, mintAuthority.publicKey),
    ]) {
      await expectRefused(
        chain,
        withAccount(await depositing(), 'mint', { pubkey }),
        [payer],
        'MintMismatch',
      );
    }
  });

  it('knows each wallet’s associated account by the mint’s program', () => {
    const wallet = key();
    const mint = key();
    const [old, now] = [
      associatedTokens(mint, wallet),
      associatedTokens(mint, wallet, TOKEN_2022_PROGRAM_ID),
    ];
    assert.ok(!old.equals(now));
    assert.ok(associatedTokens(mint, wallet, TOKEN_PROGRAM_ID).equals(old));
  });
});
