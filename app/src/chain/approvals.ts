import {
  AccountMismatch,
  type ApprovalAccount,
  approvalAddress,
  approvalDigest,
  callHash,
  consentIdl,
  decodeApproval,
  instructionOfCall,
  previewInstruction,
} from '@agent-labs/sdk';
import { type Idl, utils } from '@coral-xyz/anchor';
import { Buffer } from 'buffer';
import type { ApprovalView } from '../data/approval-views.js';
import { addressOf, connectChain, deployment } from './connection.js';
import { escrowCall } from './escrow-calls.js';
import { mandateAt } from './money.js';
import { accountsOf } from './program-accounts.js';

/** Where the approvers of an approval begin in its account, and how many there can be. */
const APPROVERS_AT = 8 + 328;
const MOST_APPROVERS = 8;
const KEY = 32;

const hex = (bytes: Iterable<number>) => Buffer.from(Uint8Array.from(bytes)).toString('hex');

/** An approval with its digest made anew out of the call that it shows; null where there is none. @throws AccountMismatch */
export async function approvalAt(address: string): Promise<ApprovalView | null> {
  const chain = await connectChain();
  const state = await chain.getAccount(addressOf(address));
  const { consent } = deployment();
  if (state === null || (state.data.length === 0 && !state.owner.equals(consent))) return null;
  if (!state.owner.equals(consent)) {
    throw new AccountMismatch(`${address} is of another program; the address is wrong, or the node lies`);
  }
  const [view] = await viewsOf([{ address, data: state.data }]);
  return view ?? null;
}

/** Approvals that name a wallet as approver, or that it asked for or pays; the one that ends first comes first. */
export async function approvalsOf(wallet: string): Promise<ApprovalView[]> {
  const { consent } = deployment();
  const [asApprover, asPayer, asRequester] = await Promise.all([
    namingApprover(wallet),
    accountsOf(consent, consentIdl, 'Approval', { payer: addressOf(wallet) }),
    accountsOf(consent, consentIdl, 'Approval', { requester: addressOf(wallet) }),
  ]);
  const all = new Map([...asApprover, ...asPayer, ...asRequester].map((found) => [found.address, found]));
  const views = await viewsOf([...all.values()]);
  return views
    .filter(
      ({ approvers, payer, requester }) =>
        [payer, requester].includes(wallet) || approvers.some((one) => one.wallet === wallet),
    )
    .sort((a, b) => a.expiresAt - b.expiresAt);
}

/** Approvals asked for under a mandate, the newest first. */
export async function approvalsUnder(mandate: string): Promise<ApprovalView[]> {
  const found = await accountsOf(deployment().consent, consentIdl, 'Approval', {
    mandate: addressOf(mandate),
  });
  return (await viewsOf(found))
    .filter((view) => view.mandate === mandate)
    .sort((a, b) => b.requestedAt - a.requestedAt);
}

/** A wallet may stand at any place among the approvers, so each place is asked for. */
async function namingApprover(wallet: string): Promise<{ address: string; data: Uint8Array }[]> {
  const { connection } = await connectChain();
  const account = (consentIdl as Idl).accounts?.find(({ name }) => name.toLowerCase() === 'approval');
  if (account === undefined) throw new Error('the IDL has no account Approval');
  const bytes = utils.bytes.bs58.encode(Buffer.from(account.discriminator));
  const places = Array.from({ length: MOST_APPROVERS }, (_, at) => APPROVERS_AT + KEY * at);
  const found = await Promise.all(
    places.map((offset) =>
      connection.getProgramAccounts(deployment().consent, {
        filters: [{ memcmp: { offset: 0, bytes } }, { memcmp: { offset, bytes: wallet } }],
      }),
    ),
  );
  return found
    .flat()
    .map(({ pubkey, account: { data } }) => ({ address: pubkey.toBase58(), data: new Uint8Array(data) }));
}

async function viewsOf(found: { address: string; data: Uint8Array }[]): Promise<ApprovalView[]> {
  const accounts = found.map(({ address, data }) => ({ address, account: decodeApproval(data) }));
  const names = [...new Set(accounts.map(({ account }) => account.mandate.toBase58()))];
  const mandates = new Map(
    await Promise.all(names.map(async (name) => [name, await mandateAt(name)] as const)),
  );
  return accounts.map(({ address, account }) => {
    const mandate = mandates.get(account.mandate.toBase58()) ?? null;
    return viewOf(address, account, mandate);
  });
}

function viewOf(
  address: string,
  account: ApprovalAccount,
  mandate: { mint: string; generation: string } | null,
): ApprovalView {
  const { call } = account;
  const recomputed = approvalDigest(deployment(), account, call);
  const derived = approvalAddress(deployment(), account.mandate, recomputed).toBase58();
  const matches =
    derived === address &&
    hex(recomputed) === hex(account.digest) &&
    hex(callHash(call)) === hex(account.callHash);
  const shown = previewInstruction(deployment(), instructionOfCall(deployment(), call));
  const isEscrows = call.programId.equals(deployment().escrow);
  const taken = isEscrows ? escrowCall(call.data, call.keys) : null;
  const signed = new Set(account.signers.map((signer) => signer.toBase58()));
  return {
    address,
    mandate: account.mandate.toBase58(),
    generation: account.mandateGeneration.toString(),
    nonce: account.nonce.toString(),
    payer: account.payer.toBase58(),
    requester: account.requester.toBase58(),
    rentPayer: account.rentPayer.toBase58(),
    program: call.programId.toBase58(),
    keys: call.keys.map((key) => key.toBase58()),
    data: hex(call.data),
    digest: hex(account.digest),
    recomputed: hex(recomputed),
    matches,
    threshold: account.threshold,
    approvers: account.approvers.map((approver) => ({
      wallet: approver.toBase58(),
      signed: signed.has(approver.toBase58()),
    })),
    requestedAt: Number(account.requestedAt),
    expiresAt: Number(account.expiresAt),
    shown: 'reason' in shown ? null : shown,
    untold: 'reason' in shown ? shown.reason : null,
    outlived: mandate === null || mandate.generation !== account.mandateGeneration.toString(),
    strays: taken !== null && taken.accounts.mandate !== account.mandate.toBase58(),
    mint: mandate?.mint ?? null,
    signers: taken?.signers ?? [],
  };
}
