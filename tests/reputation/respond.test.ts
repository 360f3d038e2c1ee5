import assert from 'node:assert/strict';
import {
  agentTransferAccept,
  agentTransferPropose,
  DelegatePermission,
  delegateAdd,
  delegatesAddress,
  isProgramError,
  LONGEST_ANSWER,
  mintPendingReceipt,
  RECEIPT_PROGRAMS,
  type Receipt,
  type ReceiptFacts,
  ReceiptRefused,
  type RespondParams,
  readResponse,
  receiptFactsHash,
  respond,
  respondToRating,
  responseAddress,
  responseClose,
  responseTextHash,
  treeAddress,
} from '@agent-labs/sdk';
import type { Keypair, PublicKey } from '@solana/web3.js';
import { rewrite as rewriteOther, whilePaused } from '../escrow/shared';
import type { EscrowFixture } from '../fixtures/escrow';
import { funded, type RegistryFixture } from '../fixtures/registry';
import { refusesForgeries } from '../helpers/negatives';
import { expectRefused, withAccount } from '../helpers/refused';
import { assertSame, copyOf, key, lamportsOf, patch } from '../registry/support';
import { ReceiptShelf } from './receipts';
import { addTree, eventOf, paidChannel, pay, rated, receiptRegistry, rewrite } from './support';

const TEXT = 'The data came late, so the report did. We gave a part back.';
const WRONG_PROOF = 'compression:ConcurrentMerkleTreeError';
const TOMBSTONE = [45, 187, 252, 155, 232, 114, 36, 22, 1, 255];

