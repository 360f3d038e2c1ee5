import zlib from 'node:zlib';
import type { AccountState } from '@agent-labs/sdk';
import { getBase58Decoder } from '@solana/kit';
import { TOKEN_2022_PROGRAM_ID } from '@solana/spl-token';
import type { PublicKey } from '@solana/web3.js';
import { mintOf, tokenAccountOf, uiAmount } from '../node/tokens.js';
import { invalidParams } from './errors.js';
import type { Options } from './params.js';

const base58 = getBase58Decoder();
/** Bytes above which base58 takes too long to be given, as on a cluster. */
const MAX_BASE58 = 128;
/** In the place of such data, word for word as clusters notify it. */
const TOO_LARGE = 'error: data too large for bs58 encoding';
/** Node.js has it from 22.15 on. */
const { zstdCompressSync } = zlib as unknown as { zstdCompressSync?: (data: Uint8Array) => Buffer };
/** Rent epoch of a rent-exempt account: u64::MAX, as near as a JSON number comes. */
const RENT_EPOCH = Number(2n ** 64n - 1n);

const ENCODINGS = ['binary', 'base58', 'base64', 'base64+zstd', 'jsonParsed'] as const;
type Encoding = (typeof ENCODINGS)[number];
type Read = (at: PublicKey) => AccountState | null;

/** How a call wants accounts. */
export interface AccountFormat {
  encoding: Encoding;
  slice: { offset: number; length: number } | null;
}

export function accountFormat(options: Options): AccountFormat {
  const slice = options.object('dataSlice');
  const wanted = slice && { offset: slice.whole('offset'), length: slice.whole('length') };
  if (wanted && (wanted.offset === undefined || wanted.length === undefined)) {
    throw invalidParams('dataSlice must have offset and length');
  }
  const encoding = options.choice('encoding', ENCODINGS, 'binary');
  if (encoding === 'base64+zstd' && zstdCompressSync === undefined) {
    throw invalidParams('this Node.js has no zstd: ask for encoding base64');
  }
  return {
    encoding,
    slice: wanted ? { offset: wanted.offset ?? 0, length: wanted.length ?? 0 } : null,
  };
}

/**
 * An account as JSON-RPC gives it.
 * @param read for the decimals of a token account's mint
 * @throws RpcError for base58 of more than 128 bytes
 */
export function encodeAccount(account: AccountState, format: AccountFormat, read: Read): object {
  return {
    data: encodeData(account, format, read),
    executable: account.executable,
    lamports: Number(account.lamports),
    owner: account.owner.toBase58(),
    rentEpoch: RENT_EPOCH,
    space: account.data.length,
  };
}

/** The same in a notification, which cannot be refused: data too large for base58 is told so in its place. */
export function encodeNotified(account: AccountState, format: AccountFormat, read: Read): object {
  const { encoding } = format;
  const short = encoding === 'binary' || encoding === 'base58';
  if (!short || sliceOf(account, format).length <= MAX_BASE58) return encodeAccount(account, format, read);
  const encoded = encodeAccount({ ...account, data: new Uint8Array() }, format, read);
  const data = encoding === 'binary' ? TOO_LARGE : [TOO_LARGE, encoding];
  return { ...encoded, data, space: account.data.length };
}

function sliceOf({ data }: AccountState, { slice }: AccountFormat): Uint8Array {
  return slice ? data.subarray(slice.offset, slice.offset + slice.length) : data;
}

function encodeData(account: AccountState, format: AccountFormat, read: Read): unknown {
  const { encoding } = format;
  if (encoding === 'jsonParsed') {
    const parsed = parseAccount(account, read);
    if (parsed !== null) return parsed;
  }
  const bytes = sliceOf(account, format);
  if (encoding === 'binary' || encoding === 'base58') {
    if (bytes.length > MAX_BASE58) {
      throw invalidParams(`${bytes.length} bytes are too many for base58: ask for encoding base64`);
    }
    const text = base58.decode(bytes);
    return encoding === 'binary' ? text : [text, 'base58'];
  }
  if (encoding === 'base64+zstd' && zstdCompressSync) {
    return [zstdCompressSync(bytes).toString('base64'), encoding];
  }
  return [Buffer.from(bytes).toString('base64'), 'base64'];
}

/** What jsonParsed gives for accounts of the token programs; null for others, which come as base64 then. */
function parseAccount(account: AccountState, read: Read): object | null {
  const program = account.owner.equals(TOKEN_2022_PROGRAM_ID) ? 'spl-token-2022' : 'spl-token';
  const parsed = (type: string, info: object) => ({
    program,
    parsed: { type, info },
    space: account.data.length,
  });
  const mint = mintOf(account);
  if (mint !== null) {
    return parsed('mint', {
      decimals: mint.decimals,
      freezeAuthority: mint.freezeAuthorityOption ? mint.freezeAuthority.toBase58() : null,
      isInitialized: mint.isInitialized,
      mintAuthority: mint.mintAuthorityOption ? mint.mintAuthority.toBase58() : null,
      supply: mint.supply.toString(),
    });
  }
  const token = tokenAccountOf(account);
  if (token === null) return null;
  const decimals = mintOf(read(token.mint))?.decimals ?? 0;
  return parsed('account', {
    ...(token.delegateOption && {
      delegate: token.delegate.toBase58(),
      delegatedAmount: uiAmount(token.delegatedAmount, decimals),
    }),
    ...(token.closeAuthorityOption && { closeAuthority: token.closeAuthority.toBase58() }),
    ...(token.isNativeOption && { rentExemptReserve: uiAmount(token.isNative, decimals) }),
    isNative: token.isNativeOption === 1,
    mint: token.mint.toBase58(),
    owner: token.owner.toBase58(),
    state: token.state === 2 ? 'frozen' : 'initialized',
    tokenAmount: uiAmount(token.amount, decimals),
  });
}
