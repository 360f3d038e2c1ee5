import assert from 'node:assert/strict';
import { attestationIssue, attestationRevoke, configPause } from '@agent-labs/sdk';
import type { PublicKey } from '@solana/web3.js';
import { attest, EVIDENCE, unattest } from '../fixtures/attestations';
import type { RegistryFixture } from '../fixtures/registry';
import type { ChainKind } from '../helpers/chains/test-chain';
import { expectRefused, withAccount } from '../helpers/refused';
import { genericNegatives } from './negatives';
import { assertRecorded, copyOf, lamportsOf, onBothChains, setup } from './support';

type Attested = RegistryFixture & { attestation: PublicKey };

/** The agent's key vouches for its creator. */
async function attested(kind?: ChainKind): Promise<Attested> {
  const fixture = await setup({}, kind);
  const until = (await fixture.chain.unixTime()) + 500n;
  const attestation = await attest(fixture, fixture.agentKey, fixture.creator.publicKey, until);
  return { ...fixture, attestation };
}

describe('attestation_revoke', () => {
  const revoking = ({ deployment, agentKey, creator }: RegistryFixture) =>
    attestationRevoke(deployment, { attestor: agentKey.publicKey, subject: creator.publicKey });

  onBothChains('ends an attestation, and returns its rent to the attestor', async (kind) => {
    const fixture = await attested(kind);
    const { agentKey, attestation, chain, creator } = fixture;
    const [purse, rent] = [await lamportsOf(chain, agentKey.publicKey), await lamportsOf(chain, attestation)];
    const issuedAt = await chain.unixTime();
    const outcome = await fixture.send((await revoking(fixture)).instruction, agentKey);
    assert.equal(await chain.getAccount(attestation), null);
    assert.equal(await lamportsOf(chain, agentKey.publicKey), purse + rent);
    assertRecorded(kind, outcome, 'attestationRevoked', {
      attestation,
      attestor: agentKey.publicKey,
      subject: creator.publicKey,
      issuedAt,
      expiresAt: issuedAt + 500n,
      evidence: EVIDENCE,
      returned: rent,
    });
  });

  it('goes on under every pause and after its end, and can be issued anew', async () => {
    const fixture = await attested();
    const { agentKey, chain, creator, deployment, pauser } = fixture;
    const pause = await configPause(deployment, { signer: pauser.publicKey, bits: 0b111_1111 });
    await fixture.send(pause.instruction, pauser);
    await chain.advance({ seconds: 1_000, slots: 1 });
    await unattest(fixture, agentKey, creator.publicKey);
    await attest(fixture, agentKey, creator.publicKey);
  });

  it('NotAttestor: is for the attestor alone, not even for its subject', async () => {
    const fixture = await attested();
    const { instruction } = await revoking(fixture);
    for (const signer of [fixture.creator, fixture.admin, fixture.payoutOwner]) {
      const theirs = withAccount(instruction, 'attestor', { pubkey: signer.publicKey });
      await expectRefused(fixture.chain, theirs, [signer], 'NotAttestor');
    }
  });

  it('attack 9: closed and funded again in one transaction, it is gone', async () => {
    const fixture = await attested();
    const { agentKey, attestation, chain, creator, deployment } = fixture;
    const issued = await attestationIssue(deployment, {
      attestor: agentKey.publicKey,
      subject: creator.publicKey,
      expiresAt: (await chain.unixTime()) + 9n,
      evidence: EVIDENCE,
    });
    await fixture.send([(await revoking(fixture)).instruction, issued.instruction], agentKey);
    assert.equal(await lamportsOf(chain, attestation), await chain.rentExemption(8 + 152));
  });

  it('attack 4: takes no copy at another address', async () => {
    const fixture = await attested();
    const { instruction } = await revoking(fixture);
    const pubkey = await copyOf(fixture.chain, fixture.attestation);
    const copied = withAccount(instruction, 'attestation', { pubkey });
    await expectRefused(fixture.chain, copied, [fixture.agentKey], 'ConstraintSeeds');
  });

  genericNegatives({
    setup: () => attested(),
    call: async (fixture) => ({ ...(await revoking(fixture)), signers: [fixture.agentKey] }),
    accounts: { attestation: 'Attestation' },
  });
});
