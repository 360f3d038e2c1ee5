import {
  ASSOCIATED_TOKEN_PROGRAM_ID,
  decodeInstruction as decodeTokenInstruction,
  isApproveCheckedInstruction,
  isApproveInstruction,
  isBurnInstruction,
  isCloseAccountInstruction,
  isMintToInstruction,
  isRevokeInstruction,
  isSetAuthorityInstruction,
  isTransferCheckedInstruction,
  isTransferInstruction,
  TOKEN_2022_PROGRAM_ID,
  TOKEN_PROGRAM_ID,
} from '@solana/spl-token';
import {
  ComputeBudgetInstruction,
  ComputeBudgetProgram,
  Ed25519Program,
  type PublicKey,
  SystemInstruction,
  SystemProgram,
  type TransactionInstruction,
} from '@solana/web3.js';
import type { ShownField, ShownInstruction } from './types.js';

type Decoder = (instruction: TransactionInstruction) => ShownInstruction;

const address = (label: string, key: PublicKey): ShownField => ({
  label,
  kind: 'address',
  value: key.toBase58(),
});
const field = (label: string, kind: ShownField['kind'], value: bigint | number): ShownField => ({
  label,
  kind,
  value: value.toString(),
});

/** Programs of others that transactions of this protocol call. Each throws for what it does not know. */
export const FOREIGN: readonly { id: PublicKey; decode: Decoder }[] = [
  { id: SystemProgram.programId, decode: system },
  { id: TOKEN_PROGRAM_ID, decode: token },
  { id: TOKEN_2022_PROGRAM_ID, decode: token },
  { id: ASSOCIATED_TOKEN_PROGRAM_ID, decode: associatedToken },
  { id: ComputeBudgetProgram.programId, decode: computeBudget },
  { id: Ed25519Program.programId, decode: ed25519 },
];

function system(instruction: TransactionInstruction): ShownInstruction {
  const name = SystemInstruction.decodeInstructionType(instruction);
  if (name === 'Transfer') {
    const { fromPubkey, toPubkey, lamports } = SystemInstruction.decodeTransfer(instruction);
    return {
      program: 'system',
      name: 'transfer',
      title: 'Send SOL',
      fields: [
        address('from', fromPubkey),
        address('to', toPubkey),
        field('amount', 'lamports', BigInt(lamports)),
      ],
      moves: [
        { account: fromPubkey, amount: -BigInt(lamports), kind: 'lamports' },
        { account: toPubkey, amount: BigInt(lamports), kind: 'lamports' },
      ],
      risk: null,
    };
  }
  if (name === 'Create') {
    const { fromPubkey, newAccountPubkey, lamports, space, programId } =
      SystemInstruction.decodeCreateAccount(instruction);
    return {
      program: 'system',
      name: 'create_account',
      title: 'Make an account',
      fields: [
        address('account', newAccountPubkey),
        address('belongs to', programId),
        field('bytes', 'number', space),
        field('deposit', 'lamports', BigInt(lamports)),
      ],
      moves: [{ account: fromPubkey, amount: -BigInt(lamports), kind: 'lamports' }],
      risk: null,
    };
  }
  throw new Error(`${name} of the system program`);
}

