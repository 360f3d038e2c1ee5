import assert from 'node:assert/strict';
import {
  agentClose,
  agentRegister,
  agentSetStatus,
  agentTransferAccept,
  agentTransferPropose,
  agentUpdate,
  decodeTombstone,
  stakeVaultAddress,
  versionClose,
} from '@agent-labs/sdk';
import { TOKEN_PROGRAM_ID } from '@solana/spl-token';
import { type Keypair, PublicKey } from '@solana/web3.js';
import { funded, type RegistryFixture, type RegistryFixtureOptions, SOL } from '../fixtures/registry';
import type { ChainKind } from '../helpers/chains/test-chain';
import { expectRefused, withAccount } from '../helpers/refused';
import { genericNegatives } from './negatives';
import {
  assertRecorded,
  assertSame,
  copyOf,
  dataOf,
  donation,
  key,
  LAYOUT_AT,
  lamportsOf,
  nonCanonical,
  onBothChains,
  patch,
  readAgent,
  setup,
} from './support';

/** A retiring agent at the second its retirement is over. */
async function retired(options: RegistryFixtureOptions = {}, kind?: ChainKind): Promise<RegistryFixture> {
  const fixture = await setup({ status: 'Retiring', ...options }, kind);
  await fixture.chain.setUnixTime((await readAgent(fixture)).retiresAt);
  return fixture;
}

async function close(fixture: RegistryFixture, owner: Keypair = fixture.creator) {
  const { deployment, agent, creator } = fixture;
  const built = await agentClose(deployment, { agent, owner: owner.publicKey, creator: creator.publicKey });
  return { ...built, signers: [owner] };
}

/** Offers the agent to a new key, which takes it. */
async function sell(fixture: RegistryFixture): Promise<Keypair> {
  const { deployment, agent, creator, send } = fixture;
  const buyer = await funded(fixture.chain);
  const [owner, newOwner] = [creator.publicKey, buyer.publicKey];
  const offer = await agentTransferPropose(deployment, { agent, owner, newOwner });
  const keys = { agentKey: key(), payoutOwner: key() };
  const take = await agentTransferAccept(deployment, { agent, pendingOwner: newOwner, ...keys });
  await send([offer.instruction, take.instruction], creator, buyer);
  return buyer;
}

