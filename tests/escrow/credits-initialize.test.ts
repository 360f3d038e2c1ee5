import assert from 'node:assert/strict';
import { creditMintAddress, creditsInitialize } from '@agent-labs/sdk';
import { createMintToInstruction, MintLayout, TOKEN_PROGRAM_ID } from '@solana/spl-token';
import { type Keypair, SystemProgram } from '@solana/web3.js';
import { tokenAccount } from '../fixtures/escrow';
import { funded, type RegistryFixture } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, CREDITS, dataOf, key, lamportsOf } from '../registry/support';
import { initialized, withoutCredits } from './credits';
import { whilePaused } from './shared';

describe('escrow credits_initialize', () => {
  let fixture: RegistryFixture;
  beforeEach(async () => {
    fixture = await withoutCredits('litesvm');
  });

  const making = (on: RegistryFixture, decimals = 6, admin: Keypair = on.admin) => {
    const admins = { admin: admin.publicKey, rentPayer: on.feePayer.publicKey };
    return creditsInitialize(on.deployment, admins, decimals);
  };

  for (const kind of ['bankrun', 'litesvm'] as const) {
    it(`makes a mint that mints for the program alone and that nobody can freeze (${kind})`, async () => {
      const on = await withoutCredits(kind);
      const { admin, chain, send } = on;
      const { instruction, mint } = await making(on, 2);
      const outcome = await send(instruction, admin);
      assertSame([mint, creditMintAddress(on.deployment)], [CREDITS, CREDITS]);
      const made = MintLayout.decode(await dataOf(chain, mint));
      assertSame(
        [made.mintAuthority, made.freezeAuthorityOption, made.decimals, made.supply],
        [mint, 0, 2, 0n],
      );
      assertSame((await chain.getAccount(mint))?.owner, TOKEN_PROGRAM_ID);
      assert.equal(await lamportsOf(chain, mint), await chain.rentExemption(82));
      const event = { mint, admin: admin.publicKey, decimals: 2 };
      assertRecorded(kind, outcome, 'creditsInitialized', event);
    });
  }

  refusesForgeries(
    async () => {
      const on = await withoutCredits('litesvm');
      return {
        chain: on.chain,
        instruction: (await making(on)).instruction,
        signers: [on.admin, on.feePayer],
      };
    },
    {
      readonly: { mint: 'ConstraintMut', rent_payer: 'ConstraintMut' },
      twice: {},
    },
  );

  it('NotAdmin: obeys the config’s admin alone', async () => {
    const { chain, creator, feePayer, pauser, treasury } = fixture;
    for (const other of [pauser, treasury, creator, await funded(chain)]) {
      const { instruction } = await making(fixture, 6, other);
      await expectRefused(chain, instruction, [other, feePayer], 'NotAdmin');
    }
  });

  it('CreditsExist, attack 8: makes them once', async () => {
    const { admin, chain, feePayer } = await initialized(fixture);
    const { instruction } = await making(fixture, 9);
    await expectRefused(chain, instruction, [admin, feePayer], 'CreditsExist');
  });

  it('CreditDecimalsInvalid: at most 9', async () => {
    const { admin, chain, feePayer, send } = fixture;
    for (const decimals of [10, 255]) {
      const { instruction } = await making(fixture, decimals);
      await expectRefused(chain, instruction, [admin, feePayer], 'CreditDecimalsInvalid');
    }
    await send((await making(fixture, 9)).instruction, admin);
  });

  it('CreditMintMismatch, attack 5: makes them at their one address', async () => {
    const { admin, chain, feePayer } = fixture;
    const { instruction } = await making(fixture);
    const wrong = withAccount(instruction, 'mint', { pubkey: key() });
    await expectRefused(chain, wrong, [admin, feePayer], 'CreditMintMismatch');
  });

  it('is not stopped by a pause: a mint without issuers is no risk', async () => {
    await whilePaused(fixture, () => initialized(fixture));
  });

  it('attack 11: makes them where somebody sent lamports before', async () => {
    const { admin, chain, send } = fixture;
    const mint = creditMintAddress(fixture.deployment);
    const empty = { owner: SystemProgram.programId, data: new Uint8Array(), executable: false };
    await chain.setAccount(mint, { ...empty, lamports: 1n });
    await send((await making(fixture)).instruction, admin);
    assert.equal(await lamportsOf(chain, mint), await chain.rentExemption(82));
  });

  it('attack 1: nobody mints past the program', async () => {
    const { admin, chain, deployment, payoutOwner } = await initialized(fixture);
    const mint = creditMintAddress(deployment);
    const to = await tokenAccount(chain, mint, payoutOwner.publicKey, 0n);
    const mintTo = createMintToInstruction(mint, to, admin.publicKey, 1n);
    await assert.rejects(chain.send([mintTo], { payer: admin }), { code: 4 });
  });
});
