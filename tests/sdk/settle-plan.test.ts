import assert from 'node:assert/strict';
import { builtDeployment, planSettles, type SettleItem, settleSize } from '@agent-labs/sdk';
import { AddressLookupTableAccount, Keypair, SYSVAR_INSTRUCTIONS_PUBKEY } from '@solana/web3.js';

const PACKET = 1_232;
const deployment = builtDeployment(new Uint8Array(32).fill(3));
const payer = Keypair.generate().publicKey;

const due = (count: number) =>
  Array.from({ length: count }, () => {
    const item: SettleItem = {
      channel: Keypair.generate().publicKey,
      publicKey: Keypair.generate().publicKey.toBytes(),
      signature: new Uint8Array(64),
      message: new Uint8Array(64),
    };
    return { item };
  });

function tableOf(items: { item: SettleItem }[]): AddressLookupTableAccount {
  const addresses = [SYSVAR_INSTRUCTIONS_PUBKEY, ...items.map(({ item }) => item.channel)];
  return new AddressLookupTableAccount({
    key: Keypair.generate().publicKey,
    state: {
      ...{ deactivationSlot: 2n ** 64n - 1n, lastExtendedSlot: 0, lastExtendedSlotStartIndex: 0 },
      addresses,
    },
  });
}

describe('settle plan', () => {
  it('puts four vouchers into a transaction, five where a table names their channels', () => {
    for (const [table, most] of [
      [false, 4],
      [true, 5],
    ] as const) {
      for (const count of [0, 1, most, most + 1, 3 * most, 3 * most + 2]) {
        const all = due(count);
        const tables = table ? [tableOf(all)] : [];
        const batches = planSettles(deployment, payer, all, tables);
        assert.deepEqual(batches.flat(), all);
        assert.equal(batches.length, Math.ceil(count / most));
        for (const batch of batches) {
          const items = batch.map(({ item }) => item);
          assert.ok(settleSize(deployment, payer, items, tables) <= PACKET);
        }
      }
    }
  });

  it('does not lose room to channels that no table names', () => {
    const [inTable, others] = [due(10), due(8)];
    const mixed = inTable.flatMap((one, at) => [others[at], one]).filter((one) => one !== undefined);
    const batches = planSettles(deployment, payer, mixed, [tableOf(inTable)]);
    assert.deepEqual(
      batches.map(({ length }) => length),
      [5, 5, 4, 4],
    );
    assert.deepEqual(new Set(batches.flat()), new Set(mixed));
  });

  it('measures what a transaction takes on the wire', () => {
    const five = due(5);
    const items = five.map(({ item }) => item);
    assert.equal(settleSize(deployment, payer, items, [tableOf(five)]), 1_178);
    assert.ok(settleSize(deployment, payer, items) > PACKET);
  });
});
