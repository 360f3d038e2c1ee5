import {
  createAssociatedTokenAccountIdempotentInstruction,
  createMintToInstruction,
  getAssociatedTokenAddressSync,
} from '@solana/spl-token';
import type { Keypair } from '@solana/web3.js';
import type { LocalNode } from '../../node/node.js';
import { invalidParams } from '../errors.js';
import type { Methods } from './method.js';

/** What `localnet_info` says of a chain. */
export interface LocalnetInfo {
  /** base58 */
  genesisHash: string;
  registry: string;
  escrow: string;
  stake: string;
  reputation: string;
  /** settlement token and stake token, of `tokenDecimals` decimals */
  mint: string;
  stakeMint: string;
  tokenDecimals: number;
  /** Path of the personas' generated keys; null where they are kept in memory. */
  keysFile: string | null;
}

/** Base units that the faucet gives at once: a million tokens. */
const MOST_TOKENS = 1_000_000_000_000n;

/**
 * What only a local chain has: its clock in the caller's hands, a faucet of its tokens, and where its people's
 * keys are.
 * @param mintAuthority of the settlement and the stake token
 */
export function localMethods(node: LocalNode, info: () => LocalnetInfo, mintAuthority: Keypair): Methods {
  const clock = async () => ({ slot: node.height, unixTime: Number(await node.unixTime()) });
  return {
    localnet_info: () => info(),
    localnet_clock: clock,
    localnet_advance: async (params) => {
      const by = params.options(0);
      const [seconds, slots] = [by.whole('seconds'), by.whole('slots')];
      if (seconds === undefined && slots === undefined) throw invalidParams('give seconds or slots');
      await node.advance({
        ...(seconds !== undefined && { seconds }),
        ...(slots !== undefined && { slots }),
      });
      return clock();
    },
    localnet_faucet: async (params) => {
      const [to, mint] = [params.key(0, 'the wallet'), params.key(1, 'the mint')];
      const { mint: settlement, stakeMint } = info();
      if (![settlement, stakeMint].includes(mint.toBase58())) {
        throw invalidParams(`the faucet has ${settlement} and ${stakeMint}`);
      }
      const text = params.text(2, 'the amount');
      const amount = /^[1-9][0-9]{0,19}$/.test(text) ? BigInt(text) : 0n;
      if (amount === 0n || amount > MOST_TOKENS) {
        throw invalidParams(`the amount must be a decimal string of base units, 1 to ${MOST_TOKENS}`);
      }
      const account = getAssociatedTokenAddressSync(mint, to, true);
      const payer = mintAuthority.publicKey;
      const { signature } = await node.send(
        [
          createAssociatedTokenAccountIdempotentInstruction(payer, account, to, mint),
          createMintToInstruction(mint, account, payer, amount),
        ],
        { payer: mintAuthority },
      );
      return { signature, account: account.toBase58() };
    },
    localnet_setUnixTime: async (params) => {
      await node.setUnixTime(BigInt(params.whole(0, 'the Unix time, seconds,')));
      return clock();
    },
  };
}
