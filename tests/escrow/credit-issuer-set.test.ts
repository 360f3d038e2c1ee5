import assert from 'node:assert/strict';
import { type CreditIssuerTerms, creditIssuerSet, UNCAPPED } from '@agent-labs/sdk';
import { type Keypair, PublicKey, SystemProgram } from '@solana/web3.js';
import { funded } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertRecorded, assertSame, key, lamportsOf, nonCanonical } from '../registry/support';
import { type CreditsFixture, creditsFixture, creditsOn, DAILY_CAP } from './credits';
import { whilePaused } from './shared';

describe('escrow credit_issuer_set', () => {
  let fixture: CreditsFixture;
  before(async () => {
    fixture = await creditsFixture('bankrun');
  });

  const setting = (
    on: CreditsFixture,
    changes: Partial<CreditIssuerTerms> = {},
    admin: Keypair = on.admin,
  ) => {
    const terms = { issuer: on.issuer.publicKey, dailyCap: 5n, active: true, ...changes };
    return creditIssuerSet(on.deployment, { ...on.admins, admin: admin.publicKey }, terms);
  };

  for (const kind of ['bankrun', 'litesvm'] as const) {
    it(`names an issuer, and changes cap and activity alone afterwards (${kind})`, async () => {
      const on = kind === 'bankrun' ? await creditsOn(fixture) : await creditsFixture(kind);
      const { admin, chain, credit, issuer, readIssuer, send } = on;
      await credit(7n);
      const before = await readIssuer();
      assertSame(
        [before.version, before.issuer, before.dailyCap, before.active, before.mintedToday, before.payments],
        [1, issuer.publicKey, DAILY_CAP, 1, 7n, 1n],
      );
      const { instruction, creditIssuer } = await setting(on, { active: false });
      const outcome = await send(instruction, admin);
      assertSame(await readIssuer(), { ...before, dailyCap: 5n, active: 0 });
      assertRecorded(kind, outcome, 'creditIssuerSet', {
        ...{ account: creditIssuer, issuer: issuer.publicKey, admin: admin.publicKey },
        ...{ oldDailyCap: DAILY_CAP, newDailyCap: 5n, oldActive: true, newActive: false },
      });
      for (const terms of [{ dailyCap: 0n }, { dailyCap: UNCAPPED }]) {
        await send((await setting(on, terms)).instruction, admin);
        assertSame(await readIssuer(), { ...before, ...terms });
      }
      const rent = await chain.rentExemption(8 + 136);
      assertSame(await lamportsOf(chain, creditIssuer), rent);
    });
  }

  refusesForgeries(async () => {
    const on = await creditsOn(fixture);
    const { instruction } = await setting(on, { issuer: key() });
    return { chain: on.chain, instruction, signers: [on.admin, on.feePayer] };
  });

  it('NotAdmin: obeys the config’s admin alone', async () => {
    const { chain, feePayer, issuer, pauser } = fixture;
    for (const other of [pauser, issuer, await funded(chain)]) {
      const { instruction } = await setting(fixture, {}, other);
      await expectRefused(chain, instruction, [other, feePayer], 'NotAdmin');
    }
  });

  it('IssuerMissing: names no zero key', async () => {
    const { admin, chain, feePayer } = fixture;
    const { instruction } = await setting(fixture, { issuer: PublicKey.default });
    await expectRefused(chain, instruction, [admin, feePayer], 'IssuerMissing');
  });

  it('attack 5: takes no address but the issuer’s own', async () => {
    const { admin, chain, deployment, feePayer, issuer } = fixture;
    const { instruction } = await setting(fixture);
    const seeds = [Buffer.from('credit_issuer'), issuer.publicKey.toBytes()];
    const theirs = (await creditsOn(fixture)).creditIssuer;
    for (const pubkey of [nonCanonical(seeds, deployment.escrow), theirs, key()]) {
      const wrong = withAccount(instruction, 'credit_issuer', { pubkey });
      await expectRefused(chain, wrong, [admin, feePayer], 'ConstraintSeeds');
    }
  });

  it('IssuerMismatch, UnknownLayout: reads no account of another size, issuer or layout', async () => {
    const on = await creditsOn(fixture);
    const { instruction, creditIssuer } = await setting(on);
    const state = await on.chain.getAccount(creditIssuer);
    assert.ok(state);
    const changed = (change: (data: Buffer) => void) => {
      const data = Buffer.from(state.data);
      change(data);
      return data;
    };
    for (const [data, error] of [
      [Buffer.concat([state.data, Buffer.alloc(1)]), 'IssuerMismatch'],
      [changed((data) => data.fill(9, 16, 48)), 'IssuerMismatch'],
      [changed((data) => data.writeUInt8(2, 8)), 'UnknownLayout'],
    ] as const) {
      await on.chain.setAccount(creditIssuer, { ...state, lamports: 10_000_000n, data });
      await expectRefused(on.chain, instruction, [on.admin, on.feePayer], error);
    }
  });

  it('attack 11: names an issuer where somebody sent lamports before', async () => {
    const { admin, chain, send } = fixture;
    const issuer = key();
    const { instruction, creditIssuer } = await setting(fixture, { issuer });
    const empty = { owner: SystemProgram.programId, data: new Uint8Array(), executable: false };
    await chain.setAccount(creditIssuer, { ...empty, lamports: 1n });
    await send(instruction, admin);
    assertSame(await lamportsOf(chain, creditIssuer), await chain.rentExemption(8 + 136));
  });

  it('stops an issuer while everything is paused', async () => {
    const on = await creditsOn(fixture);
    await whilePaused(on, async () => {
      await on.send((await setting(on, { active: false })).instruction, on.admin);
    });
    assertSame((await on.readIssuer()).active, 0);
  });
});
