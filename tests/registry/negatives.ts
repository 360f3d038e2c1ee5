import { TOKEN_PROGRAM_ID } from '@solana/spl-token';
import { type PublicKey, type Signer, SystemProgram, type TransactionInstruction } from '@solana/web3.js';
import { funded, type RegistryFixture } from '../fixtures/registry';
import { described, expectRefused, withAccount } from '../helpers/refused';
import { copyOf, key, LAYOUT_AT, patch } from './support';

/** A valid call of an instruction: what to spoil. */
export interface Call {
  instruction: TransactionInstruction;
  signers: Signer[];
}

type AccountType =
  | 'Config'
  | 'ConfigProposal'
  | 'Agent'
  | 'AgentVersion'
  | 'Delegates'
  | 'Attestation'
  | 'Tombstone';

export interface Negatives<F extends Pick<RegistryFixture, 'chain'>> {
  /** State in which the call would succeed. */
  setup: () => Promise<F>;
  call: (fixture: F) => Promise<Call>;
  /** Accounts of ours that the instruction reads, by their names in the IDL. */
  accounts?: Partial<Record<string, AccountType>>;
}

/** What the program says to an account of the right type at the wrong address. */
const MISPLACED: Record<AccountType, string> = {
  Config: 'ConfigMismatch',
  ConfigProposal: 'ConstraintSeeds',
  Agent: 'ConstraintSeeds',
  AgentVersion: 'ConstraintSeeds',
  Delegates: 'ConstraintSeeds',
  Attestation: 'ConstraintSeeds',
  // any tombstone is one; it is the version that does not belong to it
  Tombstone: 'ConstraintSeeds',
};

/** What the program says to an account that was never made. */
const MISSING: Record<AccountType, string> = {
  Config: 'AccountOwnedByWrongProgram',
  ConfigProposal: 'AccountNotInitialized',
  Agent: 'AccountOwnedByWrongProgram',
  AgentVersion: 'AccountNotInitialized',
  Delegates: 'AccountOwnedByWrongProgram',
  Attestation: 'AccountOwnedByWrongProgram',
  Tombstone: 'AccountNotInitialized',
};

/** The refusals that every instruction owes, whatever it does: spoils one thing of a valid call at a time. */
export function genericNegatives<F extends Pick<RegistryFixture, 'chain'>>({
  setup,
  call,
  accounts = {},
}: Negatives<F>): void {
  describe('whatever it does', () => {
    let fixture: F;
    let valid: Call;

    // A refused transaction changes nothing, which each of these checks: they share a chain.
    before(async () => {
      fixture = await setup();
      valid = await call(fixture);
    });

    const refused = (change: Parameters<typeof withAccount>[2], name: string, error: string) =>
      expectRefused(fixture.chain, withAccount(valid.instruction, name, change), valid.signers, error);
    const listed = (wanted: (account: ReturnType<typeof described>['accounts'][number]) => boolean) =>
      described(valid.instruction)
        .accounts.filter(wanted)
        .map(({ name }) => name);
    const typed = () => Object.entries(accounts) as [string, AccountType][];
    const at = (name: string): PublicKey => {
      const index = described(valid.instruction).accounts.findIndex((account) => account.name === name);
      const meta = valid.instruction.keys[index];
      if (meta === undefined) throw new Error(`no account ${name}`);
      return meta.pubkey;
    };

    it('attack 1: wants each signature', async () => {
      for (const name of listed(({ signer }) => signer === true)) {
        await refused({ isSigner: false }, name, 'AccountNotSigner');
      }
    });

    it('wants what it changes writable', async () => {
      for (const name of listed(({ writable }) => writable === true)) {
        await refused({ isWritable: false }, name, 'ConstraintMut');
      }
    });

    it('attack 6: takes no program for another', async () => {
      for (const name of listed((account) => ['system_program', 'registry'].includes(account.name))) {
        await refused({ pubkey: TOKEN_PROGRAM_ID }, name, 'InvalidProgramId');
      }
      await refused({ pubkey: SystemProgram.programId }, 'program', 'ProgramMismatch');
      await refused({ pubkey: key() }, 'event_authority', 'EventAuthorityMismatch');
    });

    it('attack 2: reads no account of another program', async () => {
      for (const [name] of typed()) {
        const pubkey = await copyOf(fixture.chain, at(name), TOKEN_PROGRAM_ID);
        await refused({ pubkey }, name, 'AccountOwnedByWrongProgram');
      }
    });

    it('attack 3: takes no account for one of another type', async () => {
      const { chain } = fixture;
      for (const [name] of typed()) {
        const pubkey = await copyOf(chain, at(name));
        await patch(chain, pubkey, (data) => data.set(Buffer.from('7ef50c0a6d5c1b1e', 'hex')));
        await refused({ pubkey }, name, 'AccountDiscriminatorMismatch');
        const other = typed().find(([, type]) => type !== accounts[name]);
        if (other !== undefined) {
          await refused({ pubkey: at(other[0]) }, name, 'AccountDiscriminatorMismatch');
        }
      }
    });

    it('attack 4: takes no account outside its derived address, however consistent', async () => {
      for (const [name, type] of typed()) {
        await refused({ pubkey: await copyOf(fixture.chain, at(name)) }, name, MISPLACED[type]);
      }
    });

    it('reads no account that was never made', async () => {
      for (const [name, type] of typed()) await refused({ pubkey: key() }, name, MISSING[type]);
    });

    it('attack 12: reads neither a zero discriminator nor an unknown layout', async () => {
      const { chain } = fixture;
      for (const [name] of typed()) {
        const account = await chain.getAccount(at(name));
        await patch(chain, at(name), (data) => data.fill(0, 0, LAYOUT_AT));
        await refused({}, name, 'AccountDiscriminatorMismatch');
        await chain.setAccount(at(name), account);
        for (const layout of [0, 2, 255]) {
          await patch(chain, at(name), (data) => data.writeUInt8(layout, LAYOUT_AT));
          await refused({}, name, 'UnknownLayout');
        }
        await chain.setAccount(at(name), account);
      }
    });

    it('is not spoilt but for those changes', async () => {
      const { instruction, signers } = valid;
      // not sent: the other checks want the state it would change
      await fixture.chain.simulate([instruction], { payer: await funded(fixture.chain), signers });
    });
  });
}
