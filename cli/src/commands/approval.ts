import {
  type ApprovalAccount,
  carryOut,
  closeApproval,
  type Deployment,
  instructionOfCall,
  isApproved,
  type MandateAccount,
  mandateDeposit,
  pendingApprovals,
  previewInstruction,
  readApproval,
  readMandate,
  requestApproval,
  signApproval,
  withdrawApproval,
} from '@agent-labs/sdk';
import type { Keypair, PublicKey, TransactionInstruction } from '@solana/web3.js';
import type { Command } from 'commander';
import type { Act } from '../act.js';
import { address, span, whole } from '../arguments.js';
import { decodeCall } from '../calls.js';
import type { Connected, Context } from '../context.js';
import { CliError } from '../errors.js';
import { shownInstruction } from '../review.js';
import { parseAmount } from '../tokens.js';
import { type Shown, type ShownRecord, Time } from '../values.js';
import { found, shownTransactions } from './common.js';
import { sessionOf } from './session.js';

export function approvalCommands(program: Command, act: Act): void {
  const approval = program.command('approval').description("a mandate's approvers sign one exact call off");
  approval
    .command('list')
    .description('what approvers of a mandate are asked for')
    .argument('<mandate>', 'address')
    .action(act(list));
  approval
    .command('show')
    .description('an approval with the call that it is of, decoded from its bytes')
    .argument('<approval>', 'address')
    .action(act(show));
  approval
    .command('request')
    .description('asks the approvers of a mandate for one exact call')
    .argument('<mandate>', 'address')
    .argument('<call>', 'as ApprovalNeeded tells it: a transaction, base64, or @FILE with it')
    .option('--lifetime <span>', 'until it expires, 30 days at most', '1d')
    .option('--nonce <n>', 'tells two requests for the same call apart', '0')
    .action(act(request));
  approval
    .command('sign')
    .description('signs as an approver, after the call was shown')
    .argument('<approval>', 'address')
    .action(act(sign));
  approval
    .command('withdraw')
    .description("takes an approver's signature back")
    .argument('<approval>', 'address')
    .action(act(withdraw));
  approval
    .command('carry-out')
    .description('sends the approved call, and so uses the approval up')
    .argument('<approval>', 'address')
    .option('--session <file>', 'key file of the session key, where it is not kept here')
    .option('--deposit <amount>', 'sets aside first what the mandate lacks for it')
    .action(act(carry));
  approval
    .command('close')
    .description('ends an approval that is not to be used; its rent comes back')
    .argument('<approval>', 'address')
    .action(act(close));
}

async function list(context: Context, text: string): Promise<Shown> {
  const mandate = address(text, 'the mandate');
  const { chain, deployment } = await context.connected();
  const [pending, now] = await Promise.all([
    pendingApprovals(chain.connection, deployment, mandate),
    chain.unixTime(),
  ]);
  return {
    mandate,
    approvals: pending.map(({ approval, account }) => ({
      approval,
      call: titleOf(deployment, account),
      signed: account.signers.length,
      threshold: account.threshold,
      state: stateOf(account, now),
      expires: new Time(account.expiresAt),
    })),
  };
}

function stateOf(account: ApprovalAccount, now: bigint): string {
  if (account.expiresAt <= now) return 'expired';
  return isApproved(account, now) ? 'approved' : 'waiting';
}

function titleOf(deployment: Deployment, { call }: ApprovalAccount): string {
  const shown = previewInstruction(deployment, instructionOfCall(deployment, call));
  return 'reason' in shown ? `unknown: ${shown.programId.toBase58()} ${shown.reason}` : shown.title;
}

async function view(
  { chain, deployment, tokens }: Connected,
  approval: PublicKey,
  account: ApprovalAccount,
): Promise<ShownRecord> {
  const mandate = found(await readMandate(chain, deployment, account.mandate), 'mandate', account.mandate);
  const shown = previewInstruction(deployment, instructionOfCall(deployment, account.call));
  const mint = mandate.mint.toBase58();
  return {
    approval,
    mandate: account.mandate,
    state: stateOf(account, await chain.unixTime()),
    threshold: account.threshold,
    approvers: account.approvers,
    signed: account.signers,
    expires: new Time(account.expiresAt),
    rentPayer: account.rentPayer,
    callHash: account.callHash,
    call:
      'reason' in shown
        ? { unknown: shown.programId, reason: shown.reason }
        : // amounts of a mandate's calls are of its mint
          await shownInstruction(
            { ...shown, fields: shown.fields.map((field) => ({ mint, ...field })) },
            tokens,
          ),
  };
}

