import { Amount } from './amount.js';

export type Figure = [label: string, amount: bigint, note: string];

/** Amounts of one mint beside each other, each with what it is in a few words. */
export function Figures({ figures, mint }: { figures: Figure[]; mint: string }) {
  return (
    <dl className="figures">
      {figures.map(([label, amount, note]) => (
        <div className="figure" key={label}>
          <dt>{label}</dt>
          <dd>
            <Amount amount={amount} mint={mint} />
            <span className="sub">{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
