import { getBase58Decoder } from '@solana/kit';
import { type PublicKey, VersionedTransaction } from '@solana/web3.js';
import { errorJson } from '../node/error-json.js';
import type { TokenBalance, TransactionRecord } from '../node/records.js';
import { uiAmount } from '../node/tokens.js';
import { RpcCode, RpcError } from './errors.js';
import type { Options } from './params.js';

const base58 = getBase58Decoder();
const ENCODINGS = ['json', 'jsonParsed', 'base58', 'base64'] as const;

/** How a call wants transactions. */
export interface TransactionFormat {
  encoding: (typeof ENCODINGS)[number];
  /** Newest version it can read; undefined: legacy ones only. */
  newest: number | undefined;
}

export function transactionFormat(options: Options): TransactionFormat {
  return {
    encoding: options.choice('encoding', ENCODINGS, 'json'),
    newest: options.whole('maxSupportedTransactionVersion'),
  };
}

/** The part that a block gives of each transaction. @throws RpcError where its version is too new for the caller */
export function encodeTransaction(record: TransactionRecord, format: TransactionFormat): object {
  const transaction = VersionedTransaction.deserialize(record.raw);
  const { version } = transaction;
  if (version !== 'legacy' && format.newest === undefined) {
    throw new RpcError(
      RpcCode.unsupportedVersion,
      'Transaction version (0) is not supported by the requesting client. ' +
        'Please try the request again with the following configuration parameter: "maxSupportedTransactionVersion": 0',
    );
  }
  return {
    transaction: encodeBody(record, transaction, format),
    meta: encodeMeta(record, format),
    ...(format.newest !== undefined && { version }),
  };
}

/** What `getTransaction` gives. */
export function encodeRecord(record: TransactionRecord, format: TransactionFormat): object {
  return { slot: record.slot, blockTime: record.blockTime, ...encodeTransaction(record, format) };
}

function encodeBody(
  record: TransactionRecord,
  { message, signatures }: VersionedTransaction,
  { encoding }: TransactionFormat,
): unknown {
  if (encoding === 'base64') return [Buffer.from(record.raw).toString('base64'), 'base64'];
  if (encoding === 'base58') return [base58.decode(record.raw), 'base58'];
  const keys = keysOf(record, message.staticAccountKeys);
  const shared = {
    recentBlockhash: message.recentBlockhash,
    ...(message.version === 0 && {
      addressTableLookups: message.addressTableLookups.map((lookup) => ({
        accountKey: lookup.accountKey.toBase58(),
        writableIndexes: Array.from(lookup.writableIndexes),
        readonlyIndexes: Array.from(lookup.readonlyIndexes),
      })),
    }),
  };
  const instructions = message.compiledInstructions.map(({ programIdIndex, accountKeyIndexes, data }) =>
    encodeInstruction({ programIdIndex, accounts: accountKeyIndexes, data }, keys, encoding, null),
  );
  const known = signatures.map((signature) => base58.decode(signature));
  if (encoding === 'json') {
    const { numRequiredSignatures, numReadonlySignedAccounts, numReadonlyUnsignedAccounts } = message.header;
    return {
      signatures: known,
      message: {
        accountKeys: message.staticAccountKeys.map((key) => key.toBase58()),
        header: { numRequiredSignatures, numReadonlySignedAccounts, numReadonlyUnsignedAccounts },
        instructions,
        ...shared,
      },
    };
  }
  const fixed = message.staticAccountKeys.length;
  const writable = (at: number) =>
    at < fixed ? message.isAccountWritable(at) : at < fixed + record.loaded.writable.length;
  return {
    signatures: known,
    message: {
      accountKeys: keys.map((pubkey, at) => ({
        pubkey,
        signer: at < message.header.numRequiredSignatures,
        writable: writable(at),
        source: at < fixed ? 'transaction' : 'lookupTable',
      })),
      instructions,
      ...shared,
    },
  };
}

function keysOf({ loaded }: TransactionRecord, fixed: PublicKey[]): string[] {
  return [...fixed.map((key) => key.toBase58()), ...loaded.writable, ...loaded.readonly];
}

interface Called {
  programIdIndex: number;
  accounts: number[];
  data: Uint8Array;
}

/** jsonParsed decodes no instruction's data here: it gives the form that clusters give for unknown programs. */
function encodeInstruction(
  { programIdIndex, accounts, data }: Called,
  keys: string[],
  encoding: TransactionFormat['encoding'],
  stackHeight: number | null,
): object {
  const shared = { data: base58.decode(data), stackHeight };
  if (encoding !== 'jsonParsed') return { programIdIndex, accounts: Array.from(accounts), ...shared };
  return { programId: keys[programIdIndex], accounts: Array.from(accounts, (at) => keys[at]), ...shared };
}

function encodeMeta(record: TransactionRecord, { encoding }: TransactionFormat): object {
  const { message } = VersionedTransaction.deserialize(record.raw);
  const keys = keysOf(record, message.staticAccountKeys);
  const err = record.error === null ? null : errorJson(record.error);
  const outer = [...new Set(record.inner.map(({ outerIndex }) => outerIndex))];
  return {
    err,
    status: err === null ? { Ok: null } : { Err: err },
    fee: record.fee,
    preBalances: record.preBalances,
    postBalances: record.postBalances,
    innerInstructions: outer.map((index) => ({
      index,
      instructions: record.inner
        .filter(({ outerIndex }) => outerIndex === index)
        .map((called) => encodeInstruction(called, keys, encoding, called.stackHeight)),
    })),
    logMessages: record.logs,
    preTokenBalances: record.preTokens.map(encodeTokens),
    postTokenBalances: record.postTokens.map(encodeTokens),
    rewards: [],
    ...(encoding !== 'jsonParsed' && { loadedAddresses: record.loaded }),
    computeUnitsConsumed: record.computeUnits,
    ...(record.returnData && {
      returnData: { programId: record.returnData.programId, data: [record.returnData.data, 'base64'] },
    }),
  };
}

function encodeTokens({ amount, decimals, ...rest }: TokenBalance): object {
  return { ...rest, uiTokenAmount: uiAmount(amount, decimals) };
}