async function read({ chain, deployment }: Connected, text: string) {
  const at = address(text, 'the approval');
  return { at, account: found(await readApproval(chain, deployment, at), 'approval', at) };
}

async function show(context: Context, text: string): Promise<Shown> {
  const connected = await context.connected();
  const { account, at } = await read(connected, text);
  return view(connected, at, account);
}

async function request(
  context: Context,
  text: string,
  call: string,
  options: { lifetime: string; nonce: string },
): Promise<Shown> {
  const mandate = address(text, 'the mandate');
  const [lifetime, nonce] = [span(options.lifetime, '--lifetime'), whole(options.nonce, '--nonce')];
  const sending = await context.sending();
  const { deployment, sender, wallet } = sending;
  const instruction = decodeCall(call, deployment.escrow);
  const { approval, digest } = await requestApproval(sender, deployment, {
    ...{ requester: wallet, mandate, instruction, lifetime, nonce },
  });
  return { approval, mandate, digest, ...shownTransactions(sending) };
}

async function sign(context: Context, text: string): Promise<Shown> {
  const sending = await context.sending();
  const { account, at } = await read(sending, text);
  // whoever signs sees the call beside the transaction that signs for it
  const shown = await view(sending, at, account);
  if ('unknown' in (shown.call as ShownRecord)) {
    throw new CliError('CannotBeShown', 'the call cannot be decoded: sign nothing that cannot be shown', 1);
  }
  context.show(shown);
  await signApproval(sending.sender, sending.deployment, at, sending.wallet);
  return {
    approval: at,
    signed: sending.wallet.publicKey,
    call: shown.call as Shown,
    ...shownTransactions(sending),
  };
}

async function withdraw(context: Context, text: string): Promise<Shown> {
  const sending = await context.sending();
  const { at } = await read(sending, text);
  await withdrawApproval(sending.sender, sending.deployment, at, sending.wallet);
  return { approval: at, withdrawn: sending.wallet.publicKey, ...shownTransactions(sending) };
}

async function carry(
  context: Context,
  text: string,
  options: { session?: string; deposit?: string },
): Promise<Shown> {
  const sending = await context.sending();
  const { deployment, sender, tokens, wallet } = sending;
  const { account, at } = await read(sending, text);
  const mandate = found(await readMandate(sender, deployment, account.mandate), 'mandate', account.mandate);
  const before: TransactionInstruction[] = [];
  if (options.deposit !== undefined) {
    const { mint, tokenProgram } = mandate;
    const ref = { mandate: account.mandate, payer: wallet.publicKey, mint, tokenProgram };
    before.push(await mandateDeposit(deployment, ref, parseAmount(options.deposit, await tokens.of(mint))));
  }
  const signers = signersOf(deployment, account, mandate, wallet, options.session);
  await carryOut(sender, deployment, at, { feePayer: wallet, signers, before });
  return { approval: at, carriedOut: true, ...shownTransactions(sending) };
}

/** Those keys that the call wants to sign and that are at hand: the wallet, and the session key. */
function signersOf(
  deployment: Deployment,
  { call }: ApprovalAccount,
  mandate: MandateAccount,
  wallet: Keypair,
  path: string | undefined,
): Keypair[] {
  const wanted = instructionOfCall(deployment, call).keys.filter(({ isSigner }) => isSigner);
  const isWanted = (key: PublicKey) => wanted.some(({ pubkey }) => pubkey.equals(key));
  const session = isWanted(mandate.sessionKey) ? [sessionOf(mandate, wallet, path)] : [];
  return [...session, ...(isWanted(wallet.publicKey) ? [wallet] : [])];
}

async function close(context: Context, text: string): Promise<Shown> {
  const sending = await context.sending();
  const { at } = await read(sending, text);
  await closeApproval(sending.sender, sending.deployment, at, sending.wallet);
  return { approval: at, closed: true, ...shownTransactions(sending) };
}
