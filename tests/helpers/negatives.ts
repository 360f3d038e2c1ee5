import assert from 'node:assert/strict';
import type { AccountState } from '@agent-labs/sdk';
import { MINT_SIZE, TOKEN_2022_PROGRAM_ID, TOKEN_PROGRAM_ID } from '@solana/spl-token';
import { PublicKey, type Signer, SystemProgram, TransactionInstruction } from '@solana/web3.js';
import { funded } from '../fixtures/registry';
import { copyOf, key, LAYOUT_AT } from '../registry/support';
import type { TestChain } from './chains/test-chain';
import { described, expectRefused, OTHER_PROGRAMS, ownPrefix, withAccount } from './refused';

/** A call that would succeed: what to spoil. */
export interface Attempt {
  chain: TestChain;
  instruction: TransactionInstruction;
  signers: Signer[];
  /** Another program's call of it, where no transaction can sign for it; sent in its place. */
  through?: (instruction: TransactionInstruction) => TransactionInstruction;
}

/** What the generic refusals cannot tell of themselves. */
export interface Expected {
  /** Error of one writable account in the place of another (`'vault as destination'`), where both are alike. */
  twice?: Record<string, string>;
  /** Error of an account passed read-only; `ConstraintMut` by default. */
  readonly?: Record<string, string>;
  /** Error of copies of every account; `AccountOwnedByWrongProgram` by default. */
  copies?: string;
  /** Accounts that are refused by names of their own, which the instruction's tests spoil themselves. */
  apart?: string[];
  /** Error of accounts repeated behind its own, where what stands there counts. */
  behind?: string;
}

/**
 * What stands at an account of an instruction: a signer; state of one of our programs; an account of the token
 * program; a program; an address made by the instruction; anything else.
 */
type Kind = 'signer' | 'state' | 'token' | 'program' | 'new' | 'other';

interface Slot {
  name: string;
  address: PublicKey;
  kind: Kind;
  writable: boolean;
  state: AccountState | null;
}

async function slotsOf({ chain, instruction }: Attempt): Promise<Slot[]> {
  const { accounts } = described(instruction);
  return Promise.all(
    // what an instruction takes behind those of the IDL, a proof for one, its own tests spoil
    accounts.map(async (account, at) => {
      const meta = instruction.keys[at];
      assert.ok(meta, 'fewer accounts than the IDL knows');
      const { pubkey, isSigner, isWritable } = meta;
      const state = await chain.getAccount(pubkey);
      const made = state === null && isWritable;
      const kind: Kind = isSigner ? 'signer' : made ? 'new' : kindOf(state);
      return { name: account.name, address: pubkey, kind, writable: isWritable, state };
    }),
  );
}

function kindOf(state: AccountState | null): Kind {
  if (state === null) return 'other';
  if (state.executable) return 'program';
  if (state.owner.equals(TOKEN_PROGRAM_ID)) return 'token';
  return state.owner.equals(SystemProgram.programId) ? 'other' : 'state';
}

/** What the program says to `source` in the place of `slot`, both writable. */
function errorOf(slot: Slot, source: Slot): string | undefined {
  if (slot.kind === 'new') return 'ConstraintSeeds';
  if (slot.kind === source.kind && slot.kind === 'state') return 'AccountDiscriminatorMismatch';
  if (slot.kind === source.kind || slot.kind === 'other') return undefined;
  if (source.kind === 'new' && slot.kind === 'token') return 'AccountNotInitialized';
  return 'AccountOwnedByWrongProgram';
}

