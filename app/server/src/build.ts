import { buildPage } from './build-page.js';

const began = performance.now();
const built = await buildPage();
const seconds = ((performance.now() - began) / 1_000).toFixed(1);
process.stdout.write(built ? `page built in ${seconds} s\n` : 'the page is built of these sources already\n');