function token(instruction: TransactionInstruction): ShownInstruction {
  const decoded = decodeTokenInstruction(instruction, instruction.programId);
  const shown = (
    name: string,
    title: string,
    fields: ShownField[],
    moves: ShownInstruction['moves'] = [],
    risk: string | null = null,
  ): ShownInstruction => ({ program: 'token', name, title, fields, moves, risk });
  if (isTransferInstruction(decoded) || isTransferCheckedInstruction(decoded)) {
    const { source, destination } = decoded.keys;
    const { amount } = decoded.data;
    const fields = [
      address('from', source.pubkey),
      address('to', destination.pubkey),
      {
        ...field('amount', 'amount', amount),
        ...('mint' in decoded.keys && { mint: decoded.keys.mint.pubkey.toBase58() }),
      },
    ];
    return shown('transfer', 'Send tokens', fields, [
      { account: source.pubkey, amount: -amount, kind: 'tokens' },
      { account: destination.pubkey, amount, kind: 'tokens' },
    ]);
  }
  if (isApproveInstruction(decoded) || isApproveCheckedInstruction(decoded)) {
    const { account, delegate } = decoded.keys;
    const fields = [
      address('of', account.pubkey),
      address('to', delegate.pubkey),
      field('up to', 'amount', decoded.data.amount),
    ];
    return shown('approve', 'Let somebody else spend', fields, [], 'gives the right to spend your tokens');
  }
  if (isSetAuthorityInstruction(decoded)) {
    const { newAuthority } = decoded.data;
    const fields = [
      address('of', decoded.keys.account.pubkey),
      ...(newAuthority === null ? [] : [address('to', newAuthority)]),
    ];
    return shown('set_authority', 'Give an authority away', fields, [], 'gives away control of an account');
  }
  if (isRevokeInstruction(decoded)) {
    return shown('revoke', 'Take the right to spend back', [address('of', decoded.keys.account.pubkey)]);
  }
  if (isCloseAccountInstruction(decoded)) {
    const { account, destination } = decoded.keys;
    const fields = [address('account', account.pubkey), address('rent to', destination.pubkey)];
    return shown('close_account', 'Close a token account', fields);
  }
  if (isMintToInstruction(decoded)) {
    const { mint, destination } = decoded.keys;
    const { amount } = decoded.data;
    const fields = [
      { ...field('amount', 'amount', amount), mint: mint.pubkey.toBase58() },
      address('to', destination.pubkey),
    ];
    return shown('mint_to', 'Mint tokens', fields, [{ account: destination.pubkey, amount, kind: 'tokens' }]);
  }
  if (isBurnInstruction(decoded)) {
    const { account, mint } = decoded.keys;
    const { amount } = decoded.data;
    const fields = [{ ...field('amount', 'amount', amount), mint: mint.pubkey.toBase58() }];
    return shown('burn', 'Burn tokens', fields, [
      { account: account.pubkey, amount: -amount, kind: 'tokens' },
    ]);
  }
  throw new Error(`instruction ${instruction.data[0]} of the token program`);
}

function associatedToken({ keys, data }: TransactionInstruction): ShownInstruction {
  const [payer, account, owner, mint] = keys;
  const kind = data.length === 0 ? 0 : data[0];
  if (data.length > 1 || (kind !== 0 && kind !== 1) || !payer || !account || !owner || !mint) {
    throw new Error(`instruction ${data[0]} of the associated token program`);
  }
  return {
    program: 'associated token',
    name: kind === 0 ? 'create' : 'create_idempotent',
    title: 'Make a token account',
    fields: [address('for', owner.pubkey), address('mint', mint.pubkey)],
    moves: [],
    risk: null,
  };
}

function computeBudget(instruction: TransactionInstruction): ShownInstruction {
  const name = ComputeBudgetInstruction.decodeInstructionType(instruction);
  const shown = (title: string, fields: ShownField[]): ShownInstruction => ({
    program: 'compute budget',
    name,
    title,
    fields,
    moves: [],
    risk: null,
  });
  if (name === 'SetComputeUnitLimit') {
    const { units } = ComputeBudgetInstruction.decodeSetComputeUnitLimit(instruction);
    return shown('Limit the work', [field('compute units', 'number', units)]);
  }
  if (name === 'SetComputeUnitPrice') {
    const { microLamports } = ComputeBudgetInstruction.decodeSetComputeUnitPrice(instruction);
    return shown('Pay for priority', [field('micro-lamports a unit', 'number', BigInt(microLamports))]);
  }
  throw new Error(`${name} of the compute budget program`);
}

function ed25519({ data }: TransactionInstruction): ShownInstruction {
  return {
    program: 'ed25519',
    name: 'verify',
    title: 'Check signatures of vouchers',
    fields: [field('signatures', 'number', data[0] ?? 0)],
    moves: [],
    risk: null,
  };
}
