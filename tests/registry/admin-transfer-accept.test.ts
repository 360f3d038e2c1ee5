import { adminTransferAccept, adminTransferPropose, configExecute, configUnpause } from '@agent-labs/sdk';
import { type Keypair, PublicKey } from '@solana/web3.js';
import { propose } from '../fixtures/proposals';
import { funded, NOW, type RegistryFixture, TEST_WINDOWS } from '../fixtures/registry';
import type { ChainKind } from '../helpers/chains/test-chain';
import { expectRefused } from '../helpers/refused';
import { genericNegatives } from './negatives';
import { assertRecorded, assertSame, key, onBothChains, readConfig, setup } from './support';

const FROM = NOW + TEST_WINDOWS.adminDelay;
const UNTIL = FROM + TEST_WINDOWS.configExpiry;

interface Offered extends RegistryFixture {
  heir: Keypair;
}

async function offered(kind?: ChainKind): Promise<Offered> {
  const fixture = await setup({}, kind);
  const heir = await funded(fixture.chain);
  await offer(fixture, heir.publicKey);
  return { ...fixture, heir };
}

async function offer(fixture: RegistryFixture, newAdmin: PublicKey) {
  const { deployment, admin } = fixture;
  const { instruction } = await adminTransferPropose(deployment, { admin: admin.publicKey, newAdmin });
  await fixture.send(instruction, admin);
}

async function due(kind?: ChainKind): Promise<Offered> {
  const fixture = await offered(kind);
  await fixture.chain.setUnixTime(FROM);
  return fixture;
}

async function accept(fixture: Offered, by: Keypair = fixture.heir) {
  const built = await adminTransferAccept(fixture.deployment, { pendingAdmin: by.publicKey });
  return { ...built, signers: [by] };
}

describe('admin_transfer_accept', () => {
  onBothChains('makes the pending admin the admin, and the former one nobody', async (kind) => {
    const fixture = await due(kind);
    const { chain, config, deployment, admin, heir } = fixture;
    const before = await readConfig(fixture);
    const outcome = await fixture.send((await accept(fixture)).instruction, heir);
    assertSame(await readConfig(fixture), {
      ...before,
      admin: heir.publicKey,
      pendingAdmin: PublicKey.default,
      adminHandoverAt: 0n,
      adminHandoverExpiresAt: 0n,
    });
    assertRecorded(kind, outcome, 'adminTransferred', {
      config,
      oldAdmin: admin.publicKey,
      newAdmin: heir.publicKey,
      oldLiveProposalsFrom: 0n,
      newLiveProposalsFrom: 0n,
    });
    const former = await configUnpause(deployment, { admin: admin.publicKey, bits: 1 });
    await expectRefused(chain, former.instruction, [admin], 'NotAdmin');
    const now = await configUnpause(deployment, { admin: heir.publicKey, bits: 1 });
    await fixture.send(now.instruction, heir);
    const again = await accept(fixture);
    await expectRefused(chain, again.instruction, again.signers, 'NotPendingAdmin');
  });

  it('waits to the second, and ends to the second', async () => {
    const fixture = await offered();
    const { chain, heir } = fixture;
    const { instruction, signers } = await accept(fixture);
    for (const [at, error] of [
      [NOW, 'HandoverNotDue'],
      [FROM - 1n, 'HandoverNotDue'],
      [UNTIL, 'HandoverExpired'],
    ] as const) {
      await chain.setUnixTime(at);
      await expectRefused(chain, instruction, signers, error);
    }
    await chain.setUnixTime(UNTIL - 1n);
    await fixture.send(instruction, heir);
  });

  it('attack 53: refuses whom it was not offered to, the admin too', async () => {
    const fixture = await due();
    for (const other of [fixture.admin, fixture.pauser, fixture.creator]) {
      const { instruction, signers } = await accept(fixture, other);
      await expectRefused(fixture.chain, instruction, signers, 'NotPendingAdmin');
    }
  });

  it('refuses an offer that was taken back, or made to another since', async () => {
    const fixture = await due();
    for (const newAdmin of [key(), PublicKey.default]) {
      await offer(fixture, newAdmin);
      const { instruction, signers } = await accept(fixture);
      await expectRefused(fixture.chain, instruction, signers, 'NotPendingAdmin');
    }
  });

  it('begins the wait anew with each offer', async () => {
    const fixture = await due();
    await offer(fixture, fixture.heir.publicKey);
    const { instruction, signers } = await accept(fixture);
    await expectRefused(fixture.chain, instruction, signers, 'HandoverNotDue');
  });

  it('attack 54: voids what the former admin proposed', async () => {
    const fixture = await offered();
    const { chain, deployment, heir } = fixture;
    const made = await propose(fixture, { feeBps: 500 });
    await chain.setUnixTime(FROM);
    await fixture.send((await accept(fixture)).instruction, heir);
    await chain.setUnixTime(made.stored.executableAt);
    const execute = await configExecute(deployment, made);
    await expectRefused(chain, execute.instruction, [fixture.feePayer], 'ProposalVoid');
    const next = await propose({ ...fixture, admin: heir }, { feeBps: 90 });
    await chain.setUnixTime(next.stored.executableAt);
    await fixture.send((await configExecute(deployment, next)).instruction);
  });

  genericNegatives({
    setup: () => due(),
    call: (fixture) => accept(fixture),
    accounts: { config: 'Config' },
  });
});
