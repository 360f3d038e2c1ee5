import assert from 'node:assert/strict';
import { type Localnet, startLocalnet } from '@agent-labs/localnet';
import {
  AccountMismatch,
  ClusterMismatch,
  isProgramError,
  mandateWithdraw,
  OutcomeUnknown,
  ProgramError,
  RpcChain,
  readAgent,
  readChannel,
  SendAborted,
  TransactionExpired,
  TransactionFailed,
  WalletChangedTransaction,
  type WalletSigner,
} from '@agent-labs/sdk';
import {
  Connection,
  Keypair,
  LAMPORTS_PER_SOL,
  PublicKey,
  SystemProgram,
  type TransactionInstruction,
  TransactionMessage,
  VersionedTransaction,
} from '@solana/web3.js';
import { FakeRpc } from './fake-rpc';

describe('SDK over JSON-RPC', () => {
  let localnet: Localnet;
  let rpc: FakeRpc;
  let chain: RpcChain;
  let payer: Keypair;
  before(async () => {
    localnet = await startLocalnet();
    rpc = await FakeRpc.start(localnet.rpcUrl);
    chain = await RpcChain.connect(rpc.url, { wsUrl: localnet.wsUrl, pollEvery: 20, resendEvery: 60 });
    payer = localnet.personas.payer;
  });
  after(async () => {
    await rpc.stop();
    await localnet.stop();
  });
  beforeEach(() => {
    rpc.lie = null;
    rpc.calls.length = 0;
  });

  const transfer = (to: PublicKey, lamports = 1_000_000, from = payer.publicKey): TransactionInstruction =>
    SystemProgram.transfer({ fromPubkey: from, toPubkey: to, lamports });
  const localnetStatus = (signature: string) =>
    new Connection(localnet.rpcUrl, 'confirmed').getSignatureStatus(signature);
  const balance = async (of: PublicKey) => (await localnet.node.getAccount(of))?.lamports ?? 0n;

  it('sends, and says what it did', async () => {
    const to = Keypair.generate().publicKey;
    const steps: string[] = [];
    const outcome = await chain.send([transfer(to)], { payer, onStatus: (status) => steps.push(status) });
    assert.equal(await balance(to), 1_000_000n);
    assert.deepEqual([outcome.computeUnits, outcome.fee, outcome.innerInstructions], [150n, 5_000n, []]);
    assert.deepEqual(steps, ['simulating', 'signing', 'sent', 'confirmed']);
    assert.ok(outcome.size > 200 && outcome.size < 300);
  });

  it('pays a priority fee for what it uses and a tenth more', async () => {
    const to = Keypair.generate().publicKey;
    const outcome = await chain.send([transfer(to)], { payer, priorityFee: 1_000_000n });
    // two instructions for the budget, 150 each
    assert.equal(outcome.computeUnits, 450n);
    assert.equal(outcome.fee, 5_000n + 495n);
  });

  it("errors have programs' names, and nothing is sent", async () => {
    const { mint } = localnet.personas;
    const ref = { mandate: Keypair.generate().publicKey, payer: payer.publicKey, mint: mint.publicKey };
    const instruction = await mandateWithdraw(localnet.deployment, ref, 1n);
    const failure = await chain.send([instruction], { payer }).catch((error: unknown) => error);
    assert.ok(failure instanceof ProgramError);
    assert.deepEqual([failure.program, failure.errorName], ['escrow', 'AccountOwnedByWrongProgram']);
    assert.ok(isProgramError(failure, 'escrow', 'AccountOwnedByWrongProgram'));
    assert.ok(!isProgramError(failure, 'registry', 'AccountOwnedByWrongProgram'));
    assert.ok(!isProgramError(failure, 'escrow', 'MandateKilled'));
    const poor = transfer(Keypair.generate().publicKey, 10_000_000 * LAMPORTS_PER_SOL);
    const other = await chain.send([poor], { payer }).catch((error: unknown) => error);
    assert.ok(other instanceof TransactionFailed && !(other instanceof ProgramError));
    assert.equal(other.code, 1);
    assert.deepEqual(rpc.sent('sendTransaction'), []);
  });

  describe('61: sends the same bytes until the block height runs out, and never signs anew', () => {
    /** A wallet that counts. */
    const wallet = (signed: Uint8Array[]): WalletSigner => ({
      publicKey: payer.publicKey,
      signTransaction: async (transaction) => {
        transaction.sign([payer]);
        signed.push(transaction.serialize());
        return transaction;
      },
    });

    it('through a node that loses what it is sent', async () => {
      const [to, signed] = [Keypair.generate().publicKey, [] as Uint8Array[]];
      let losing = 4;
      rpc.lie = ({ method }) => {
        if (method !== 'sendTransaction' || losing === 0) return undefined;
        losing -= 1;
        // taken, and never passed on
        return '1'.repeat(88);
      };
      await chain.send([transfer(to)], { payer: wallet(signed) });
      assert.equal(await balance(to), 1_000_000n);
      assert.equal(signed.length, 1);
      const sent = rpc.sent('sendTransaction');
      assert.ok(sent.length >= 5);
      assert.deepEqual(new Set(sent).size, 1);
      assert.equal(sent[0], Buffer.from(signed[0] ?? []).toString('base64'));
    });

    it('through a node that breaks off, before and after it passed it on', async () => {
      for (const passOn of [false, true]) {
        const [to, signed] = [Keypair.generate().publicKey, [] as Uint8Array[]];
        let breaking = 3;
        rpc.lie = async ({ method, truth }) => {
          if (method !== 'sendTransaction' || breaking === 0) return undefined;
          breaking -= 1;
          if (passOn) await truth();
          throw new Error('gone');
        };
        await chain.send([transfer(to)], { payer: wallet(signed) });
        assert.equal(await balance(to), 1_000_000n, 'once');
        assert.equal(signed.length, 1);
      }
    });

    it('through a node that breaks off at whatever it is asked after that', async () => {
      for (const method of ['getSignatureStatuses', 'getBlockHeight', 'getTransaction']) {
        const [to, signed] = [Keypair.generate().publicKey, [] as Uint8Array[]];
        let [losing, breaking] = [2, 3];
        rpc.lie = (call) => {
          // not landed at once, so that the block height is asked for
          if (call.method === 'sendTransaction' && losing > 0) {
            losing -= 1;
            return '1'.repeat(88);
          }
          if (call.method !== method || breaking === 0) return undefined;
          breaking -= 1;
          throw new Error('gone');
        };
        const { signature } = await chain.send([transfer(to)], { payer: wallet(signed) });
        assert.equal(breaking, 0, method);
        assert.equal(await balance(to), 1_000_000n, 'once');
        assert.deepEqual([signed.length, signature.length > 80], [1, true]);
      }
    });

    it('through a node that breaks off when it is asked for the last time', async () => {
      const to = Keypair.generate().publicKey;
      let [heights, breaking] = [0, 2];
      rpc.lie = async ({ method, truth }) => {
        if (method === 'getBlockHeight') {
          heights += 1;
          return 10_000_000_000;
        }
        if (method !== 'getSignatureStatuses' || breaking === 0) return undefined;
        if (heights === 0) return { ...((await truth()) as object), value: [null] };
        breaking -= 1;
        throw new Error('gone');
      };
      const outcome = await chain.send([transfer(to)], { payer });
      assert.ok(outcome.signature && breaking === 0);
      assert.equal(await balance(to), 1_000_000n);
    });

    it('one that landed and failed keeps its number where the node breaks off after that', async () => {
      for (const tries of [3, Number.POSITIVE_INFINITY]) {
        let breaking = tries;
        rpc.lie = async ({ method, truth }) => {
          if (method === 'simulateTransaction') {
            const { context } = (await truth()) as { context: object };
            return { context, value: { err: null, logs: [], unitsConsumed: 150 } };
          }
          if (method !== 'getTransaction' || breaking === 0) return undefined;
          breaking -= 1;
          throw new Error('gone');
        };
        const poor = transfer(Keypair.generate().publicKey, 10_000_000 * LAMPORTS_PER_SOL);
        const failure = await chain.send([poor], { payer }).catch((error: unknown) => error);
        assert.ok(failure instanceof TransactionFailed, String(failure));
        assert.deepEqual([failure.code, failure.logs.length > 0], [1, tries === 3]);
      }
    });

    it('and only then says that it never landed, nothing charged', async () => {
      const to = Keypair.generate().publicKey;
      const [signed, steps] = [[] as Uint8Array[], [] as string[]];
      const before = await balance(payer.publicKey);
      let polls = 0;
      rpc.lie = ({ method }) => {
        if (method === 'sendTransaction') return '1'.repeat(88);
        if (method === 'getSignatureStatuses') polls += 1;
        if (method === 'getSignatureStatuses' && polls === 10) void localnet.node.advance({ slots: 152 });
        return undefined;
      };
      const options = { payer: wallet(signed), onStatus: (status: string) => steps.push(status) };
      const failure = await chain.send([transfer(to)], options).catch((error: unknown) => error);
      assert.ok(failure instanceof TransactionExpired);
      assert.match(failure.message, /nothing was charged/);
      assert.equal(steps.at(-1), 'expired');
      assert.equal(signed.length, 1);
      assert.ok(new Set(rpc.sent('sendTransaction')).size === 1 && polls >= 10);
      assert.deepEqual([await balance(to), await balance(payer.publicKey)], [0n, before]);
    });

    it('one that lands in its last block is not called lost', async () => {
      const to = Keypair.generate().publicKey;
      let heights = 0;
      let hidden: unknown = null;
      rpc.lie = async ({ method, truth }) => {
        // the node hides the status until the block height has run out
        if (method === 'getSignatureStatuses' && heights === 0) {
          hidden = await truth();
          return { ...(hidden as object), value: [null] };
        }
        if (method === 'getBlockHeight') {
          heights += 1;
          return 10_000_000_000;
        }
        return undefined;
      };
      const outcome = await chain.send([transfer(to)], { payer });
      assert.ok(outcome.signature && heights > 0);
      assert.equal(await balance(to), 1_000_000n);
    });

    it('whoever stops waiting hears that it may still land', async () => {
      const to = Keypair.generate().publicKey;
      const stop = new AbortController();
      rpc.lie = ({ method }) => {
        if (method !== 'getSignatureStatuses') return undefined;
        stop.abort();
        return { context: { slot: 1 }, value: [null] };
      };
      const failure = await chain
        .send([transfer(to)], { payer, signal: stop.signal })
        .catch((error: unknown) => error);
      assert.ok(failure instanceof SendAborted);
      assert.match(failure.message, /may still land/);
      await assert.rejects(chain.send([transfer(to)], { payer, signal: AbortSignal.abort() }), /abort/i);
    });

    it('an outcome that the node does not tell is told so, and was charged', async () => {
      rpc.lie = ({ method }) => (method === 'getTransaction' ? null : undefined);
      const failure = await chain
        .send([transfer(Keypair.generate().publicKey)], { payer })
        .catch((error: unknown) => error);
      assert.ok(failure instanceof OutcomeUnknown);
      // nor one that breaks off, or tells what cannot be
      for (const how of ['gone', 'nonsense']) {
        rpc.lie = async ({ method, truth }) => {
          if (method !== 'getTransaction') return undefined;
          if (how === 'gone') throw new Error(how);
          const found = (await truth()) as { meta: object };
          const instruction = { programIdIndex: 99, accounts: [], data: '' };
          const innerInstructions = [{ index: 0, instructions: [instruction] }];
          return { ...found, meta: { ...found.meta, innerInstructions } };
        };
        const to = Keypair.generate().publicKey;
        const other = await chain.send([transfer(to)], { payer }).catch((error: unknown) => error);
        assert.ok(other instanceof OutcomeUnknown, String(other));
        assert.ok(other.cause instanceof Error);
        const { value } = await localnetStatus(other.signature);
        assert.equal(value?.confirmationStatus, 'confirmed');
        assert.equal(await balance(to), 1_000_000n);
      }
    }).timeout(60_000);
  });

  it('a wallet that signs something else is refused, and nothing is sent', async () => {
    const thief = Keypair.generate().publicKey;
    const wallet: WalletSigner = {
      publicKey: payer.publicKey,
      signTransaction: async ({ message }) => {
        const other = new VersionedTransaction(
          new TransactionMessage({
            payerKey: payer.publicKey,
            recentBlockhash: message.recentBlockhash,
            instructions: [transfer(thief, 5_000_000)],
          }).compileToV0Message(),
        );
        other.sign([payer]);
        return other;
      },
    };
    await assert.rejects(
      chain.send([transfer(Keypair.generate().publicKey)], { payer: wallet }),
      WalletChangedTransaction,
    );
    assert.deepEqual(rpc.sent('sendTransaction'), []);
    assert.equal(await balance(thief), 0n);
  });

  describe('58: a node that lies', () => {
    it('about its cluster is refused', async () => {
      const other = new PublicKey(new Uint8Array(32).fill(9)).toBase58();
      await assert.rejects(RpcChain.connect(rpc.url, { genesisHash: other }), ClusterMismatch);
      const { genesisHash } = localnet.info;
      assert.deepEqual((await RpcChain.connect(rpc.url, { genesisHash })).genesisHash, chain.genesisHash);
    });
    it('about an owner, about bytes, or about which account it is, is refused', async () => {
      const { deployment } = localnet;
      const at = Keypair.generate().publicKey;
      const tell = (owner: PublicKey, data: Uint8Array) => {
        rpc.lie = ({ method }) =>
          method === 'getAccountInfo'
            ? {
                context: { slot: 1 },
                value: {
                  lamports: 1,
                  owner: owner.toBase58(),
                  data: [Buffer.from(data).toString('base64'), 'base64'],
                  executable: false,
                  rentEpoch: 0,
                },
              }
            : undefined;
      };
      tell(SystemProgram.programId, new Uint8Array(10));
      await assert.rejects(readChannel(chain, deployment, at), AccountMismatch);
      tell(deployment.escrow, new Uint8Array(10));
      await assert.rejects(readChannel(chain, deployment, at), AccountMismatch);
      tell(deployment.registry, new Uint8Array(500));
      await assert.rejects(readAgent(chain, deployment, at), AccountMismatch);
      rpc.lie = null;
      assert.equal(await readChannel(chain, deployment, at), null);
    });
    it('about the time is refused where it tells none', async () => {
      const fresh = await RpcChain.connect(rpc.url);
      rpc.lie = ({ method }) =>
        method === 'getAccountInfo' ? { context: { slot: 1 }, value: null } : undefined;
      await assert.rejects(fresh.unixTime(), AccountMismatch);
      rpc.lie = null;
      const now = await fresh.unixTime();
      assert.ok(Math.abs(Number(now) - Number(await localnet.node.unixTime())) <= 2);
    });
  });
});
