import { rawWebhook } from '@agent-labs/localnet';
import { World } from './world';
import { startIndexer, openPglite } from '@agent-labs/indexer';
(async () => {
  let t = performance.now();
  const world = await World.start(1);
  await world.live(Number(process.argv[2] ?? 1000));
  console.log('world', ((performance.now() - t)/1000).toFixed(1), [...world.done].map(([a,b])=>`${a}:${b}`).join(' '));
  const { node, deployment, rpcUrl } = world.localnet;
  const ours = [...node.history.all()].filter((r) => { const s=new Set([...node.history.of(deployment.registry.toBase58()), ...node.history.of(deployment.escrow.toBase58())]); return s.has(r) });
  console.log(ours.length, 'failed', ours.filter(r=>r.error).length);
  t = performance.now();
  const ix = await startIndexer({ rpcUrl, deployment, webhookSecret: 'x'.repeat(32), port: 0, logger: (require('pino') as any)({level:'warn'}) });
  console.log('start', performance.now()-t); 
  const items = ours.map((r)=>JSON.stringify(rawWebhook(r)));
  t = performance.now();
  for (let i=0;i<items.length;i+=500) {
    const r = await fetch(ix.url+'/webhooks/helius',{method:'POST',headers:{authorization:'x'.repeat(32),'content-type':'application/json'},body:`[${items.slice(i,i+500).join(',')}]`});
    if (r.status!==200) console.log(r.status, await r.text());
  }
  console.log('acked', performance.now()-t);
  await ix.settled();
  console.log('folded', performance.now()-t);
  console.log((await (await fetch(ix.url+'/health')).text()));
  await ix.stop(); await world.localnet.stop();
})().catch((e)=>{console.error(e);process.exit(1)});
