import assert from 'node:assert/strict';
import {
  decodeConsentGrant,
  type GrantGiveParams,
  giveConsent,
  grantAddress,
  grantClose,
  grantGive,
  grantRevoke,
  grantValid,
  purposeHash,
  revokeConsent,
} from '@agent-labs/sdk';
import { Keypair, PublicKey } from '@solana/web3.js';
import { funded } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import {
  assertRecorded,
  assertSame,
  copyOf,
  dataOf,
  donation,
  key,
  lamportsOf,
  nonCanonical,
  patch,
} from '../registry/support';
import { DAY, PURPOSE, sharedRegistry, TERMS, ZEROS } from './support';

const SPACE = 8 + 264;

describe('consent grants', () => {
  const registry = sharedRegistry();

  async function subjectOn() {
    const on = registry();
    const [subject, sponsor, controller] = [await funded(on.chain), await funded(on.chain), key()];
    const { chain, deployment } = on;
    const ref = { subject: subject.publicKey, controller, purpose: PURPOSE };
    const giving = async (changes: Partial<GrantGiveParams> = {}) =>
      grantGive(deployment, {
        ...ref,
        rentPayer: sponsor.publicKey,
        ...{ termsHash: TERMS, termsVersion: 1, revision: 0 },
        expiresAt: (await chain.unixTime()) + 500n,
        ...changes,
      });
    const grant = grantAddress(deployment, subject.publicKey, controller, PURPOSE);
    return {
      ...on,
      ...{ subject, sponsor, controller, ref, giving, grant },
      give: async (changes?: Partial<GrantGiveParams>) =>
        on.send((await giving(changes)).instruction, subject, sponsor),
      revoke: async () => on.send(await grantRevoke(deployment, ref), subject),
      read: async () => decodeConsentGrant(await dataOf(chain, grant)),
      valid: (version?: number) => grantValid(chain, deployment, ref, version),
      refuses: async (error: string, changes: Partial<GrantGiveParams> = {}) => {
        const { instruction } = await giving(changes);
        await expectRefused(chain, instruction, [subject, sponsor], error);
      },
    };
  }
  type Subject = Awaited<ReturnType<typeof subjectOn>>;
  const given = async (changes?: Partial<GrantGiveParams>) => {
    const on = await subjectOn();
    await on.give(changes);
    return on;
  };
  const closing = ({ deployment, ref, sponsor }: Subject) => grantClose(deployment, ref, sponsor.publicKey);

  describe('grant_give', () => {
    it('consents until its end, to the second', async () => {
      const on = await subjectOn();
      assert.equal(await on.valid(), false);
      const now = await on.chain.unixTime();
      const outcome = await on.give();
      const seeds = [Buffer.from('grant'), on.subject.publicKey.toBytes(), on.controller.toBytes(), PURPOSE];
      const [derived, bump] = PublicKey.findProgramAddressSync(seeds, on.deployment.consent);
      assertSame(on.grant, derived);
      assertSame(await on.read(), {
        ...{ version: 1, bump, padding: [0, 0], termsVersion: 1, revision: 1, padding2: [0, 0, 0, 0] },
        ...{ subject: on.subject.publicKey, controller: on.controller, purpose: PURPOSE, termsHash: TERMS },
        rentPayer: on.sponsor.publicKey,
        ...{ givenAt: now, expiresAt: now + 500n, revokedAt: 0n, reserved: Array(64).fill(0) },
      });
      assert.equal(await lamportsOf(on.chain, on.grant), await on.chain.rentExemption(SPACE));
      assertRecorded('litesvm', outcome, 'consentGiven', {
        ...{ grant: on.grant, ...on.ref, rentPayer: on.sponsor.publicKey, revision: 1 },
        ...{ termsVersionBefore: 0, termsVersion: 1, termsHashBefore: ZEROS, termsHash: TERMS },
        ...{ expiresAtBefore: 0n, expiresAt: now + 500n, revokedAtBefore: 0n, givenAt: now },
      });
      assert.equal(await on.valid(), true);
      assert.equal(await on.valid(2), false);
      await on.chain.advance({ seconds: 499, slots: 1 });
      assert.equal(await on.valid(), true);
      await on.chain.advance({ seconds: 1, slots: 1 });
      assert.equal(await on.valid(), false);
    });

    it('is given again for newer terms, a later end, or once it counts no more', async () => {
      const on = await given();
      const first = await on.read();
      const terms = new Uint8Array(32).fill(9);
      const sooner = first.expiresAt - 100n;
      const outcome = await on.give({ revision: 1, termsVersion: 2, termsHash: terms, expiresAt: sooner });
      assertRecorded('litesvm', outcome, 'consentGiven', {
        ...{ grant: on.grant, ...on.ref, rentPayer: on.sponsor.publicKey, revision: 2 },
        ...{ termsVersionBefore: 1, termsVersion: 2, termsHashBefore: TERMS, termsHash: terms },
        ...{ expiresAtBefore: first.expiresAt, expiresAt: sooner, revokedAtBefore: 0n },
        givenAt: await on.chain.unixTime(),
      });
      await on.give({ revision: 2, termsVersion: 2 });
      await on.revoke();
      const { revokedAt } = await on.read();
      await on.give({ revision: 4, termsVersion: 2 });
      assert.ok(revokedAt > 0n);
      assert.equal(await on.valid(2), true);
      await on.chain.advance({ seconds: 500, slots: 1 });
      await on.give({ revision: 5, termsVersion: 2 });
      assert.equal((await on.read()).revision, 6);
      assert.equal(await lamportsOf(on.chain, on.grant), await on.chain.rentExemption(SPACE));
    });

    it('says what is missing', async () => {
      const on = await subjectOn();
      const now = await on.chain.unixTime();
      const nobody = PublicKey.default;
      await on.refuses('ControllerMissing', { controller: nobody });
      await on.refuses('PurposeMissing', { purpose: ZEROS });
      await on.refuses('TermsMissing', { termsHash: ZEROS });
      await on.refuses('TermsVersionInvalid', { termsVersion: 0 });
      for (const expiresAt of [-(1n << 63n), 0n, now]) await on.refuses('GrantExpiryInvalid', { expiresAt });
      for (const revision of [1, 2 ** 32 - 1]) await on.refuses('RevisionMismatch', { revision });
    });

    it('takes neither older terms nor the same again', async () => {
      const on = await given({ termsVersion: 2 });
      const { expiresAt } = await on.read();
      await on.refuses('TermsVersionTooLow', { revision: 1, termsVersion: 1 });
      await on.refuses('GrantUnchanged', { revision: 1, termsVersion: 2, expiresAt });
      await on.refuses('GrantUnchanged', { revision: 1, termsVersion: 2, expiresAt: expiresAt - 1n });
    });

    it('attack 57: what was signed before the consent was taken back gives it no more', async () => {
      const on = await given();
      const late = await on.giving({ revision: 1, termsVersion: 2 });
      await on.revoke();
      await expectRefused(on.chain, late.instruction, [on.subject, on.sponsor], 'RevisionMismatch');
      assert.equal(await on.valid(), false);
    });

    it('attack 5: GrantMismatch: takes no other address', async () => {
      const on = await given();
      const { instruction } = await on.giving({ revision: 1, termsVersion: 2 });
      const seeds = [Buffer.from('grant'), on.subject.publicKey.toBytes(), on.controller.toBytes(), PURPOSE];
      const copy = await copyOf(on.chain, on.grant);
      for (const pubkey of [nonCanonical(seeds, on.deployment.consent), key(), copy]) {
        const spoilt = withAccount(instruction, 'grant', { pubkey });
        await expectRefused(on.chain, spoilt, [on.subject, on.sponsor], 'GrantMismatch');
      }
    });

    it('attack 12: knows no other layout, and notices broken rules', async () => {
      const on = await given();
      const stored = await on.chain.getAccount(on.grant);
      for (const layout of [0, 2, 255]) {
        await patch(on.chain, on.grant, (data) => data.writeUInt8(layout, 8));
        await on.refuses('UnknownLayout', { revision: 1, termsVersion: 2 });
      }
      await on.chain.setAccount(on.grant, stored);
      await patch(on.chain, on.grant, (data) => data.fill(0, 8 + 80, 8 + 112));
      await on.refuses('InvariantBroken', { revision: 1, termsVersion: 2 });
      await on.chain.setAccount(on.grant, stored);
      await patch(on.chain, on.grant, (data) => data.writeUInt32LE(2 ** 32 - 1, 8 + 8));
      await on.refuses('MathOverflow', { revision: 2 ** 32 - 1, termsVersion: 2 });
    });

    it('attack 11: is made where lamports lie', async () => {
      const on = await subjectOn();
      const { instruction } = await on.giving();
      await on.send([donation(on.feePayer.publicKey, on.grant, 5n), instruction], on.subject, on.sponsor);
      assert.equal(await lamportsOf(on.chain, on.grant), await on.chain.rentExemption(SPACE));
      assert.equal(await on.valid(), true);
    });

    refusesForgeries(
      async () => {
        const on = await given();
        const { instruction } = await on.giving({ revision: 1, termsVersion: 2 });
        return { chain: on.chain, instruction, signers: [on.subject, on.sponsor] };
      },
      { apart: ['grant'], copies: 'GrantMismatch' },
    );
  });

  describe('grant_revoke', () => {
    it('takes it back at once, and it stays to be read', async () => {
      const on = await given();
      const before = await on.read();
      const outcome = await on.revoke();
      const now = await on.chain.unixTime();
      assertSame(await on.read(), { ...before, revision: 2, revokedAt: now });
      assertRecorded('litesvm', outcome, 'consentRevoked', {
        ...{ grant: on.grant, ...on.ref, revision: 2, termsVersion: 1 },
        ...{ expiresAt: before.expiresAt, revokedAt: now },
      });
      assert.equal(await on.valid(), false);
    });

    it('NotSubject, GrantRevoked: by the subject alone, once', async () => {
      const on = await given();
      const revoke = await grantRevoke(on.deployment, on.ref);
      const stranger = await funded(on.chain);
      const theirs = withAccount(revoke, 'subject', { pubkey: stranger.publicKey });
      await expectRefused(on.chain, theirs, [stranger], 'NotSubject');
      await on.revoke();
      await on.chain.advance({ slots: 1 });
      await expectRefused(on.chain, revoke, [on.subject], 'GrantRevoked');
    });

    it('one that ran out can be taken back, too', async () => {
      const on = await given();
      await on.chain.advance({ seconds: 600, slots: 1 });
      await on.revoke();
      assert.equal((await on.read()).revision, 2);
    });

    refusesForgeries(async () => {
      const on = await given();
      const instruction = await grantRevoke(on.deployment, on.ref);
      return { chain: on.chain, instruction, signers: [on.subject] };
    });
  });

  describe('grant_close', () => {
    it('returns the rent to who paid it, a day after it was taken back', async () => {
      const on = await given();
      const [rent, before] = [
        await lamportsOf(on.chain, on.grant),
        await lamportsOf(on.chain, on.sponsor.publicKey),
      ];
      await on.revoke();
      const { revokedAt, expiresAt } = await on.read();
      await on.chain.advance({ seconds: DAY - 1n, slots: 1 });
      await expectRefused(on.chain, await closing(on), [on.subject], 'GrantStays');
      await on.chain.advance({ seconds: 1, slots: 1 });
      const outcome = await on.send(await closing(on), on.subject);
      assertRecorded('litesvm', outcome, 'consentClosed', {
        ...{ grant: on.grant, ...on.ref, rentPayer: on.sponsor.publicKey, termsVersion: 1 },
        ...{ expiresAt, revokedAt },
      });
      assert.equal(await on.chain.getAccount(on.grant), null);
      assert.equal(await lamportsOf(on.chain, on.sponsor.publicKey), before + rent);
      assert.equal(await on.valid(), false);
      await on.give();
      assert.equal((await on.read()).revision, 1);
    });

    it('GrantStays: not while it counts, nor within a day of its end', async () => {
      const on = await given();
      await expectRefused(on.chain, await closing(on), [on.subject], 'GrantStays');
      await on.chain.advance({ seconds: 500n + DAY - 1n, slots: 1 });
      await expectRefused(on.chain, await closing(on), [on.subject], 'GrantStays');
      await on.chain.advance({ seconds: 1, slots: 1 });
      await on.send(await closing(on), on.subject);
    });

    it('NotSubject, RentPayerMismatch: by the subject, for who paid', async () => {
      const on = await given();
      await on.revoke();
      await on.chain.advance({ seconds: DAY, slots: 1 });
      const close = await closing(on);
      const stranger = await funded(on.chain);
      const theirs = withAccount(close, 'subject', { pubkey: stranger.publicKey });
      await expectRefused(on.chain, theirs, [stranger], 'NotSubject');
      const elsewhere = withAccount(close, 'rent_payer', { pubkey: stranger.publicKey });
      await expectRefused(on.chain, elsewhere, [on.subject], 'RentPayerMismatch');
    });

    refusesForgeries(
      async () => {
        const on = await given();
        await on.revoke();
        await on.chain.advance({ seconds: DAY, slots: 1 });
        return { chain: on.chain, instruction: await closing(on), signers: [on.subject] };
      },
      {
        twice: {
          'grant as rent_payer': 'RentPayerMismatch',
          'rent_payer as grant': 'AccountOwnedByWrongProgram',
        },
      },
    );
  });

  it('by the actions: given, renewed, taken back', async () => {
    const { chain, controller, deployment, subject } = await subjectOn();
    const purpose = purposeHash(new Uint8Array(32).fill(7), 'keep what I said');
    const terms = { purpose, termsHash: TERMS, controller };
    const name = { subject: subject.publicKey, controller, purpose };
    await giveConsent(chain, deployment, { ...terms, subject, termsVersion: 1, lifetime: 50n });
    await giveConsent(chain, deployment, { ...terms, subject, termsVersion: 1, lifetime: 90n });
    assert.equal(await grantValid(chain, deployment, name), true);
    await revokeConsent(chain, deployment, subject, { controller, purpose });
    assert.equal(await grantValid(chain, deployment, name), false);
  });

  it('attack 57: nothing on chain can be guessed', () => {
    const [mine, theirs] = [new Uint8Array(32).fill(7), Keypair.generate().publicKey.toBytes()];
    assert.notDeepEqual(purposeHash(mine, 'marketing'), purposeHash(theirs, 'marketing'));
    for (const short of [new Uint8Array(), new Uint8Array(16), new Uint8Array(33)]) {
      assert.throws(() => purposeHash(short, 'marketing'), TypeError);
    }
    assert.deepEqual(purposeHash(mine, 'cafe\u0301'), purposeHash(mine, 'caf\u00e9'));
  });
});
