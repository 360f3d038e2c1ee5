import type { ShownField, ShownInstruction } from '@agent-labs/sdk';
import { cutText, grouped, shortHash } from '../lib/text.js';
import { exactTime, span } from '../lib/time.js';
import { Address } from './address.js';
import { Amount, Sol } from './amount.js';
import { Badge } from './status.js';

/** An instruction in words, told from its bytes. */
export function Instruction({ instruction, mint }: { instruction: ShownInstruction; mint: string | null }) {
  const { title, program, fields, risk } = instruction;
  const isPlumbing = ['compute budget', 'ed25519', 'associated token'].includes(program);
  return (
    <details className="instruction" open={!isPlumbing}>
      <summary>
        <strong>{title}</strong>
        {risk !== null && <Badge tone="risk">{risk}</Badge>}
        <span className="program">{program}</span>
      </summary>
      <dl className="facts">
        {fields.map((field, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: fields of an instruction never move
          <Field key={at} field={field} mint={mint} />
        ))}
      </dl>
    </details>
  );
}

function Field({ field, mint }: { field: ShownField; mint: string | null }) {
  return (
    <>
      <dt>{field.label}</dt>
      <dd>
        <Value field={field} mint={mint} />
      </dd>
    </>
  );
}

function Value({ field: { kind, value, mint: own }, mint }: { field: ShownField; mint: string | null }) {
  switch (kind) {
    case 'address':
      return <Address address={value} />;
    case 'amount':
      return <Amount amount={BigInt(value)} mint={own ?? mint} />;
    case 'lamports':
      return <Sol lamports={BigInt(value)} />;
    case 'time':
      return <>{value === '0' ? 'never' : exactTime(Number(value))}</>;
    case 'span':
      return <span className="mono">{span(Number(value))}</span>;
    case 'hash':
      return (
        <code className="break" title={value}>
          {shortHash(value)}
        </code>
      );
    case 'number':
      return <code>{grouped(BigInt(value))}</code>;
    default:
      return <span className="break">{cutText(value, 300)}</span>;
  }
}
