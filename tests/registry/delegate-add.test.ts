import assert from 'node:assert/strict';
import {
  agentTransferAccept,
  agentTransferPropose,
  configPause,
  type DelegateAddParams,
} from '@agent-labs/sdk';
import { Keypair, PublicKey } from '@solana/web3.js';
import { funded, NOW, type RegistryFixture, SOL } from '../fixtures/registry';
import { expectRefused, withAccount } from '../helpers/refused';
import { addition, delegated, EVERYTHING, EXPIRES_AT } from './delegate-support';
import { genericNegatives } from './negatives';
import {
  assertRecorded,
  assertSame,
  copyOf,
  donation,
  key,
  lamportsOf,
  nonCanonical,
  onBothChains,
  patch,
  readAgent,
  readDelegates,
  setup,
} from './support';

const SPACE = 8 + 296;
const TEN_YEARS = 315_360_000n;

describe('delegate_add', () => {
  onBothChains('names up to four, each with its permissions and end', async (kind) => {
    const fixture = await setup({}, kind);
    const { chain, agent, creator, feePayer } = fixture;
    const agentBefore = await readAgent(fixture);
    const entries: { key: PublicKey; permissions: number; expiresAt: bigint }[] = [];
    for (const [permissions, expiresAt] of [
      [1, NOW + 1n],
      [EVERYTHING, NOW + TEN_YEARS],
      [16, EXPIRES_AT],
      [6, EXPIRES_AT],
    ] as const) {
      const delegate = Keypair.generate();
      const built = await addition(fixture, delegate, { permissions, expiresAt });
      const outcome = await fixture.send(built.instruction, creator, delegate);
      entries.push({ key: delegate.publicKey, permissions, expiresAt });
      const { bump, padding, reserved, ...stored } = await readDelegates(chain, built.delegates);
      assertSame(stored, {
        version: 1,
        ownershipEpoch: 1,
        agent,
        rentPayer: feePayer.publicKey,
        entries,
      });
      assert.ok([...padding, ...reserved].every((byte) => byte === 0));
      const seeds = [Buffer.from('delegates'), agent.toBytes()];
      assertSame(
        [built.delegates, bump],
        PublicKey.findProgramAddressSync(seeds, fixture.deployment.registry),
      );
      assert.equal(await lamportsOf(chain, built.delegates), await chain.rentExemption(SPACE));
      assertRecorded(kind, outcome, 'delegateAdded', {
        agent,
        owner: creator.publicKey,
        delegate: delegate.publicKey,
        ownershipEpoch: 1,
        rentPayer: feePayer.publicKey,
        oldPermissions: 0,
        newPermissions: permissions,
        oldExpiresAt: 0n,
        newExpiresAt: expiresAt,
      });
    }
    assertSame(await readAgent(fixture), agentBefore);
    const fifth = await addition(fixture, Keypair.generate());
    await expectRefused(chain, fifth.instruction, fifth.signers, 'DelegatesTooMany');
  });

  onBothChains('gives a delegate other permissions and another end, whoever pays', async (kind) => {
    const fixture = await delegated({}, kind);
    const { chain, creator, delegate, delegates, feePayer } = fixture;
    const rentPayer = creator.publicKey;
    const changes = { permissions: 4, expiresAt: NOW + 5n, rentPayer };
    const { instruction } = await addition(fixture, delegate, changes);
    const outcome = await fixture.send(instruction, creator, delegate);
    const stored = await readDelegates(chain, delegates);
    assertSame(stored.entries, [{ key: delegate.publicKey, permissions: 4, expiresAt: NOW + 5n }]);
    assertSame(stored.rentPayer, feePayer.publicKey);
    assertRecorded(kind, outcome, 'delegateAdded', {
      agent: fixture.agent,
      owner: creator.publicKey,
      delegate: delegate.publicKey,
      ownershipEpoch: 1,
      rentPayer: feePayer.publicKey,
      oldPermissions: EVERYTHING,
      newPermissions: 4,
      oldExpiresAt: EXPIRES_AT,
      newExpiresAt: NOW + 5n,
    });
  });

  it('clears what a former owner allowed', async () => {
    const fixture = await delegated();
    const { chain, deployment, agent, creator, delegates } = fixture;
    const [buyer, theirs] = [await funded(chain), Keypair.generate()];
    const owned = { agent, owner: creator.publicKey };
    const offer = await agentTransferPropose(deployment, { ...owned, newOwner: buyer.publicKey });
    await fixture.send(offer.instruction, creator);
    const keys = { agentKey: key(), payoutOwner: key() };
    const accept = await agentTransferAccept(deployment, { agent, pendingOwner: buyer.publicKey, ...keys });
    await fixture.send(accept.instruction, buyer);
    const { instruction } = await addition(fixture, theirs, { permissions: 1 }, buyer);
    await fixture.send(instruction, buyer, theirs);
    const { ownershipEpoch, entries } = await readDelegates(chain, delegates);
    assert.equal(ownershipEpoch, 2);
    assertSame(entries, [{ key: theirs.publicKey, permissions: 1, expiresAt: EXPIRES_AT }]);
  });

  it('works under every pause', async () => {
    const fixture = await setup();
    const { deployment, pauser, creator } = fixture;
    const pause = await configPause(deployment, { signer: pauser.publicKey, bits: 0b111_1111 });
    await fixture.send(pause.instruction, pauser);
    const delegate = Keypair.generate();
    await fixture.send((await addition(fixture, delegate)).instruction, creator, delegate);
  });

  describe('refuses', () => {
    let fixture: RegistryFixture;
    before(async () => {
      fixture = await setup();
    });
    const refused = async (
      error: string,
      changes: Partial<DelegateAddParams> = {},
      delegate = Keypair.generate(),
      owner?: Keypair,
    ) => {
      const { instruction, signers } = await addition(fixture, delegate, changes, owner);
      await expectRefused(fixture.chain, instruction, signers, error);
    };

    it('an owner who makes arbiters delegates, of either panel', async () => {
      for (const arbiter of fixture.arbiters.flat()) await refused('DelegateIsArbiter', {}, arbiter);
    });

    it('attack 16: anybody but the owner, the agent’s key too', async () => {
      for (const other of [fixture.agentKey, fixture.payoutOwner, fixture.admin]) {
        await refused('NotOwner', {}, Keypair.generate(), other);
      }
    });

    it('the owner as a delegate', () => refused('DelegateIsOwner', {}, fixture.creator));

    it('attack 14: no permission, and such as it does not know', async () => {
      for (const permissions of [0, 64, EVERYTHING + 64, 65_535]) {
        await refused('PermissionsInvalid', { permissions });
      }
    });

    it('attack 14: an end that is past, or more than ten years off', async () => {
      for (const expiresAt of [-(1n << 63n), 0n, NOW, NOW + TEN_YEARS + 1n, (1n << 63n) - 1n]) {
        await refused('DelegateExpiryInvalid', { expiresAt });
      }
    });

    it('attack 1: a delegate who does not sign', async () => {
      const { instruction, signers } = await addition(fixture, Keypair.generate());
      const spoilt = withAccount(instruction, 'delegate', { isSigner: false });
      await expectRefused(fixture.chain, spoilt, signers, 'AccountNotSigner');
    });

    it('attack 5: delegates at another address than the canonical', async () => {
      const { instruction, signers } = await addition(fixture, Keypair.generate());
      const seeds = [Buffer.from('delegates'), fixture.agent.toBytes()];
      for (const pubkey of [nonCanonical(seeds, fixture.deployment.registry), key(), fixture.agent]) {
        const spoilt = withAccount(instruction, 'delegates', { pubkey });
        await expectRefused(fixture.chain, spoilt, signers, 'ConstraintSeeds');
      }
    });
  });

  it('attacks 2, 3, 12: reads no account that is not its own where delegates belong', async () => {
    const fixture = await delegated();
    const { chain, delegates, agent } = fixture;
    const { instruction, signers } = await addition(fixture, Keypair.generate());
    const account = await chain.getAccount(delegates);
    assert.ok(account);
    const refused = (error: string) => expectRefused(chain, instruction, signers, error);
    await chain.setAccount(delegates, { ...account, owner: fixture.mint });
    await refused('AccountOwnedByWrongProgram');
    const other = await chain.getAccount(await copyOf(chain, agent));
    await chain.setAccount(delegates, other);
    await refused('AccountDiscriminatorMismatch');
    for (const layout of [0, 2, 255]) {
      await chain.setAccount(delegates, account);
      await patch(chain, delegates, (data) => data.writeUInt8(layout, 8));
      await refused('UnknownLayout');
    }
    await chain.setAccount(delegates, account);
    await patch(chain, delegates, (data) => data.writeUInt16LE(0, 8 + 72 + 40));
    await refused('InvariantBroken');
  });

  onBothChains('attack 11: is made where lamports lie, below and above its rent', async (kind) => {
    for (const lamports of [SOL / 1_000n, SOL]) {
      const fixture = await setup({}, kind);
      const { chain, creator, feePayer } = fixture;
      const delegate = Keypair.generate();
      const { instruction, delegates } = await addition(fixture, delegate);
      await fixture.send([donation(feePayer.publicKey, delegates, lamports), instruction], creator, delegate);
      const rent = await chain.rentExemption(SPACE);
      assert.equal(await lamportsOf(chain, delegates), lamports > rent ? lamports : rent);
    }
  });

  genericNegatives({
    setup,
    call: (fixture) => addition(fixture, Keypair.generate()),
    accounts: { config: 'Config', agent: 'Agent' },
  });
});
