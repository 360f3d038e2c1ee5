/** Money that moved for a wallet. Addresses are base58, amounts base units. */
export interface PaymentRow {
  key: string;
  signature: string;
  slot: number;
  /** Unix seconds; null where the node does not tell */
  time: number | null;
  /** false: confirmed, and may still vanish */
  final: boolean;
  what: string;
  role: string;
  from: string;
  to: string;
  /** what a payee gets is after the fee */
  amount: bigint;
  /** of the amount for a payer, taken off before it for a payee */
  fee: bigint;
  mint: string | null;
  agent: string | null;
  mandate: string | null;
  channel: string | null;
  job: string | null;
  dispute: string | null;
}

export interface PaymentPage {
  items: PaymentRow[];
  next: string | null;
}
