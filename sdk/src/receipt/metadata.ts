import { keccak_256 } from '@noble/hashes/sha3.js';
import type { PublicKey } from '@solana/web3.js';
import { concatBytes, toU64, u32Bytes, u64Bytes, utf8 } from '../voucher/bytes.js';
import { BorshReader } from './reader.js';

/** Bubblegum's names, in the order of their numbers. */
export const TOKEN_STANDARDS = ['NonFungible', 'FungibleAsset', 'Fungible', 'NonFungibleEdition'] as const;
export const USE_METHODS = ['Burn', 'Multiple', 'Single'] as const;
export const TOKEN_PROGRAM_VERSIONS = ['Original', 'Token2022'] as const;

export interface MetadataCreator {
  address: PublicKey;
  verified: boolean;
  /** percent */
  share: number;
}

/** Bubblegum V1's `MetadataArgs`: what a leaf is hashed from. Nothing of it is stored on the chain. */
export interface LeafMetadata {
  name: string;
  symbol: string;
  uri: string;
  /** royalty, bps */
  sellerFeeBasisPoints: number;
  primarySaleHappened: boolean;
  isMutable: boolean;
  editionNonce: number | null;
  tokenStandard: (typeof TOKEN_STANDARDS)[number] | null;
  collection: { verified: boolean; key: PublicKey } | null;
  uses: { useMethod: (typeof USE_METHODS)[number]; remaining: bigint; total: bigint } | null;
  tokenProgramVersion: (typeof TOKEN_PROGRAM_VERSIONS)[number];
  creators: MetadataCreator[];
}

/** Address, flag and share: an element of `creators`. */
const CREATOR_LENGTH = 34;

/** Borsh, as Bubblegum hashes it. @throws TypeError for a number that does not fit its field */
export function encodeLeafMetadata(metadata: LeafMetadata): Uint8Array {
  const { collection, uses, editionNonce, tokenStandard, creators } = metadata;
  return concatBytes(
    text(metadata.name, 'name'),
    text(metadata.symbol, 'symbol'),
    text(metadata.uri, 'uri'),
    small(metadata.sellerFeeBasisPoints, 2, 'sellerFeeBasisPoints'),
    flag(metadata.primarySaleHappened),
    flag(metadata.isMutable),
    option(editionNonce, (nonce) => small(nonce, 1, 'editionNonce')),
    option(tokenStandard, (standard) => variant(TOKEN_STANDARDS, standard, 'tokenStandard')),
    option(collection, ({ verified, key }) => concatBytes(flag(verified), key.toBytes())),
    option(uses, ({ useMethod, remaining, total }) =>
      concatBytes(
        variant(USE_METHODS, useMethod, 'useMethod'),
        u64Bytes(toU64(remaining, 'remaining')),
        u64Bytes(toU64(total, 'total')),
      ),
    ),
    variant(TOKEN_PROGRAM_VERSIONS, metadata.tokenProgramVersion, 'tokenProgramVersion'),
    u32Bytes(creators.length),
    ...creators.map(creatorBytes),
  );
}

/** Reads what {@link encodeLeafMetadata} writes. @throws RangeError for any other bytes */
export function decodeLeafMetadata(bytes: Uint8Array): LeafMetadata {
  const reader = new BorshReader(bytes, 'metadata');
  const metadata: LeafMetadata = {
    name: reader.text(),
    symbol: reader.text(),
    uri: reader.text(),
    sellerFeeBasisPoints: reader.u16(),
    primarySaleHappened: reader.bool(),
    isMutable: reader.bool(),
    editionNonce: reader.option(() => reader.u8()),
    tokenStandard: reader.option(() => named(reader, TOKEN_STANDARDS, 'token standard')),
    collection: reader.option(() => ({ verified: reader.bool(), key: reader.key() })),
    uses: reader.option(() => ({
      useMethod: named(reader, USE_METHODS, 'use method'),
      remaining: reader.u64(),
      total: reader.u64(),
    })),
    tokenProgramVersion: named(reader, TOKEN_PROGRAM_VERSIONS, 'token program version'),
    creators: reader.list(CREATOR_LENGTH, () => ({
      address: reader.key(),
      verified: reader.bool(),
      share: reader.u8(),
    })),
  };
  reader.end();
  return metadata;
}

/** 32 bytes: the metadata, and its royalty once more, as a leaf holds them. */
export function dataHash(metadata: LeafMetadata): Uint8Array {
  const royalty = small(metadata.sellerFeeBasisPoints, 2, 'sellerFeeBasisPoints');
  return keccak_256(concatBytes(keccak_256(encodeLeafMetadata(metadata)), royalty));
}

/** 32 bytes: the creators, as a leaf holds them. */
export function creatorHash(creators: readonly MetadataCreator[]): Uint8Array {
  return keccak_256(concatBytes(...creators.map(creatorBytes)));
}

function creatorBytes({ address, verified, share }: MetadataCreator): Uint8Array {
  return concatBytes(address.toBytes(), flag(verified), small(share, 1, 'share'));
}

function text(value: string, what: string): Uint8Array {
  const bytes = utf8(value, what);
  return concatBytes(u32Bytes(bytes.length), bytes);
}

function flag(value: boolean): Uint8Array {
  return Uint8Array.of(value ? 1 : 0);
}

function small(value: number, bytes: 1 | 2, what: string): Uint8Array {
  if (!Number.isInteger(value) || value < 0 || value >= 256 ** bytes) {
    throw new TypeError(`${what} must be a whole number below ${256 ** bytes}, not ${value}`);
  }
  return u32Bytes(value).slice(0, bytes);
}

function option<T>(value: T | null, encode: (value: T) => Uint8Array): Uint8Array {
  return value === null ? Uint8Array.of(0) : concatBytes(Uint8Array.of(1), encode(value));
}

function variant<N extends string>(names: readonly N[], name: N, what: string): Uint8Array {
  const number = names.indexOf(name);
  if (number < 0) throw new TypeError(`${what} must be one of ${names.join(', ')}, not ${name}`);
  return Uint8Array.of(number);
}

function named<N extends string>(reader: BorshReader, names: readonly N[], what: string): N {
  return names[reader.among(names.length, what)] as N;
}
