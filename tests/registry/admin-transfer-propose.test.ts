import { adminTransferPropose, configPause } from '@agent-labs/sdk';
import { type Keypair, PublicKey } from '@solana/web3.js';
import { NOW, type RegistryFixture, TEST_WINDOWS } from '../fixtures/registry';
import { expectRefused } from '../helpers/refused';
import { genericNegatives } from './negatives';
import { assertRecorded, assertSame, key, onBothChains, readConfig, setup } from './support';

const { adminDelay, configExpiry } = TEST_WINDOWS;

async function offer(fixture: RegistryFixture, newAdmin: PublicKey, admin: Keypair = fixture.admin) {
  const built = await adminTransferPropose(fixture.deployment, { admin: admin.publicKey, newAdmin });
  return { ...built, signers: [admin] };
}

describe('admin_transfer_propose', () => {
  onBothChains('offers the config, offers it to another, and takes the offer back', async (kind) => {
    const fixture = await setup({}, kind);
    const { chain, config, admin } = fixture;
    const before = await readConfig(fixture);
    const [first, second] = [key(), PublicKey.findProgramAddressSync([Buffer.from('a vault')], key())[0]];
    let old = PublicKey.default;
    for (const [newAdmin, now] of [
      [first, NOW + 1n],
      [second, NOW + 50n],
      [PublicKey.default, NOW + 60n],
    ] as const) {
      await chain.setUnixTime(now);
      const outcome = await fixture.send((await offer(fixture, newAdmin)).instruction, admin);
      const offered = !newAdmin.equals(PublicKey.default);
      const at = offered ? now + adminDelay : 0n;
      const until = offered ? at + configExpiry : 0n;
      const now_ = { pendingAdmin: newAdmin, adminHandoverAt: at, adminHandoverExpiresAt: until };
      assertSame(await readConfig(fixture), { ...before, ...now_ });
      assertRecorded(kind, outcome, 'adminTransferProposed', {
        config,
        admin: admin.publicKey,
        oldPendingAdmin: old,
        newPendingAdmin: newAdmin,
        handoverAt: at,
        handoverExpiresAt: until,
      });
      old = newAdmin;
    }
  });

  it('works under every pause', async () => {
    const fixture = await setup();
    const { deployment, pauser } = fixture;
    const pause = await configPause(deployment, { signer: pauser.publicKey, bits: 0b111_1111 });
    await fixture.send(pause.instruction, pauser);
    await fixture.send((await offer(fixture, key())).instruction, fixture.admin);
  });

  describe('refuses', () => {
    let fixture: RegistryFixture;
    before(async () => {
      fixture = await setup();
    });
    const refused = async (newAdmin: PublicKey, error: string, by?: Keypair) => {
      const { instruction, signers } = await offer(fixture, newAdmin, by);
      await expectRefused(fixture.chain, instruction, signers, error);
    };

    it('attack 53: anybody but the admin, who would make themselves one', async () => {
      for (const other of [fixture.pauser, fixture.creator, fixture.treasury]) {
        await refused(other.publicKey, 'NotAdmin', other);
      }
    });
    it('the admin of now', () => refused(fixture.admin.publicKey, 'AdminUnchanged'));
    it('attack 53: to leave nobody as the admin', () => refused(PublicKey.default, 'TransferNotPending'));
  });

  genericNegatives({
    setup,
    call: (fixture) => offer(fixture, key()),
    accounts: { config: 'Config' },
  });
});