/** Declares the refusals that every instruction of escrow owes, whatever it does: each spoils one thing. */
export function refusesForgeries(make: () => Promise<Attempt>, expected: Expected = {}): void {
  describe('whatever it does', () => {
    let attempt: Attempt;
    let slots: Slot[];

    // a refused transaction changes nothing, which each of these checks: they share the attempt
    before(async () => {
      attempt = await make();
      slots = await slotsOf(attempt);
    });

    const ofKind = (...kinds: Kind[]) =>
      slots.filter(({ kind, name }) => kinds.includes(kind) && !expected.apart?.includes(name));
    /** Whether it moves tokens of both token programs: the IDL then pins none. */
    const takesEither = () =>
      described(attempt.instruction).accounts.some(
        ({ name, address }) => name === 'token_program' && address === undefined,
      );
    const sent = (instruction: TransactionInstruction) => attempt.through?.(instruction) ?? instruction;
    const refused = (error: string, instruction = attempt.instruction) => {
      const by = attempt.through === undefined ? '' : ownPrefix(instruction, error);
      return expectRefused(attempt.chain, sent(instruction), attempt.signers, by + error);
    };
    const changed = (name: string, change: Parameters<typeof withAccount>[2]) =>
      withAccount(attempt.instruction, name, change);
    /** Refused while the account is `spoilt`. */
    const refusedWith = async ({ address, state }: Slot, spoilt: Partial<AccountState>, error: string) => {
      const { chain } = attempt;
      assert.ok(state);
      await chain.setAccount(address, { ...state, ...spoilt });
      await refused(error).finally(() => chain.setAccount(address, state));
    };

    it('attack 1: wants each signature', async () => {
      for (const { name } of ofKind('signer')) {
        await refused('AccountNotSigner', changed(name, { isSigner: false }));
      }
    });

    it('wants what it changes writable', async () => {
      for (const { name } of slots.filter(({ writable }) => writable)) {
        await refused(expected.readonly?.[name] ?? 'ConstraintMut', changed(name, { isWritable: false }));
      }
    });

    it('attack 2: reads no account of another program', async () => {
      for (const slot of ofKind('state')) {
        for (const owner of OTHER_PROGRAMS) await refusedWith(slot, { owner }, 'AccountOwnedByWrongProgram');
      }
      for (const slot of ofKind('token')) {
        for (const owner of [SystemProgram.programId, attempt.instruction.programId]) {
          await refusedWith(slot, { owner }, 'AccountOwnedByWrongProgram');
        }
        const swapped = takesEither() ? 'TokenProgramMismatch' : 'AccountOwnedByWrongProgram';
        await refusedWith(slot, { owner: TOKEN_2022_PROGRAM_ID }, swapped);
      }
    });

    it('attack 3: takes no account of another type', async () => {
      const discriminators = ofKind('state').map(({ state }) => Buffer.from(state?.data.slice(0, 8) ?? []));
      discriminators.push(Buffer.from('7ef50c0a6d5c1b1e', 'hex'));
      for (const slot of ofKind('state')) {
        const data = Buffer.from(slot.state?.data ?? []);
        for (const discriminator of discriminators) {
          if (discriminator.equals(data.subarray(0, 8))) continue;
          const spoilt = Buffer.concat([discriminator, data.subarray(8)]);
          await refusedWith(slot, { data: spoilt }, 'AccountDiscriminatorMismatch');
        }
      }
      for (const slot of ofKind('token')) {
        // a mint where an account should be, and the other way round
        const length = slot.state?.data.length === MINT_SIZE ? 165 : MINT_SIZE;
        await refusedWith(slot, { data: Buffer.alloc(length, 1) }, 'InvalidAccountData');
      }
    });

    it('attack 4: takes no self-consistent copies, which another program owns', async () => {
      const { chain } = attempt;
      const copies = new Map<string, PublicKey>();
      for (const { address, kind } of slots) {
        if (kind === 'state' || kind === 'token') copies.set(address.toBase58(), key());
      }
      for (const { address, state, kind } of slots) {
        const copy = copies.get(address.toBase58());
        if (copy === undefined || state === null) continue;
        const data = Buffer.from(state.data);
        for (const [original, replacement] of copies) replaceKey(data, new PublicKey(original), replacement);
        await chain.setAccount(copy, {
          ...state,
          data,
          owner: kind === 'token' ? state.owner : OTHER_PROGRAMS[1],
        });
      }
      const keys = attempt.instruction.keys.map((meta) => ({
        ...meta,
        pubkey: copies.get(meta.pubkey.toBase58()) ?? meta.pubkey,
      }));
      const copied = new TransactionInstruction({ ...attempt.instruction, keys });
      await refused(expected.copies ?? 'AccountOwnedByWrongProgram', copied);
      for (const { name, address } of slots.filter((slot) => slot.name === 'config')) {
        await refused('ConfigMismatch', changed(name, { pubkey: await copyOf(chain, address) }));
      }
    });

    it('attacks 6, 43: takes no program for another', async () => {
      const { programId } = attempt.instruction;
      for (const { name } of slots.filter((slot) => /^(token|system)_program$/.test(slot.name))) {
        for (const pubkey of [programId, key()]) {
          await refused('InvalidProgramId', changed(name, { pubkey }));
        }
        const swapped =
          name === 'token_program' && takesEither() ? 'TokenProgramMismatch' : 'InvalidProgramId';
        await refused(swapped, changed(name, { pubkey: TOKEN_2022_PROGRAM_ID }));
      }
      await refused('ProgramMismatch', changed('program', { pubkey: TOKEN_PROGRAM_ID }));
      await refused('EventAuthorityMismatch', changed('event_authority', { pubkey: key() }));
    });

    it('attack 7: takes no account twice as mutable', async () => {
      const mutable = slots.filter(({ writable, kind }) => writable && kind !== 'signer');
      for (const slot of mutable) {
        for (const source of mutable.filter((other) => other !== slot)) {
          const pair = `${source.name} as ${slot.name}`;
          const error = expected.twice?.[pair] ?? errorOf(slot, source);
          assert.ok(error, `say what ${pair} is refused with`);
          await refused(error, changed(slot.name, { pubkey: source.address })).catch((thrown: Error) => {
            throw new Error(`${pair}: ${thrown.message}`);
          });
        }
      }
    });

    it('attack 12: reads neither zero discriminators nor layouts it does not know', async () => {
      for (const slot of ofKind('state')) {
        const data = Buffer.from(slot.state?.data ?? []).fill(0, 0, 8);
        await refusedWith(slot, { data }, 'AccountDiscriminatorMismatch');
      }
      for (const slot of ofKind('state')) {
        for (const layout of [0, 2, 255]) {
          const data = Buffer.from(slot.state?.data ?? []);
          data.writeUInt8(layout, LAYOUT_AT);
          await refusedWith(slot, { data }, 'UnknownLayout');
        }
      }
    });

    it('is not spoilt but for those changes, nor by accounts repeated behind its own', async () => {
      const { chain, instruction, signers } = attempt;
      const keys = [...instruction.keys, ...instruction.keys.map((meta) => ({ ...meta, isWritable: true }))];
      const more = new TransactionInstruction({ ...instruction, keys });
      const payer = await funded(chain);
      if (expected.behind !== undefined) await refused(expected.behind, more);
      await chain.send([sent(expected.behind === undefined ? more : instruction)], { payer, signers });
    });
  });
}

/** Puts `replacement` wherever the bytes name `original`. */
function replaceKey(data: Buffer, original: PublicKey, replacement: PublicKey): void {
  for (let at = data.indexOf(original.toBuffer()); at >= 0; at = data.indexOf(original.toBuffer())) {
    data.set(replacement.toBytes(), at);
  }
}
