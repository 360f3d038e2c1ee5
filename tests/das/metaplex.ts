import type { LeafMetadata } from '@agent-labs/sdk';
import type { MetadataArgsArgs } from '@metaplex-foundation/mpl-bubblegum';
import {
  type Context,
  none,
  type Pda,
  publicKey,
  some,
  type PublicKey as UmiKey,
} from '@metaplex-foundation/umi';
import { PublicKey } from '@solana/web3.js';

/** What Metaplex's hashing needs of its client: addresses, derived by web3.js. */
export const umiContext: Pick<Context, 'eddsa' | 'programs'> = {
  eddsa: {
    findPda: (program: UmiKey, seeds: Uint8Array[]) => {
      const [address, bump] = PublicKey.findProgramAddressSync(seeds, new PublicKey(program));
      return [publicKey(address.toBase58()), bump] as unknown as Pda;
    },
  },
  programs: { getPublicKey: (_: string, fallback: string) => publicKey(fallback) },
} as unknown as Pick<Context, 'eddsa' | 'programs'>;

export const umiKey = (key: PublicKey): UmiKey => publicKey(key.toBase58());

const STANDARDS = ['NonFungible', 'FungibleAsset', 'Fungible', 'NonFungibleEdition'];
const METHODS = ['Burn', 'Multiple', 'Single'];
const VERSIONS = ['Original', 'Token2022'];

const optional = <T, U>(value: T | null, map: (value: T) => U) =>
  value === null ? none() : some(map(value));

/** Metadata as Metaplex's client wants it. */
export function umiMetadata(metadata: LeafMetadata): MetadataArgsArgs {
  return {
    ...metadata,
    editionNonce: optional(metadata.editionNonce, (nonce) => nonce),
    tokenStandard: optional(metadata.tokenStandard, (name) => STANDARDS.indexOf(name)),
    collection: optional(metadata.collection, ({ verified, key }) => ({ verified, key: umiKey(key) })),
    uses: optional(metadata.uses, ({ useMethod, ...rest }) => ({
      ...rest,
      useMethod: METHODS.indexOf(useMethod),
    })),
    tokenProgramVersion: VERSIONS.indexOf(metadata.tokenProgramVersion),
    creators: metadata.creators.map(({ address, ...rest }) => ({ ...rest, address: umiKey(address) })),
  } as MetadataArgsArgs;
}
