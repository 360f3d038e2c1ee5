import assert from 'node:assert/strict';
import { positionAddress, stakeVaultAddress, Tranche, type TrancheName } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import type { EscrowFixture } from '../fixtures/escrow';
import type { RegistryFixture } from '../fixtures/registry';
import { expectRefused, withAccount } from '../helpers/refused';
import { key } from '../registry/support';
import { paidChannel, pay, rated, rating, receiptRegistry } from './support';

const VAULT = Buffer.from([192, 112, 65, 125, 129, 151, 173, 226]);
const POSITION = Buffer.from([170, 188, 143, 228, 122, 64, 247, 208]);

describe('reputation rate: BackerRating, attack 50, by whoever has stake in the agent', () => {
  let registry: RegistryFixture;
  before(async () => {
    registry = await receiptRegistry();
  });

  const refused = async (on: EscrowFixture, error: string) => {
    const { instruction } = await rating(on);
    await expectRefused(on.chain, instruction, [on.payer], error, [on.channel]);
  };

  /** An account of the stake program, past its instructions. */
  const put = async (on: EscrowFixture, at: PublicKey, data: Buffer) => {
    const lamports = await on.chain.rentExemption(data.length);
    await on.chain.setAccount(at, { lamports, owner: on.deployment.stake, data, executable: false });
    return at;
  };
  const vault = async (on: EscrowFixture) => {
    const data = Buffer.alloc(400);
    data.set(VAULT, 0);
    data.writeUInt8(1, 8);
    data.set(on.agent.toBytes(), 32);
    return put(on, stakeVaultAddress(on.deployment, on.agent), data);
  };
  /** A position of the payer, with shares or without. */
  const stake = async (on: EscrowFixture, tranche: TrancheName, active: bigint, cooling: bigint) => {
    const data = Buffer.alloc(152);
    data.set(POSITION, 0);
    data.writeUInt8(1, 8);
    data.writeUInt8(Tranche[tranche], 10);
    data.set(stakeVaultAddress(on.deployment, on.agent).toBytes(), 24);
    data.set(on.payer.publicKey.toBytes(), 56);
    data.writeBigUInt64LE(active, 88);
    data.writeBigUInt64LE(cooling, 96);
    return put(
      on,
      positionAddress(on.deployment, stakeVaultAddress(on.deployment, on.agent), on.payer.publicKey, tranche),
      data,
    );
  };

  it('active or cooling, in either tranche', async () => {
    const on = await paidChannel(registry);
    await vault(on);
    for (const tranche of ['FirstLoss', 'Backers'] as const) {
      for (const [active, cooling] of [
        [1n, 0n],
        [0n, 1n],
      ] as const) {
        const at = await stake(on, tranche, active, cooling);
        await refused(on, 'BackerRating');
        await on.chain.setAccount(at, null);
      }
    }
    await stake(on, 'Backers', 0n, 0n);
    await rated(on, 4);
    await pay(on, 110_000n, 20);
    await on.chain.setAccount(await stake(on, 'Backers', 0n, 0n), null);
    await rated(on, 4);
  });

  it('PositionMismatch: who passes another vault or position, or one of another program', async () => {
    const on = await paidChannel(registry);
    const other = await paidChannel(registry, 0n);
    const at = await stake(on, 'Backers', 5n, 0n);
    const { instruction } = await rating(on);
    const changed = async (name: string, pubkey: PublicKey) =>
      expectRefused(on.chain, withAccount(instruction, name, { pubkey }), [on.payer], 'PositionMismatch', [
        on.channel,
      ]);
    const foreign = await vault(other);
    for (const pubkey of [foreign, key(), at, on.channel]) await changed('stake_vault', pubkey);
    const own = await vault(on);
    // a vacant vault would hide the positions
    for (const pubkey of [foreign, key(), stakeVaultAddress(on.deployment, key())]) {
      await changed('stake_vault', pubkey);
    }
    const positionOf = (agent: PublicKey, tranche: TrancheName) =>
      positionAddress(on.deployment, stakeVaultAddress(on.deployment, agent), on.payer.publicKey, tranche);
    const firstLoss = positionOf(on.agent, 'FirstLoss');
    const theirs = { ...on, payer: other.payer };
    for (const [name, pubkey] of [
      ['backer_position', positionOf(key(), 'Backers')],
      ['backer_position', firstLoss],
      ['backer_position', key()],
      ['backer_position', await stake(theirs, 'Backers', 0n, 0n)],
      ['first_loss_position', at],
      ['first_loss_position', PublicKey.default],
    ] as const) {
      await changed(name, pubkey);
    }
    for (const place of [at, own]) {
      const account = await on.chain.getAccount(place);
      assert.ok(account);
      const data = Buffer.from(account.data);
      for (const spoilt of [
        { ...account, owner: on.deployment.escrow },
        { ...account, data: data.subarray(0, data.length - 1) },
        { ...account, data: Buffer.concat([Buffer.alloc(8), data.subarray(8)]) },
      ]) {
        await on.chain.setAccount(place, spoilt);
        await refused(on, 'PositionMismatch');
      }
      const unknown = Buffer.from(data);
      unknown.writeUInt8(2, 8);
      await on.chain.setAccount(place, { ...account, data: unknown });
      await refused(on, 'UnknownLayout');
      await on.chain.setAccount(place, account);
    }
  });
});
