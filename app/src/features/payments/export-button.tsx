import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PageToken } from '../../data/config.js';
import { tokenQuery } from '../../data/queries.js';
import type { PaymentGroup } from '../../data/told-payments.js';
import { saveText } from '../../lib/save.js';
import { counted } from '../../lib/text.js';
import { Icon } from '../../ui/icon.js';
import { Failure } from '../../ui/status.js';
import { allPayments, MOST_ROWS, paymentsCsv } from './export.js';

/** Saves all of the history as a file for a spreadsheet. */
export function Export({ wallet, group }: { wallet: string; group: PaymentGroup | null }) {
  const client = useQueryClient();
  const [rows, setRows] = useState(0);
  const save = useMutation({
    mutationFn: async () => {
      setRows(0);
      const found = await allPayments(wallet, group, setRows);
      const tokens = new Map<string, PageToken>();
      for (const mint of new Set(found.rows.map((row) => row.mint))) {
        const token = mint === null ? null : await client.ensureQueryData(tokenQuery(mint));
        if (mint !== null && token) tokens.set(mint, token);
      }
      saveText(`payments-${wallet.slice(0, 8)}.csv`, 'text/csv', paymentsCsv(found.rows, tokens));
      return found;
    },
  });
  return (
    <div className="stack export">
      <button type="button" className="button" disabled={save.isPending} onClick={() => save.mutate()}>
        <Icon name="file" /> {save.isPending ? `Reading, ${rows} so far` : 'Save as CSV'}
      </button>
      <span className="small faint" role="status">
        {save.isSuccess && `${counted(save.data.rows.length, 'payment')} saved`}
        {save.isSuccess && !save.data.isAll && `: the latest ${MOST_ROWS}; earlier ones are left out`}
      </span>
      {save.isError && <Failure error={save.error} />}
    </div>
  );
}
