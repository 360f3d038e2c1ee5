import assert from 'node:assert/strict';
import { configCancel, configExecute } from '@agent-labs/sdk';
import type { Keypair } from '@solana/web3.js';
import { type Proposed, propose } from '../fixtures/proposals';
import { funded, type RegistryFixture } from '../fixtures/registry';
import type { ChainKind } from '../helpers/chains/test-chain';
import { expectRefused, withAccount } from '../helpers/refused';
import { genericNegatives } from './negatives';
import { assertRecorded, assertSame, key, lamportsOf, onBothChains, readConfig, setup } from './support';

interface Waiting extends RegistryFixture {
  made: Proposed;
}

async function waiting(kind?: ChainKind): Promise<Waiting> {
  const fixture = await setup({}, kind);
  return { ...fixture, made: await propose(fixture, { feeBps: 250 }) };
}

async function cancel(fixture: Waiting, signer: Keypair = fixture.admin, made = fixture.made) {
  const built = await configCancel(fixture.deployment, { ...made, signer: signer.publicKey });
  return { ...built, signers: [signer] };
}

describe('config_cancel', () => {
  onBothChains('takes a proposal back, by the admin, due or not, and returns the rent', async (kind) => {
    const fixture = await waiting(kind);
    const { chain, config, admin, feePayer, made } = fixture;
    const settings = await readConfig(fixture);
    const [rent, before] = [
      await lamportsOf(chain, made.proposal),
      await lamportsOf(chain, feePayer.publicKey),
    ];
    const { instruction } = await cancel(fixture);
    const outcome = await fixture.send(instruction, admin);
    assert.equal(await chain.getAccount(made.proposal), null);
    assert.equal(await lamportsOf(chain, feePayer.publicKey), before + rent - outcome.fee);
    assertSame(await readConfig(fixture), { ...settings, liveProposalsFrom: 1n });
    assertRecorded(kind, outcome, 'configProposalClosed', {
      config,
      proposal: made.proposal,
      number: 0n,
      signer: admin.publicKey,
      rentPayer: feePayer.publicKey,
      returned: rent,
      oldLiveProposalsFrom: 0n,
      newLiveProposalsFrom: 1n,
    });

    const due = await propose(fixture, { feeBps: 251 });
    assert.equal(due.number, 1n, 'its number does not come again');
    await chain.setUnixTime(due.stored.executableAt);
    await fixture.send((await cancel(fixture, admin, due)).instruction, admin);
    const execute = await configExecute(fixture.deployment, due);
    await expectRefused(chain, execute.instruction, [feePayer], 'AccountNotInitialized');
  });

  it('attack 16: leaves what can still execute to the admin', async () => {
    const fixture = await waiting();
    const { chain, made } = fixture;
    for (const at of [made.stored.proposedAt, made.stored.expiresAt - 1n]) {
      await chain.setUnixTime(at);
      for (const other of [fixture.pauser, fixture.feePayer, fixture.creator]) {
        const { instruction, signers } = await cancel(fixture, other);
        await expectRefused(chain, instruction, signers, 'NotAdmin');
      }
    }
  });

  it('lets anyone clear away what has expired', async () => {
    const fixture = await waiting();
    await fixture.chain.setUnixTime(fixture.made.stored.expiresAt);
    const stranger = await funded(fixture.chain);
    await fixture.send((await cancel(fixture, stranger)).instruction, stranger);
    assert.equal(await fixture.chain.getAccount(fixture.made.proposal), null);
  });

  it('lets anyone clear away what is void', async () => {
    const fixture = await waiting();
    const late = await propose(fixture, { feeBps: 50 });
    await fixture.chain.setUnixTime(late.stored.executableAt);
    const passing = await configExecute(fixture.deployment, { ...late, signer: fixture.admin.publicKey });
    await fixture.send(passing.instruction, fixture.admin);
    const stranger = await funded(fixture.chain);
    await fixture.send((await cancel(fixture, stranger)).instruction, stranger);
    assert.equal(await fixture.chain.getAccount(fixture.made.proposal), null);
  });

  it('of a later one leaves those before it next', async () => {
    const fixture = await waiting();
    const late = await propose(fixture, { feeBps: 50 });
    await fixture.send((await cancel(fixture, fixture.admin, late)).instruction, fixture.admin);
    const { nextProposal, liveProposalsFrom } = await readConfig(fixture);
    assert.deepEqual([nextProposal, liveProposalsFrom], [2n, 0n]);
  });

  it('attack 7: pays nobody but the rent payer', async () => {
    const fixture = await waiting();
    const { instruction, signers } = await cancel(fixture);
    for (const pubkey of [fixture.admin.publicKey, fixture.made.proposal, key()]) {
      const spoilt = withAccount(instruction, 'rent_payer', { pubkey });
      await expectRefused(fixture.chain, spoilt, signers, 'RentPayerMismatch');
    }
  });

  genericNegatives({
    setup: () => waiting(),
    call: (fixture) => cancel(fixture),
    accounts: { config: 'Config', proposal: 'ConfigProposal' },
  });
});
