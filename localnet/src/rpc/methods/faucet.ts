import {
  createAssociatedTokenAccountIdempotentInstruction,
  createMintToInstruction,
  getAssociatedTokenAddressSync,
} from '@solana/spl-token';
import type { Keypair } from '@solana/web3.js';
import type { LocalNode } from '../../node/node.js';
import { invalidParams } from '../errors.js';
import type { LocalnetInfo } from './local.js';
import type { Methods } from './method.js';

/** Base units that the faucet gives at once: a million tokens. */
const MOST_TOKENS = 1_000_000_000_000n;

/**
 * Mints tokens of a local chain to whoever asks, as an airdrop gives lamports.
 * @param mintAuthority of the settlement and the stake token
 */
export function faucetMethods(node: LocalNode, info: () => LocalnetInfo, mintAuthority: Keypair): Methods {
  return {
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
  };
}
