import assert from 'node:assert/strict';
import { AccountType, ExtensionType, MINT_SIZE, TOKEN_2022_PROGRAM_ID } from '@solana/spl-token';
import type { PublicKey } from '@solana/web3.js';
import { agentOn, type EscrowFixture, escrowOn } from '../fixtures/escrow';
import { createMint, type RegistryFixture } from '../fixtures/registry';
import type { TestChain } from '../helpers/chains/test-chain';

/** An extension of a mint: its type, and its bytes. */
export type Extension = readonly [kind: number, value: Uint8Array];

const EXTENSIONS_AT = 166;

/** What each refused extension of a mint is refused by; values as Token-2022 makes them, switched off where it can. */
export const REFUSED: readonly [error: string, extension: Extension][] = [
  ['MintTakesFees', [ExtensionType.TransferFeeConfig, new Uint8Array(108)]],
  ['MintHasPermanentDelegate', [ExtensionType.PermanentDelegate, new Uint8Array(32).fill(7)]],
  ['MintHasTransferHook', [ExtensionType.TransferHook, new Uint8Array(64)]],
  // 1 makes accounts initialized, 2 frozen, and whoever may freeze may change it
  ['MintFreezesByDefault', [ExtensionType.DefaultAccountState, Uint8Array.of(1)]],
  ['MintFreezesByDefault', [ExtensionType.DefaultAccountState, Uint8Array.of(2)]],
  ['MintPausable', [26, new Uint8Array(33)]],
  ['MintClosable', [ExtensionType.MintCloseAuthority, new Uint8Array(32).fill(7)]],
  ['MintConfidential', [ExtensionType.ConfidentialTransferMint, new Uint8Array(65)]],
  ['MintConfidential', [16, new Uint8Array(129)]],
  ['MintConfidential', [24, new Uint8Array(196)]],
  ['MintScalesAmounts', [25, new Uint8Array(56)]],
  ['MintScalesAmounts', [ExtensionType.InterestBearingConfig, new Uint8Array(52)]],
  ['MintNotTransferable', [ExtensionType.NonTransferable, new Uint8Array(0)]],
  ['MintExtensionUnknown', [28, new Uint8Array(4)]],
  ['MintExtensionUnknown', [999, new Uint8Array(4)]],
];

/** Describes the mint: harmless. */
export const POINTER: Extension = [ExtensionType.MetadataPointer, new Uint8Array(64).fill(5)];

/** Gives a mint these extensions in place of those it has, past every rule. */
export async function extend(chain: TestChain, mint: PublicKey, extensions: Extension[]): Promise<void> {
  const account = await chain.getAccount(mint);
  assert.ok(account);
  const data = Buffer.alloc(EXTENSIONS_AT);
  data.set(account.data.subarray(0, MINT_SIZE));
  data[EXTENSIONS_AT - 1] = AccountType.Mint;
  const parts = extensions.map(([kind, value]) => {
    const head = Buffer.alloc(4);
    head.writeUInt16LE(kind);
    head.writeUInt16LE(value.length, 2);
    return Buffer.concat([head, value]);
  });
  const whole = Buffer.concat([data, ...parts]);
  const lamports = await chain.rentExemption(whole.length);
  await chain.setAccount(mint, { ...account, lamports, data: whole });
}

/** A mint of Token-2022 with extensions that only describe it. */
export async function mint2022(
  chain: TestChain,
  authority: PublicKey,
  extensions: Extension[] = [POINTER],
): Promise<PublicKey> {
  const mint = await createMint(chain, authority, 6, TOKEN_2022_PROGRAM_ID);
  if (extensions.length > 0) await extend(chain, mint, extensions);
  return mint;
}

/** The registry with a mint of Token-2022 in its settlement mint's place, and an agent priced in it. */
export async function registry2022(registry: RegistryFixture): Promise<RegistryFixture> {
  const mint = await mint2022(registry.chain, registry.mintAuthority.publicKey);
  return agentOn({ ...registry, mint });
}

/** Another payer with a mandate of Token-2022, and a channel to an agent of its own. */
export async function escrow2022(registry: RegistryFixture): Promise<EscrowFixture> {
  return escrowOn(await registry2022(registry));
}