describe('agent_close', () => {
  onBothChains('leaves a tombstone, and gives the rest of the rent to the creator', async (kind) => {
    const fixture = await retired({}, kind);
    const { chain, agent, creator, handle } = fixture;
    const { bump } = await readAgent(fixture);
    const [agentBefore, creatorBefore] = [
      await lamportsOf(chain, agent),
      await lamportsOf(chain, creator.publicKey),
    ];
    const outcome = await fixture.send((await close(fixture)).instruction, creator);

    const data = await dataOf(chain, agent);
    const expected = [45, 187, 252, 155, 232, 114, 36, 22, 1, bump, 0, 0, 0, 0, 0];
    assertSame(data, expected);
    assertSame(decodeTombstone(data), { version: 1, bump, reserved: [0, 0, 0, 0, 0] });
    const kept = await chain.rentExemption(15);
    assert.equal(kept, 995_280n);
    assert.equal(await lamportsOf(chain, agent), kept);
    assertSame((await chain.getAccount(agent))?.owner, fixture.deployment.registry);
    const returned = agentBefore - kept;
    assert.equal(await lamportsOf(chain, creator.publicKey), creatorBefore + returned);
    const owner = creator.publicKey;
    assertRecorded(kind, outcome, 'agentClosed', { agent, owner, creator: owner, handle, returned });
  });

  onBothChains('pays the creator, whoever owns the agent by now', async (kind) => {
    const fixture = await retired({}, kind);
    const { chain, agent, creator } = fixture;
    const buyer = await sell(fixture);
    const before = await lamportsOf(chain, creator.publicKey);
    const returned = (await lamportsOf(chain, agent)) - (await chain.rentExemption(15));
    const outcome = await fixture.send((await close(fixture, buyer)).instruction, buyer);
    assert.equal(await lamportsOf(chain, creator.publicKey), before + returned);
    assertRecorded(kind, outcome, 'agentClosed', {
      agent,
      owner: buyer.publicKey,
      creator: creator.publicKey,
      handle: fixture.handle,
      returned,
    });
  });

  it('returns what others sent to the agent', async () => {
    const fixture = await retired();
    const { chain, agent, creator } = fixture;
    await chain.airdrop(agent, SOL);
    const sum = (await lamportsOf(chain, agent)) + (await lamportsOf(chain, creator.publicKey));
    await fixture.send((await close(fixture)).instruction, creator);
    assert.equal(await lamportsOf(chain, agent), 995_280n);
    assert.equal(await lamportsOf(chain, creator.publicKey), sum - 995_280n);
  });

  it('attack 15: pays a creator whose account is gone', async () => {
    const fixture = await retired();
    const { chain, creator } = fixture;
    const buyer = await sell(fixture);
    await chain.setAccount(creator.publicKey, null);
    await fixture.send((await close(fixture, buyer)).instruction, buyer);
    assert.equal(await lamportsOf(chain, creator.publicKey), 3_563_520n - 995_280n);
  });

  describe('attack 18: open liabilities', () => {
    it('waits to the last second of the retirement', async () => {
      const fixture = await retired();
      const { retiresAt } = await readAgent(fixture);
      await fixture.chain.setUnixTime(retiresAt - 1n);
      const { instruction, signers } = await close(fixture);
      await expectRefused(fixture.chain, instruction, signers, 'RetirementNotOver');
      await fixture.chain.setUnixTime(retiresAt);
      await fixture.send(instruction, ...signers);
    });

    it('refuses an agent that is not retiring', async () => {
      for (const status of ['Draft', 'Active', 'Suspended'] as const) {
        const fixture = await setup({ status });
        const { instruction, signers } = await close(fixture);
        await expectRefused(fixture.chain, instruction, signers, 'AgentNotRetiring');
      }
    });

    it('refuses while the stake vault exists', async () => {
      const fixture = await retired();
      const { chain, agent, deployment } = fixture;
      const vault = stakeVaultAddress(deployment, agent);
      const { instruction, signers } = await close(fixture);
      const nothing = { lamports: SOL, data: Buffer.alloc(0), executable: false };
      for (const account of [
        { ...nothing, owner: deployment.stake, data: Buffer.alloc(1) },
        { ...nothing, owner: deployment.stake },
        { ...nothing, owner: PublicKey.default, data: Buffer.alloc(1) },
      ]) {
        await chain.setAccount(vault, account);
        await expectRefused(chain, instruction, signers, 'StakeVaultExists');
      }
      await chain.setAccount(vault, null);
      await fixture.send(instruction, ...signers);
    });

    it('is not kept open by lamports at the vault’s address', async () => {
      const fixture = await retired();
      await fixture.chain.airdrop(stakeVaultAddress(fixture.deployment, fixture.agent), SOL);
      await fixture.send((await close(fixture)).instruction, fixture.creator);
    });

    it('attack 5: refuses any other address for the vault', async () => {
      const fixture = await retired();
      const { agent, deployment } = fixture;
      const { instruction, signers } = await close(fixture);
      const seeds = [Buffer.from('vault'), agent.toBytes()];
      const others = [key(), nonCanonical(seeds, deployment.stake), stakeVaultAddress(deployment, key())];
      others.push(PublicKey.findProgramAddressSync(seeds, deployment.registry)[0]);
      for (const pubkey of others) {
        const spoilt = withAccount(instruction, 'stake_vault', { pubkey });
        await expectRefused(fixture.chain, spoilt, signers, 'ConstraintSeeds');
      }
    });
  });

  it('attack 16: refuses anybody but the owner, a former one too', async () => {
    const fixture = await retired();
    await sell(fixture);
    for (const other of [fixture.creator, fixture.agentKey, fixture.admin]) {
      const { instruction, signers } = await close(fixture, other);
      await expectRefused(fixture.chain, instruction, signers, 'NotOwner');
    }
  });

  it('attack 7: pays no other account, the agent itself neither', async () => {
    const fixture = await retired();
    const { instruction, signers } = await close(fixture);
    for (const pubkey of [key(), fixture.agent, fixture.admin.publicKey]) {
      const spoilt = withAccount(instruction, 'creator', { pubkey });
      await expectRefused(fixture.chain, spoilt, signers, 'CreatorMismatch');
    }
  });

  onBothChains('attack 9: stays closed when lamports come back in the same transaction', async (kind) => {
    const fixture = await retired({}, kind);
    const { chain, agent, creator, feePayer, deployment } = fixture;
    const { instruction } = await close(fixture);
    const status = await agentSetStatus(deployment, { agent, owner: creator.publicKey, status: 'Active' });
    await expectRefused(
      chain,
      [instruction, donation(creator.publicKey, agent, SOL), status.instruction],
      [creator],
      'AccountDiscriminatorMismatch',
      [fixture.version],
    );
    await fixture.send([instruction, donation(feePayer.publicKey, agent, SOL)], creator);
    assert.equal(decodeTombstone(await dataOf(chain, agent)).version, 1);
    assert.equal(await lamportsOf(chain, agent), SOL + 995_280n);
  });

  it('attack 10: its handle is never registered again, nor itself used', async () => {
    const fixture = await retired();
    const { chain, agent, creator, deployment, handle, version } = fixture;
    await fixture.send((await close(fixture)).instruction, creator);
    const again = await agentRegister(deployment, {
      creator: creator.publicKey,
      handle,
      agentKey: key(),
      payoutOwner: key(),
      holdback: 60n,
    });
    await expectRefused(chain, again.instruction, [creator], 'HandleTaken');
    const update = await agentUpdate(deployment, { agent, owner: creator.publicKey, agentKey: key() });
    await expectRefused(chain, update.instruction, [creator], 'AccountDiscriminatorMismatch');
    const twice = await close(fixture);
    await expectRefused(chain, twice.instruction, twice.signers, 'AccountDiscriminatorMismatch');
    const versions = await versionClose(deployment, { agent, number: 1, publisher: creator.publicKey });
    await fixture.send([versions.instruction], ...[]);
    assert.equal(await chain.getAccount(version), null);
    await expectRefused(chain, again.instruction, [creator], 'HandleTaken');
  });

  describe('reads the agent as strictly as the others', () => {
    let fixture: RegistryFixture;
    before(async () => {
      fixture = await retired();
    });
    /** The close of another account, with the stake vault of that one. */
    const closing = async (agent: PublicKey) => close({ ...fixture, agent });

    it('attacks 2, 3 and 4: another program’s, another type, a copy, nothing', async () => {
      const { chain, agent, config, version } = fixture;
      for (const [account, error] of [
        [await copyOf(chain, agent, TOKEN_PROGRAM_ID), 'AccountOwnedByWrongProgram'],
        [key(), 'AccountOwnedByWrongProgram'],
        [config, 'AccountDiscriminatorMismatch'],
        [version, 'AccountDiscriminatorMismatch'],
        [await copyOf(chain, agent), 'ConstraintSeeds'],
      ] as const) {
        const { instruction, signers } = await closing(account);
        await expectRefused(chain, instruction, signers, error);
      }
    });

    it('attack 12: a zero discriminator, an unknown layout', async () => {
      const { chain, agent } = fixture;
      const account = await chain.getAccount(agent);
      const { instruction, signers } = await close(fixture);
      await patch(chain, agent, (data) => data.fill(0, 0, LAYOUT_AT));
      await expectRefused(chain, instruction, signers, 'AccountDiscriminatorMismatch');
      await chain.setAccount(agent, account);
      await patch(chain, agent, (data) => data.writeUInt8(2, LAYOUT_AT));
      await expectRefused(chain, instruction, signers, 'UnknownLayout');
      await chain.setAccount(agent, account);
    });
  });

  genericNegatives({ setup: () => retired(), call: (fixture) => close(fixture) });
});
