import assert from 'node:assert/strict';
import {
  type AttestationIssueParams,
  attestationAddress,
  attestationIssue,
  configPause,
  decodeAttestation,
  evidenceHash,
} from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { attest, EVIDENCE } from '../fixtures/attestations';
import { NOW, type RegistryFixture, SOL } from '../fixtures/registry';
import { expectRefused, withAccount } from '../helpers/refused';
import { genericNegatives } from './negatives';
import {
  assertRecorded,
  assertSame,
  copyOf,
  dataOf,
  donation,
  key,
  lamportsOf,
  nonCanonical,
  onBothChains,
  patch,
  setup,
} from './support';

const SPACE = 8 + 152;
const TEN_YEARS = 315_360_000n;
const ZEROS = new Uint8Array(32);

describe('attestation_issue', () => {
  /** The agent's key vouches: any key may. */
  const issuing = (fixture: RegistryFixture, changes: Partial<AttestationIssueParams> = {}) =>
    attestationIssue(fixture.deployment, {
      attestor: fixture.agentKey.publicKey,
      subject: fixture.creator.publicKey,
      expiresAt: NOW + 500n,
      evidence: EVIDENCE,
      ...changes,
    });

  onBothChains('vouches for a wallet until its end', async (kind) => {
    const fixture = await setup({}, kind);
    const { agentKey, chain, creator, deployment } = fixture;
    const { instruction, attestation } = await issuing(fixture);
    const before = await lamportsOf(chain, agentKey.publicKey);
    const outcome = await fixture.send(instruction, agentKey);
    const issuedAt = await chain.unixTime();
    const seeds = [Buffer.from('attestation'), agentKey.publicKey.toBytes(), creator.publicKey.toBytes()];
    const [derived, bump] = PublicKey.findProgramAddressSync(seeds, deployment.registry);
    assertSame(attestation, derived);
    assertSame(decodeAttestation(await dataOf(chain, attestation)), {
      version: 1,
      bump,
      padding: Array(6).fill(0),
      attestor: agentKey.publicKey,
      subject: creator.publicKey,
      issuedAt,
      expiresAt: NOW + 500n,
      evidence: EVIDENCE,
      reserved: Array(32).fill(0),
    });
    const rent = await chain.rentExemption(SPACE);
    assert.equal(await lamportsOf(chain, attestation), rent);
    assert.equal(await lamportsOf(chain, agentKey.publicKey), before - rent);
    assertRecorded(kind, outcome, 'attestationIssued', {
      attestation,
      attestor: agentKey.publicKey,
      subject: creator.publicKey,
      oldIssuedAt: 0n,
      newIssuedAt: issuedAt,
      oldExpiresAt: 0n,
      newExpiresAt: NOW + 500n,
      oldEvidence: ZEROS,
      newEvidence: EVIDENCE,
    });
  });

  onBothChains('renews one that is there, to a sooner end too, and after it ended', async (kind) => {
    const fixture = await setup({}, kind);
    const { agentKey, chain, creator } = fixture;
    const attestation = await attest(fixture, agentKey, creator.publicKey, NOW + 20n);
    const first = decodeAttestation(await dataOf(chain, attestation));
    await chain.advance({ seconds: 30, slots: 1 });
    const evidence = evidenceHash(new Uint8Array(32).fill(6), new Uint8Array());
    const now = await chain.unixTime();
    const { instruction } = await issuing(fixture, { expiresAt: now + TEN_YEARS, evidence });
    const outcome = await fixture.send(instruction, agentKey);
    const renewed = { ...first, issuedAt: now, expiresAt: now + TEN_YEARS, evidence };
    assertSame(decodeAttestation(await dataOf(chain, attestation)), renewed);
    assert.equal(await lamportsOf(chain, attestation), await chain.rentExemption(SPACE));
    assertRecorded(kind, outcome, 'attestationIssued', {
      attestation,
      attestor: agentKey.publicKey,
      subject: creator.publicKey,
      oldIssuedAt: first.issuedAt,
      newIssuedAt: now,
      oldExpiresAt: NOW + 20n,
      newExpiresAt: now + TEN_YEARS,
      oldEvidence: EVIDENCE,
      newEvidence: evidence,
    });
    await attest(fixture, agentKey, creator.publicKey, now + 1n);
    assert.equal(decodeAttestation(await dataOf(chain, attestation)).expiresAt, now + 1n);
  });

  it('goes on under every pause, and about the attestor itself', async () => {
    const fixture = await setup();
    const { deployment, pauser, creator } = fixture;
    const pause = await configPause(deployment, { signer: pauser.publicKey, bits: 0b111_1111 });
    await fixture.send(pause.instruction, pauser);
    await attest(fixture, creator, creator.publicKey);
  });

  describe('refuses', () => {
    let fixture: RegistryFixture;
    before(async () => {
      fixture = await setup();
    });
    const refused = async (error: string, changes: Partial<AttestationIssueParams>) => {
      const { instruction } = await issuing(fixture, changes);
      await expectRefused(fixture.chain, instruction, [fixture.agentKey], error);
    };

    it('SubjectMissing: nobody to vouch for', () =>
      refused('SubjectMissing', { subject: PublicKey.default }));

    it('EvidenceMissing: no evidence', () => refused('EvidenceMissing', { evidence: ZEROS }));

    it('AttestationExpiryInvalid, attack 14: an end that is past, or more than ten years off', async () => {
      const now = await fixture.chain.unixTime();
      for (const expiresAt of [-(1n << 63n), 0n, now, now + TEN_YEARS + 1n, (1n << 63n) - 1n]) {
        await refused('AttestationExpiryInvalid', { expiresAt });
      }
    });

    it('attack 5: one at another address than that of attestor and subject', async () => {
      const { agentKey, creator, deployment } = fixture;
      const { instruction } = await issuing(fixture);
      const seeds = [Buffer.from('attestation'), agentKey.publicKey.toBytes(), creator.publicKey.toBytes()];
      const swapped = attestationAddress(deployment, creator.publicKey, agentKey.publicKey);
      for (const pubkey of [nonCanonical(seeds, deployment.registry), swapped, key(), fixture.agent]) {
        const spoilt = withAccount(instruction, 'attestation', { pubkey });
        await expectRefused(fixture.chain, spoilt, [agentKey], 'ConstraintSeeds');
      }
    });

    it("attack 16: another's attestation", async () => {
      const { agentKey, chain, creator } = fixture;
      await attest(fixture, agentKey, creator.publicKey);
      const { instruction } = await issuing(fixture);
      const theirs = withAccount(instruction, 'attestor', { pubkey: creator.publicKey });
      await expectRefused(chain, theirs, [creator], 'ConstraintSeeds');
    });
  });

  it('attacks 2, 3, 12: renews no account that is not its own', async () => {
    const fixture = await setup();
    const { agentKey, chain, agent, creator, mint } = fixture;
    const at = await attest(fixture, agentKey, creator.publicKey);
    const { instruction } = await issuing(fixture);
    const account = await chain.getAccount(at);
    assert.ok(account);
    const refused = (error: string) => expectRefused(chain, instruction, [agentKey], error);
    await chain.setAccount(at, { ...account, owner: mint });
    await refused('AccountOwnedByWrongProgram');
    await chain.setAccount(at, await chain.getAccount(await copyOf(chain, agent)));
    await refused('AccountDiscriminatorMismatch');
    for (const layout of [0, 2, 255]) {
      await chain.setAccount(at, account);
      await patch(chain, at, (data) => data.writeUInt8(layout, 8));
      await refused('UnknownLayout');
    }
    await chain.setAccount(at, account);
    await patch(chain, at, (data) => data.fill(0, 16, 48));
    await refused('InvariantBroken');
  });

  onBothChains('attack 11: is made where lamports lie, below and above its rent', async (kind) => {
    for (const lamports of [SOL / 1_000n, SOL]) {
      const fixture = await setup({}, kind);
      const { agentKey, chain, feePayer } = fixture;
      const { instruction, attestation } = await issuing(fixture);
      await fixture.send([donation(feePayer.publicKey, attestation, lamports), instruction], agentKey);
      const rent = await chain.rentExemption(SPACE);
      assert.equal(await lamportsOf(chain, attestation), lamports > rent ? lamports : rent);
    }
  });

  genericNegatives({
    setup,
    call: async (fixture) => ({ ...(await issuing(fixture)), signers: [fixture.agentKey] }),
  });
});
