import assert from 'node:assert/strict';
import {
  decodePendingReceipt,
  mintPendingReceipt,
  NoPendingReceipt,
  NoReceiptTree,
  pendingReceiptAddress,
  RECEIPT_PROGRAMS,
  type ReceiptFacts,
  receiptMint,
  treeAddress,
} from '@agent-labs/sdk';
import type { PublicKey, TransactionInstruction } from '@solana/web3.js';
import { whilePaused } from '../escrow/shared';
import type { EscrowFixture } from '../fixtures/escrow';
import type { RegistryFixture } from '../fixtures/registry';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertSame, dataOf, key, lamportsOf, patch } from '../registry/support';
import { expectedLeaf, toldBy } from './leaves';
import { addTree, eventOf, paidChannel, pay, rated, receiptRegistry, rewrite, treeOfRecord } from './support';

describe('reputation receipt_mint', () => {
  let registry: RegistryFixture;
  let merkleTree: PublicKey;
  let on: EscrowFixture;
  beforeEach(async () => {
    registry = await receiptRegistry();
    on = await paidChannel(registry);
    await rated(on, 4);
    merkleTree = await addTree(registry);
  });

  const minting = (number = 0n, tree = merkleTree): Promise<TransactionInstruction> =>
    receiptMint(on.deployment, { agent: on.agent, payer: on.payer.publicKey, number, merkleTree: tree });
  const waiting = () => pendingReceiptAddress(on.deployment, on.agent, 0n);
  const refused = async (error: string, changes: Record<string, PublicKey> = {}) => {
    let instruction = await minting();
    for (const [name, pubkey] of Object.entries(changes)) {
      instruction = withAccount(instruction, name, { pubkey });
    }
    await expectRefused(on.chain, instruction, [], error);
  };

  it('mints the receipt of the rating as it was, and returns its rent to the payer', async () => {
    const {
      bump: _,
      padding: __,
      reserved: ___,
      version: ____,
      ...kept
    } = decodePendingReceipt(await dataOf(on.chain, waiting()));
    const facts = kept as ReceiptFacts;
    await on.chain.advance({ seconds: 500, slots: 9 });
    const [rent, before] = [
      await lamportsOf(on.chain, waiting()),
      await lamportsOf(on.chain, on.payer.publicKey),
    ];
    const outcome = await whileAllPaused();
    const { tree, root: _root, leafNode, index, seq, ...told } = toldBy(outcome);
    const expected = expectedLeaf(on, facts, merkleTree, 0n);
    assertSame(told, expected);
    assertSame([tree, leafNode, index, seq], [merkleTree, expected.leafHash, 0, 1n]);
    const event = eventOf(outcome, 'receiptMinted');
    assertSame([event.facts, event.leaf], [facts, { merkleTree, nonce: 0n }]);
    assert.equal(await lamportsOf(on.chain, on.payer.publicKey), before + rent);
    assert.equal(await on.chain.getAccount(waiting()), null);
    assert.equal((await treeOfRecord(on, merkleTree)).minted, 1n);
  });

  /** Sends it while everything is paused: it is no new risk. */
  const whileAllPaused = async () => {
    let outcome: Awaited<ReturnType<typeof on.send>> | undefined;
    await whilePaused(registry, async () => {
      outcome = await on.send(await minting());
    });
    assert.ok(outcome);
    return outcome;
  };

  it('attacks 9, 10: mints it once', async () => {
    const twice = [await minting(), await minting()];
    await expectRefused(on.chain, twice, [], 'AccountOwnedByWrongProgram');
    await on.send(await minting());
    await refused('AccountOwnedByWrongProgram');
  });

  it('mints after the agent is closed', async () => {
    // a tombstone in the agent's place
    const account = await on.chain.getAccount(on.agent);
    assert.ok(account);
    const data = Buffer.alloc(15);
    data.set([45, 187, 252, 155, 232, 114, 36, 22, 1]);
    await on.chain.setAccount(on.agent, { ...account, data });
    await on.send(await minting());
  });

  it('TreeFull: waits while the tree is full', async () => {
    await rewrite(on, 'tree', treeAddress(on.deployment, merkleTree), { minted: 8n });
    await refused('TreeFull');
    const replacing = await addTree(registry);
    await on.send(await minting(0n, replacing));
  });

  it('TreeMismatch, attack 50: a foreign tree, or one that was replaced', async () => {
    await refused('TreeMismatch', { merkle_tree: key() });
    await rewrite(on, 'tree', treeAddress(on.deployment, merkleTree), { minted: 8n });
    await addTree(registry);
    await rewrite(on, 'tree', treeAddress(on.deployment, merkleTree), { minted: 1n });
    await refused('TreeMismatch');
  });

  it('AgentMismatch, RentPayerMismatch: another owner of the leaf, another taker of the rent', async () => {
    const other = await paidChannel(registry, 0n);
    await refused('AgentMismatch', { agent: other.agent });
    await refused('RentPayerMismatch', { payer: other.payer.publicKey });
  });

  it('attacks 2, 3, 6, 12: other programs, other accounts, other layouts', async () => {
    for (const [name, pubkey, error] of [
      ['receipt', on.channel, 'AccountOwnedByWrongProgram'],
      ['receipt', treeAddress(on.deployment, merkleTree), 'AccountDiscriminatorMismatch'],
      ['tree', on.agent, 'AccountOwnedByWrongProgram'],
      ['tree', waiting(), 'AccountDiscriminatorMismatch'],
      ['tree_pool', on.mandate, 'AccountOwnedByWrongProgram'],
      ['bubblegum_program', RECEIPT_PROGRAMS.noop, 'ProgramMismatch'],
      ['compression_program', key(), 'ProgramMismatch'],
      ['noop_program', on.deployment.escrow, 'ProgramMismatch'],
      ['rating_authority', key(), 'RatingAuthorityMismatch'],
      ['event_authority', key(), 'EventAuthorityMismatch'],
      ['program', key(), 'ProgramMismatch'],
    ] as const) {
      await refused(error, { [name]: pubkey });
    }
    await patch(on.chain, waiting(), (data) => data.writeUInt8(2, 8));
    await refused('UnknownLayout');
    await patch(on.chain, waiting(), (data) => data.writeUInt8(1, 8));
    await patch(on.chain, waiting(), (data) => data.writeUInt8(6, 10));
    await refused('InvariantBroken');
  });

  it('mintPendingReceipt says what is missing', async () => {
    const { chain, deployment, agent, feePayer } = on;
    await assert.rejects(mintPendingReceipt(chain, deployment, agent, 1n, feePayer), NoPendingReceipt);
    await rewrite(on, 'tree', treeAddress(deployment, merkleTree), { minted: 8n });
    await assert.rejects(mintPendingReceipt(chain, deployment, agent, 0n, feePayer), NoReceiptTree);
    await rewrite(on, 'tree', treeAddress(deployment, merkleTree), { minted: 0n });
    const { minted } = await mintPendingReceipt(chain, deployment, agent, 0n, feePayer);
    assertSame(minted.leaf, { merkleTree, nonce: 0n });
    await pay(on, 110_000n, 20);
    assertSame(eventOf(await rated(on, 2, { merkleTree }), 'agentRated').leaf, { merkleTree, nonce: 1n });
  });
});
