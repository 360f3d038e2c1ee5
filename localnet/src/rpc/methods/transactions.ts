import { getBase58Decoder, getBase58Encoder } from '@solana/kit';
import { VersionedMessage, VersionedTransaction } from '@solana/web3.js';
import { errorJson, errorWords } from '../../node/error-json.js';
import { feeOfMessage } from '../../node/fees.js';
import { FINALITY, type LocalNode } from '../../node/node.js';
import type { TransactionRecord } from '../../node/records.js';
import { TransactionRefused } from '../../node/wire.js';
import type { RuntimeInner, Simulated } from '../../runtime.js';
import { accountFormat, encodeAccount } from '../encode-account.js';
import { encodeRecord, transactionFormat } from '../encode-transaction.js';
import { invalidParams, RpcCode, RpcError } from '../errors.js';
import { type Options, type Params, publicKey } from '../params.js';
import { type Methods, withContext } from './method.js';

const base58 = getBase58Encoder();
const base58Text = getBase58Decoder();
const MOST_STATUSES = 256;
const MOST_SIGNATURES = 1_000;
/** Lamports that one airdrop gives at most: 1,000 SOL. */
const MOST_LAMPORTS = 1_000_000_000_000;

/** Transactions: sent, simulated, looked up. */
export function transactionMethods(node: LocalNode): Methods {
  const find = (params: Params) => node.history.get(params.text(0, 'the signature'));
  return {
    sendTransaction: async (params) => {
      const options = params.options(1);
      const raw = wireBytes(params.text(0, 'the transaction'), options);
      const skip = options.flag('skipPreflight');
      if (!skip) preflight(node, raw);
      try {
        return (await node.process(raw)).signature;
      } catch (error) {
        if (!(error instanceof TransactionRefused)) throw error;
        // sent again, as a client does until it is confirmed
        if (skip && error.error === 'AlreadyProcessed') return signatureIn(raw);
        throw refusal(error);
      }
    },
    simulateTransaction: (params) => {
      const options = params.options(1);
      const [checkSignatures, replaceBlockhash] = [
        options.flag('sigVerify'),
        options.flag('replaceRecentBlockhash'),
      ];
      if (checkSignatures && replaceBlockhash) {
        throw invalidParams('sigVerify and replaceRecentBlockhash exclude each other');
      }
      const raw = wireBytes(params.text(0, 'the transaction'), options);
      const simulated = refusable(() => node.simulate(raw, { checkSignatures, replaceBlockhash }));
      return withContext(node, {
        ...encodeSimulated(simulated),
        accounts: simulatedAccounts(node, simulated, options),
        ...(options.flag('innerInstructions') && { innerInstructions: inners(simulated.inner) }),
        ...(replaceBlockhash && { replacementBlockhash: node.latestBlockhash }),
      });
    },
    requestAirdrop: async (params) => {
      const to = params.key(0, 'the account');
      const lamports = params.whole(1, 'the lamports');
      if (lamports > MOST_LAMPORTS) throw invalidParams(`an airdrop gives at most ${MOST_LAMPORTS} lamports`);
      try {
        return await node.airdrop(to, BigInt(lamports));
      } catch (error) {
        if (!(error instanceof TransactionRefused)) throw error;
        throw new RpcError(RpcCode.internal, `airdrop refused: ${errorWords(error.error)}`);
      }
    },
    getTransaction: (params) => {
      const record = find(params);
      const given = params.at(1);
      // an encoding alone is an old form of the second parameter
      const options = typeof given === 'string' ? params.options(2) : params.options(1);
      const format = transactionFormat(options);
      if (record === null || !settled(node, record, options)) return null;
      return encodeRecord(record, format);
    },
    getSignatureStatuses: (params) => {
      const signatures = params.list(0, 'the signatures', MOST_STATUSES);
      const values = signatures.map((signature) => {
        if (typeof signature !== 'string') throw invalidParams('a signature must be a string');
        const record = node.history.get(signature);
        return record && statusOf(node, record);
      });
      return withContext(node, values);
    },
    getSignaturesForAddress: (params) => {
      const address = params.key(0, 'the address').toBase58();
      const options = params.options(1);
      const limit = options.whole('limit') ?? MOST_SIGNATURES;
      if (limit < 1 || limit > MOST_SIGNATURES) throw invalidParams(`limit must be 1 to ${MOST_SIGNATURES}`);
      const known = node.history.of(address).filter((record) => settled(node, record, options));
      const until = indexOf(known, options.text('until'));
      const before = options.text('before');
      const end = before === undefined ? known.length : indexOf(known, before);
      if (before !== undefined && end < 0) return [];
      return known
        .slice(Math.max(until + 1, end - limit), end)
        .reverse()
        .map((record) => ({
          signature: record.signature,
          slot: record.slot,
          blockTime: record.blockTime,
          err: record.error === null ? null : errorJson(record.error),
          memo: null,
          confirmationStatus: statusOf(node, record).confirmationStatus,
        }));
    },
    getFeeForMessage: (params) => {
      const message = readMessage(params.text(0, 'the message'));
      if (!node.isBlockhashValid(message.recentBlockhash)) return withContext(node, null);
      return withContext(node, Number(feeOfMessage(message)));
    },
    getRecentPrioritizationFees: () => [{ slot: node.height, prioritizationFee: 0 }],
  };
}

