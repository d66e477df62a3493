/**
 * Set up before each file of tests. With `DUIZHAO_SEED`, which the gate sets, property tests draw the same
 * cases each time; without it they draw new ones.
 */
import fc from 'fast-check';

const seed = process.env['DUIZHAO_SEED'];
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });
