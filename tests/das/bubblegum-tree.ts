import {
  type Chain,
  encodeLeafMetadata,
  type LeafMetadata,
  merkleTreeBytes,
  RECEIPT_PROGRAMS,
  type TransactionOutcome,
  treeConfigAddress,
} from '@agent-labs/sdk';
import { Keypair, type PublicKey, SystemProgram, TransactionInstruction } from '@solana/web3.js';

const CREATE_TREE = Buffer.from([165, 83, 136, 142, 89, 202, 47, 220]);
const MINT_V1 = Buffer.from([145, 98, 192, 118, 184, 147, 118, 104]);

const signer = (pubkey: PublicKey, isWritable = false) => ({ pubkey, isSigner: true, isWritable });
const writable = (pubkey: PublicKey) => ({ pubkey, isSigner: false, isWritable: true });
const readonly = (pubkey: PublicKey) => ({ pubkey, isSigner: false, isWritable: false });

export interface TreeSize {
  depth: number;
  buffer: number;
  canopy: number;
}

/** A local chain, in process or behind JSON-RPC. */
interface FundingChain extends Chain {
  airdrop(to: PublicKey, lamports: bigint): Promise<unknown>;
}

/** Lamports that keep a tree of these tests rent-exempt, and more. */
const RENT = 1_000_000_000;

/** Metadata with this name, its one creator verified. */
export function metadataBy(creator: PublicKey, name: string, over: Partial<LeafMetadata> = {}): LeafMetadata {
  return {
    name,
    symbol: 'RECEIPT',
    uri: `https://example.com/${name}`,
    sellerFeeBasisPoints: 0,
    primarySaleHappened: false,
    isMutable: false,
    editionNonce: null,
    tokenStandard: 'NonFungible',
    collection: null,
    uses: null,
    tokenProgramVersion: 'Original',
    creators: [{ address: creator, verified: true, share: 100 }],
    ...over,
  };
}

/** A tree of Bubblegum's own that `creator` fills: what anybody can make. */
export class BubblegumTree {
  private constructor(
    readonly chain: FundingChain,
    readonly creator: Keypair,
    readonly address: PublicKey,
    /** of the transaction that made it */
    readonly made: TransactionOutcome,
  ) {}

  static async make(chain: FundingChain, size: TreeSize): Promise<BubblegumTree> {
    const [creator, tree] = [Keypair.generate(), Keypair.generate()];
    await chain.airdrop(creator.publicKey, 100_000_000_000n);
    const space = merkleTreeBytes(size.depth, size.buffer, size.canopy);
    const data = Buffer.alloc(17);
    CREATE_TREE.copy(data);
    data.writeUInt32LE(size.depth, 8);
    data.writeUInt32LE(size.buffer, 12);
    const made = await chain.send(
      [
        SystemProgram.createAccount({
          fromPubkey: creator.publicKey,
          newAccountPubkey: tree.publicKey,
          lamports: RENT,
          space,
          programId: RECEIPT_PROGRAMS.compression,
        }),
        new TransactionInstruction({
          programId: RECEIPT_PROGRAMS.bubblegum,
          keys: [
            writable(treeConfigAddress(tree.publicKey)),
            writable(tree.publicKey),
            signer(creator.publicKey, true),
            signer(creator.publicKey),
            readonly(RECEIPT_PROGRAMS.noop),
            readonly(RECEIPT_PROGRAMS.compression),
            readonly(SystemProgram.programId),
          ],
          data,
        }),
      ],
      { payer: creator, signers: [tree] },
    );
    return new BubblegumTree(chain, creator, tree.publicKey, made);
  }

  /** Mints a leaf; the creator signs as tree delegate. */
  async mint(metadata: LeafMetadata, owner: PublicKey, delegate = owner): Promise<TransactionOutcome> {
    const { creator, address } = this;
    const instruction = new TransactionInstruction({
      programId: RECEIPT_PROGRAMS.bubblegum,
      keys: [
        writable(treeConfigAddress(address)),
        readonly(owner),
        readonly(delegate),
        writable(address),
        signer(creator.publicKey),
        signer(creator.publicKey),
        readonly(RECEIPT_PROGRAMS.noop),
        readonly(RECEIPT_PROGRAMS.compression),
        readonly(SystemProgram.programId),
      ],
      data: Buffer.concat([MINT_V1, encodeLeafMetadata(metadata)]),
    });
    return this.chain.send([instruction], { payer: creator });
  }

  /** The tree's account. */
  async account() {
    const state = await this.chain.getAccount(this.address);
    if (state === null) throw new Error('the tree is gone');
    return state;
  }
}