function signatureIn(raw: Uint8Array): string {
  return base58Text.decode(VersionedTransaction.deserialize(raw).signatures[0] ?? new Uint8Array(64));
}

/** Whether it is as settled as a call wants; `confirmed` holds at once. */
function settled(node: LocalNode, record: TransactionRecord, options: Options): boolean {
  return options.commitment() !== 'finalized' || record.slot <= node.root;
}

export function statusOf(node: LocalNode, record: TransactionRecord) {
  const err = record.error === null ? null : errorJson(record.error);
  const final = record.slot <= node.root;
  return {
    slot: record.slot,
    confirmations: final ? null : Math.min(FINALITY - 1, node.height - record.slot),
    err,
    status: err === null ? { Ok: null } : { Err: err },
    confirmationStatus: final ? 'finalized' : 'confirmed',
  };
}

/** Runs it first, as a cluster's node does, so that what would fail costs nothing. */
function preflight(node: LocalNode, raw: Uint8Array): void {
  const simulated = refusable(() => node.simulate(raw, { checkSignatures: true, replaceBlockhash: false }));
  if (simulated.error === null) return;
  // a repeated transaction is told of by its status, not refused
  throw new RpcError(RpcCode.preflight, `Transaction simulation failed: ${errorWords(simulated.error)}`, {
    ...encodeSimulated(simulated),
    accounts: null,
  });
}

function refusable<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof TransactionRefused) throw refusal(error);
    throw error;
  }
}

function refusal({ error, logs, computeUnits }: TransactionRefused): RpcError {
  if (error === 'SignatureFailure') {
    return new RpcError(RpcCode.signatureVerification, errorWords(error));
  }
  const known = /^\w+$/.test(error);
  if (!known) return invalidParams(error);
  return new RpcError(RpcCode.preflight, `Transaction simulation failed: ${errorWords(error)}`, {
    err: errorJson(error),
    logs,
    accounts: null,
    unitsConsumed: Number(computeUnits),
    returnData: null,
  });
}

function encodeSimulated({ error, logs, computeUnits, returnData }: Simulated) {
  return {
    err: error === null ? null : errorJson(error),
    logs,
    unitsConsumed: Number(computeUnits),
    returnData: returnData && {
      programId: returnData.programId.toBase58(),
      data: [Buffer.from(returnData.data).toString('base64'), 'base64'],
    },
  };
}

function inners(inner: RuntimeInner[]): object[] {
  const outer = [...new Set(inner.map(({ outerIndex }) => outerIndex))];
  return outer.map((index) => ({
    index,
    instructions: inner
      .filter(({ outerIndex }) => outerIndex === index)
      .map(({ programIdIndex, accounts, data, stackHeight }) => ({
        programIdIndex,
        accounts,
        data: base58Text.decode(data),
        stackHeight,
      })),
  }));
}

function simulatedAccounts(node: LocalNode, simulated: Simulated, options: Options): unknown {
  const wanted = options.object('accounts');
  if (wanted === undefined) return null;
  if (simulated.error !== null) return null;
  const addresses = wanted.list('addresses') ?? [];
  const format = {
    ...accountFormat(wanted),
    encoding: wanted.choice('encoding', ['base64', 'jsonParsed'], 'base64'),
  };
  return addresses.map((address) => {
    const key = publicKey(address, 'accounts.addresses');
    const account = simulated.postAccounts.get(key.toBase58()) ?? node.read(key);
    return account && encodeAccount(account, format, (at) => node.read(at));
  });
}

function wireBytes(text: string, options: Options): Uint8Array {
  if (options.choice('encoding', ['base58', 'base64'], 'base58') === 'base64') {
    const bytes = Buffer.from(text, 'base64');
    if (bytes.toString('base64') !== text) throw invalidParams('the transaction is not base64');
    return new Uint8Array(bytes);
  }
  try {
    return Uint8Array.from(base58.encode(text));
  } catch (error) {
    throw invalidParams(`the transaction is not base58: ${(error as Error).message}`);
  }
}

function readMessage(text: string): VersionedMessage {
  try {
    return VersionedMessage.deserialize(Buffer.from(text, 'base64'));
  } catch (error) {
    throw invalidParams(`the message cannot be read: ${(error as Error).message}`);
  }
}

function indexOf(records: readonly TransactionRecord[], signature: string | undefined): number {
  return signature === undefined ? -1 : records.findIndex((record) => record.signature === signature);
}