describe('reputation respond', () => {
  let registry: RegistryFixture;
  let merkleTree: PublicKey;
  let shelf: ReceiptShelf;
  let on: EscrowFixture;
  let receipt: Receipt;

  /** Rates and keeps the receipt. */
  const rate = async (of: EscrowFixture, stars: number): Promise<Receipt> => {
    const outcome = await rated(of, stars, { merkleTree });
    return shelf.take(outcome, eventOf(outcome, 'agentRated').facts as ReceiptFacts);
  };
  beforeEach(async () => {
    registry = await receiptRegistry();
    merkleTree = await addTree(registry);
    shelf = new ReceiptShelf(3);
    on = await paidChannel(registry);
    receipt = await rate(on, 2);
  });

  const responding = async (changes: Partial<RespondParams> = {}, of: Receipt = receipt) =>
    (
      await respond(registry.deployment, {
        responder: on.creator.publicKey,
        facts: of.facts,
        merkleTree: of.tree,
        nonce: of.leaf.nonce,
        root: shelf.root(),
        proof: shelf.proof(Number(of.leaf.nonce)),
        textHash: responseTextHash(TEXT),
        ...changes,
      })
    ).instruction;
  const at = () => responseAddress(registry.deployment, on.agent, receipt.facts.number);
  const refused = async (
    error: string,
    changes: Partial<RespondParams> = {},
    accounts: Record<string, PublicKey> = {},
    signer: Keypair = on.creator,
  ) => {
    let instruction = await responding({ responder: signer.publicKey, ...changes });
    for (const [name, pubkey] of Object.entries(accounts)) {
      instruction = withAccount(instruction, name, { pubkey });
    }
    await expectRefused(on.chain, instruction, [signer], error, [at(), on.agent]);
  };
  const join = async (delegate: Keypair, permissions: number, seconds = 1_000n) => {
    const { instruction } = await delegateAdd(on.deployment, {
      agent: on.agent,
      owner: on.creator.publicKey,
      delegate: delegate.publicKey,
      permissions,
      expiresAt: (await on.chain.unixTime()) + seconds,
    });
    await on.send(instruction, on.creator, delegate);
  };
  const sell = async (): Promise<Keypair> => {
    const buyer = await funded(on.chain);
    const owned = { agent: on.agent, owner: on.creator.publicKey };
    const propose = await agentTransferPropose(on.deployment, { ...owned, newOwner: buyer.publicKey });
    await on.send(propose.instruction, on.creator);
    const accept = await agentTransferAccept(on.deployment, {
      agent: on.agent,
      pendingOwner: buyer.publicKey,
      agentKey: key(),
      payoutOwner: buyer.publicKey,
    });
    await on.send(accept.instruction, buyer);
    return buyer;
  };
  const bury = async () => {
    const account = await on.chain.getAccount(on.agent);
    assert.ok(account);
    await on.chain.setAccount(on.agent, {
      ...account,
      data: Buffer.concat([Buffer.from(TOMBSTONE), Buffer.alloc(5)]),
    });
  };

  refusesForgeries(
    async () => {
      const own = await receiptRegistry();
      const whole = await addTree(own);
      const of = await paidChannel(own);
      const delegate = await funded(of.chain);
      const { instruction: named } = await delegateAdd(of.deployment, {
        agent: of.agent,
        owner: of.creator.publicKey,
        delegate: delegate.publicKey,
        permissions: DelegatePermission.Respond,
        expiresAt: (await of.chain.unixTime()) + 1_000n,
      });
      await of.send(named, of.creator, delegate);
      const kept = new ReceiptShelf(3);
      const outcome = await rated(of, 2, { merkleTree: whole });
      const { facts } = kept.take(outcome, eventOf(outcome, 'agentRated').facts as ReceiptFacts);
      const { instruction } = await respond(of.deployment, {
        responder: delegate.publicKey,
        isDelegate: true,
        facts,
        merkleTree: whole,
        nonce: 0n,
        root: kept.root(),
        proof: kept.proof(0),
        textHash: responseTextHash(TEXT),
      });
      return { chain: of.chain, instruction, signers: [delegate] };
    },
    { apart: ['merkle_tree'] },
  );

  it('keeps the hash of the owner’s answer, and tells of it', async () => {
    const before = await lamportsOf(on.chain, on.creator.publicKey);
    let outcome: Awaited<ReturnType<typeof on.send>> | undefined;
    const instruction = await responding();
    await whilePaused(registry, async () => {
      outcome = await on.chain.send([instruction], {
        payer: on.feePayer,
        signers: [on.creator],
        computeUnitLimit: 200_000,
      });
    });
    assert.ok(outcome);
    const told = {
      agent: on.agent,
      number: 0n,
      factsHash: [...receiptFactsHash(receipt.facts)],
      textHash: [...responseTextHash(TEXT)],
      responder: on.creator.publicKey,
      respondedAt: await on.chain.unixTime(),
    };
    assertSame(eventOf(outcome, 'agentResponded'), {
      ...told,
      response: at(),
      ownershipEpoch: 1,
      payer: on.payer.publicKey,
      factsHash: receiptFactsHash(receipt.facts),
      textHash: responseTextHash(TEXT),
      leaf: { merkleTree, nonce: 0n },
    });
    const stored = await readResponse(on.chain, on.deployment, on.agent, 0n);
    assert.ok(stored);
    const { bump: _, padding: __, reserved: ___, ...kept } = stored;
    assertSame(kept, { ...told, version: 1, ownershipEpoch: 1 });
    const rent = await on.chain.rentExemption(192);
    assert.equal(await lamportsOf(on.chain, on.creator.publicKey), before - rent);
  });

  it('ResponseExists: once, whoever tries again', async () => {
    await on.send(await responding(), on.creator);
    await refused('ResponseExists');
    await refused('ResponseExists', { textHash: responseTextHash('other') });
    const buyer = await sell();
    await refused('ResponseExists', {}, {}, buyer);
  });

  it('ResponseExists: not twice in one transaction either', async () => {
    const twice = [await responding(), await responding({ textHash: responseTextHash('other') })];
    const refusal = await expectRefused(on.chain, twice, [on.creator], 'ResponseExists', [at()]);
    assert.equal(refusal.instructionIndex, 1);
  });

  it('answers each rating on its own, by a proof some changes old', async () => {
    const [root, proof] = [shelf.root(), shelf.proof(0)];
    await pay(on, 110_000n, 20);
    const second = await rate(on, 4);
    await on.send(await responding({ root, proof }), on.creator);
    await on.send(await responding({}, second), on.creator);
    assert.ok(await readResponse(on.chain, on.deployment, on.agent, 1n));
  });

  it('lamports at the address ahead of time keep nobody from answering', async () => {
    await on.chain.airdrop(at(), 5_000_000n);
    await on.send(await responding(), on.creator);
    assert.ok(await readResponse(on.chain, on.deployment, on.agent, 0n));
  });

  it('by a delegate that may, and no other', async () => {
    const [may, other] = [await funded(on.chain), await funded(on.chain)];
    await refused('NotAgentSide', {}, {}, may);
    await join(may, DelegatePermission.Respond | DelegatePermission.Yank);
    await join(other, DelegatePermission.Publish | DelegatePermission.Update | DelegatePermission.Status);
    await refused('NotAgentSide', {}, {}, may);
    await refused('DelegateNotPermitted', { isDelegate: true }, {}, other);
    for (const signer of [on.payer, on.agentKey, on.payoutOwner, on.admin]) {
      await refused('NotAgentSide', {}, {}, signer);
      await refused('NotAgentSide', { isDelegate: true }, {}, signer);
    }
    await on.send(await responding({ responder: may.publicKey, isDelegate: true }), may);
    assertSame((await readResponse(on.chain, on.deployment, on.agent, 0n))?.responder, may.publicKey);
  });

  it('DelegateExpired, DelegatesVoid: from the second it ends, and after a sale', async () => {
    const may = await funded(on.chain);
    await join(may, DelegatePermission.Respond, 10n);
    await on.chain.advance({ seconds: 10, slots: 1 });
    await refused('DelegateExpired', { isDelegate: true }, {}, may);
    await join(may, DelegatePermission.Respond, 1_000n);
    await sell();
    await refused('DelegatesVoid', { isDelegate: true }, {}, may);
  });

  it('DelegatesMismatch: by the delegates of another agent', async () => {
    const may = await funded(on.chain);
    const other = await paidChannel(registry, 0n);
    const { instruction } = await delegateAdd(on.deployment, {
      agent: other.agent,
      owner: other.creator.publicKey,
      delegate: may.publicKey,
      permissions: DelegatePermission.Respond,
      expiresAt: (await on.chain.unixTime()) + 1_000n,
    });
    await on.send(instruction, other.creator, may);
    const delegates = delegatesAddress(on.deployment, other.agent);
    await refused('DelegatesMismatch', { isDelegate: true }, { delegates }, may);
  });

  it('the new owner answers what was said of the former one, who cannot any more', async () => {
    const buyer = await sell();
    await refused('NotAgentSide');
    await on.send(await responding({ responder: buyer.publicKey }), buyer);
    assert.equal((await readResponse(on.chain, on.deployment, on.agent, 0n))?.ownershipEpoch, 2);
  });

  it('a proof of other facts, of another place, or of no root of the tree is none', async () => {
    const { facts } = receipt;
    for (const changed of [
      { stars: 5 },
      { paid: facts.paid + 1n },
      { refunded: 1n },
      { payer: key() },
      { subject: key() },
      { generation: facts.generation + 1n },
      { slot: facts.slot + 1n },
      { ratedAt: facts.ratedAt + 1n },
      { mint: key() },
      { agentVersion: 2 },
      { ownershipEpoch: 2 },
    ]) {
      await refused(WRONG_PROOF, { facts: { ...facts, ...changed } });
    }
    // a number of its own would let a rating be answered again
    const renumbered = { ...facts, number: 1n };
    await refused(WRONG_PROOF, { facts: renumbered });
    await refused(WRONG_PROOF, { proof: shelf.proof(1) });
    await refused(WRONG_PROOF, { proof: shelf.proof(0).slice(1) });
    const old = shelf.proof(0);
    await pay(on, 110_000n, 20);
    await rate(on, 4);
    await refused(WRONG_PROOF, { nonce: 1n });
    // a root that the tree does not keep helps nobody: the proof itself is carried on from the oldest kept
    const root = new Uint8Array(32).fill(1);
    await refused(WRONG_PROOF, { root, proof: [...old.slice(0, 2), root] });
    await refused(WRONG_PROOF, { root, proof: old, facts: { ...facts, stars: 5 } });
    await on.send(await responding({ root, proof: old }), on.creator);
  });

  it('LeafMissing: beyond what was minted, and beyond any tree', async () => {
    for (const nonce of [1n, 8n, 1n << 32n, (1n << 64n) - 1n]) await refused('LeafMissing', { nonce });
    await rewrite(registry, 'tree', treeAddress(registry.deployment, merkleTree), {
      depth: 33,
      capacity: 1n << 33n,
      minted: (1n << 32n) + 1n,
    });
    await refused('LeafMissing', { nonce: 1n << 32n });
  });

  it('NotAgentsRating: a rating of another agent, however it is told', async () => {
    const other = await paidChannel(registry);
    const theirs = await rate(other, 1);
    const told = { facts: theirs.facts, nonce: 1n, proof: shelf.proof(1), root: shelf.root() };
    await refused('NotAgentsRating', told, { agent: on.agent });
    await refused(WRONG_PROOF, { ...told, facts: { ...theirs.facts, agent: on.agent } });
    await refused('NotAgentSide', told, {}, on.creator);
  });

  it('TreeMismatch, attack 50: a foreign tree', async () => {
    const foreign = key();
    const account = await on.chain.getAccount(merkleTree);
    assert.ok(account);
    await on.chain.setAccount(foreign, account);
    await refused('TreeMismatch', {}, { merkle_tree: foreign });
    await refused('AccountOwnedByWrongProgram', { merkleTree: foreign });
    const second = await addTree(registry, 1);
    await refused('TreeMismatch', {}, { tree: treeAddress(registry.deployment, second) });
  });

  it('answers what is in a tree that was replaced, and what was minted later', async () => {
    await rewrite(registry, 'tree', treeAddress(registry.deployment, merkleTree), { minted: 8n });
    const replacing = await addTree(registry);
    await on.send(await responding(), on.creator);
    await pay(on, 110_000n, 20);
    const { facts } = eventOf(await rated(on, 1), 'agentRated') as { facts: ReceiptFacts };
    const { chain, deployment, feePayer } = on;
    const { outcome } = await mintPendingReceipt(chain, deployment, on.agent, 1n, feePayer);
    const later = new ReceiptShelf(3);
    const minted = later.take(outcome, facts);
    assertSame(minted.tree, replacing);
    const proven = { root: later.root(), proof: later.proof(0) };
    await on.send(await responding(proven, minted), on.creator);
    assert.ok(await readResponse(on.chain, on.deployment, on.agent, 1n));
  });

  it('ResponseEmpty, ResponseMismatch: a zero hash, another place', async () => {
    await refused('ResponseEmpty', { textHash: new Uint8Array(32) });
    const sister = await paidChannel(registry, 0n);
    for (const response of [
      key(),
      responseAddress(on.deployment, on.agent, 1n),
      responseAddress(on.deployment, sister.agent, 0n),
    ]) {
      await refused('ResponseMismatch', {}, { response });
    }
    await refused('ResponseExists', {}, { response: on.channel });
  });

  it('attacks 2, 3, 6, 12: other programs, other accounts, other layouts', async () => {
    for (const [name, pubkey, error] of [
      ['compression_program', RECEIPT_PROGRAMS.noop, 'ProgramMismatch'],
      ['compression_program', key(), 'ProgramMismatch'],
      ['event_authority', key(), 'EventAuthorityMismatch'],
      ['program', key(), 'ProgramMismatch'],
      ['agent', on.channel, 'AccountOwnedByWrongProgram'],
      [
        'tree',
        await copyOf(on.chain, treeAddress(on.deployment, merkleTree), on.deployment.escrow),
        'AccountOwnedByWrongProgram',
      ],
    ] as const) {
      await refused(error, {}, { [name]: pubkey });
    }
    for (const place of [on.agent, treeAddress(on.deployment, merkleTree)]) {
      await patch(on.chain, place, (data) => data.writeUInt8(2, 8));
      await refused('UnknownLayout');
      await patch(on.chain, place, (data) => data.writeUInt8(1, 8));
    }
    await rewriteOther(on.chain, 'agent', on.agent, { ownershipEpoch: 0 });
    await refused('InvariantBroken');
  });

  it('respondToRating verifies the receipt first, and leaves out what the canopy holds', async () => {
    const own = await receiptRegistry();
    const tree = await addTree(own, 0, { depth: 5, buffer: 8, canopy: 2 });
    const of = await paidChannel(own);
    const outcome = await rated(of, 3, { merkleTree: tree });
    const kept = new ReceiptShelf(5).take(outcome, eventOf(outcome, 'agentRated').facts as ReceiptFacts);
    const wish = { responder: of.creator, receipt: kept, text: TEXT };
    const forged = { ...kept, facts: { ...kept.facts, stars: 5 } };
    const { chain, deployment } = of;
    await assert.rejects(respondToRating(chain, deployment, { ...wish, receipt: forged }), ReceiptRefused);
    for (const text of ['', 'x'.repeat(LONGEST_ANSWER + 1)]) {
      await assert.rejects(respondToRating(chain, deployment, { ...wish, text }), RangeError);
    }
    const { response, textHash, outcome: sent } = await respondToRating(chain, deployment, wish);
    assertSame(response, responseAddress(deployment, of.agent, 0n));
    assertSame(textHash, responseTextHash(TEXT));
    assert.ok(sent.computeUnits < 90_000n, `${sent.computeUnits} CU`);
    await assert.rejects(respondToRating(chain, deployment, wish), (error) =>
      isProgramError(error, 'reputation', 'ResponseExists'),
    );
  });

  describe('response_close', () => {
    const closing = () =>
      responseClose(on.deployment, { agent: on.agent, number: 0n, responder: on.creator.publicKey });
    const closeRefused = async (error: string, changes: Record<string, PublicKey> = {}) => {
      let instruction = await closing();
      for (const [name, pubkey] of Object.entries(changes)) {
        instruction = withAccount(instruction, name, { pubkey });
      }
      await expectRefused(on.chain, instruction, [], error);
    };
    beforeEach(async () => {
      await on.send(await responding(), on.creator);
    });

    it('ResponseInUse: gives the rent back once the agent is closed, and not before', async () => {
      await closeRefused('ResponseInUse');
      await bury();
      const [rent, before] = [
        await lamportsOf(on.chain, at()),
        await lamportsOf(on.chain, on.creator.publicKey),
      ];
      await whilePaused(registry, async () => {
        const event = eventOf(await on.send(await closing()), 'responseClosed');
        assertSame(event, {
          response: at(),
          agent: on.agent,
          number: 0n,
          responder: on.creator.publicKey,
        });
      });
      assert.equal(await on.chain.getAccount(at()), null);
      assert.equal(await lamportsOf(on.chain, on.creator.publicKey), before + rent);
      await closeRefused('AccountOwnedByWrongProgram');
    });

    it('AgentMismatch, RentPayerMismatch: of its own agent, to who paid', async () => {
      const other = await paidChannel(registry, 0n);
      await closeRefused('AgentMismatch', { agent: other.agent });
      await closeRefused('RentPayerMismatch', { responder: other.creator.publicKey });
      await patch(on.chain, at(), (data) => data.writeUInt8(2, 8));
      await closeRefused('UnknownLayout');
    });
  });
});
