/** What each instruction of the protocol does, in a few words; one without words is told by its name. */
export const TITLES: Record<string, Record<string, string>> = {
  registry: {
    agent_register: 'Register an agent',
    agent_update: 'Change an agent',
    agent_set_status: "Change an agent's status",
    agent_heartbeat: "Renew an agent's lease",
    agent_transfer_propose: 'Offer an agent to a new owner',
    agent_transfer_accept: 'Take over an agent',
    agent_close: 'End an agent',
    version_publish: 'Publish a version',
    version_yank: 'Withdraw a version for good',
    version_close: "Return a version's rent",
    attestation_issue: 'Vouch for a wallet',
    attestation_revoke: 'Vouch for a wallet no longer',
  },
  escrow: {
    mandate_open: 'Open a mandate and set money aside',
    mandate_deposit: 'Set more money aside',
    mandate_withdraw: 'Take free money out',
    mandate_rotate: 'Replace the session key',
    mandate_kill: 'Stop all spending, for good',
    mandate_close: 'End a mandate and take everything out',
    channel_open: 'Allot money to an agent',
    channel_rearm: 'Allot more to an agent',
    channel_settle: 'Settle vouchers',
    channel_payout: 'Pay out what has matured',
    channel_refund: 'Give money back to the payer',
    channel_hold: 'Hold settled money back for a dispute',
    channel_release: 'Release held money to the agent',
    channel_close: 'Close a channel, after its grace',
    channel_reopen: 'Take a closing back',
    channel_drain: 'Return what is left to the mandate',
    channel_finish: 'Take a channel off the chain',
    fees_sweep: 'Pay accrued fees to the treasury',
  },
  stake: {
    vault_open: 'Open a stake vault',
    stake: 'Stake tokens',
    unstake: 'Begin to take stake out',
    withdraw: 'Withdraw cooled stake',
    tranche_release: "Release a former owner's stake",
    position_close: 'Close an empty position',
    vault_close: 'Close a stake vault',
    dispute_open: 'Dispute what a channel cost, with a bond',
    dispute_cite: 'Cite a call as evidence',
    dispute_answer: 'Answer a dispute, with a bond',
    dispute_vote: 'Vote on a dispute',
    dispute_appeal: 'Appeal against a ruling, with a bond',
    dispute_withdraw: 'Take a claim back',
    dispute_execute: 'Carry out the end of a dispute',
  },
  reputation: {
    rate: 'Rate an agent',
    receipt_mint: 'Mint a receipt',
    score_sync: "Write an agent's lost disputes into its score",
    pair_close: "Return a rating record's rent",
    tree_register: 'Register a tree of receipts',
  },
};

/** Accounts that say nothing to whoever signs. */
export const UNTOLD = new Set([
  'config',
  'event_authority',
  'program',
  'system_program',
  'token_program',
  'associated_token_program',
  'instructions',
  'claim_authority',
  'escrow_program',
  'escrow_event_authority',
  'program_data',
  'log_wrapper',
  'compression_program',
  'bubblegum_program',
]);

/** Names of amounts, spans of seconds and points in time among arguments; other whole numbers are numbers. */
export const AMOUNTS = /(amount|deposit|price|cap|max|stake|allotment|claim|bond|above)$/i;
export const SPANS = /(holdback|unbonding|window|grace|lapse|lifetime)$/i;
export const TIMES = /(at|until)$/i;
/** Names of arguments that at zero mean that nothing is asked for. */
export const MEANS_NONE = /^(min|approval|release_?approval)/i;
