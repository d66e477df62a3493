/** One call of `translate`: everything between its flags and its report. */
import type { Config } from '../config.ts';
import type { Place } from '../core/drafting/plan.ts';
import type { Account, EngineAccount } from '../core/drafting/report.ts';
import { planSecond } from '../core/drafting/second.ts';
import { UserError } from '../core/errors.ts';
import type { Books, Engine } from '../core/ports.ts';
import { isRisky } from '../core/second-opinion/risky.ts';
import type { Services } from '../services.ts';
import { agree, capsFor, charactersOf, type Caps } from './drafting-budget.ts';
import {
  lookAhead,
  openDraftable,
  planFor,
  wordingOf,
  type Draftable,
  type Outlook,
} from './drafting-plan.ts';
import { heedProblems } from './drafting-terms.ts';
import { estimated, keepFound, reusedDrafts, send, unsent } from './drafting-send.ts';
import { chooseSlugs } from './slugs.ts';

export type DraftFlags = {
  readonly dryRun: boolean;
  /** Send without asking. */
  readonly yes: boolean;
  /** Drafts anew what lacks a term and was drafted with other terms. */
  readonly redoTerms: boolean;
  readonly engine?: string;
  readonly compare?: string;
};

export interface Drafted {
  readonly account: Account;
  readonly engine: Engine | null;
  readonly config: Config;
  readonly caps: Caps;
  /** The user did not want to send what it would cost. */
  readonly declined: boolean;
}

/** What is fixed for the whole call. */
interface Call {
  readonly services: Services;
  readonly flags: DraftFlags;
  readonly draftable: Draftable;
  readonly books: Books;
  /** Names this call in the ledger. */
  readonly run: string;
  /** Of the engine that drafts, whether it can be opened or not; null for none. */
  readonly name: string | null;
  readonly engine: Engine | null;
  readonly missing: string | null;
  readonly compare: Engine | null;
}

async function openEngine(call: Pick<Call, 'services' | 'draftable'>, id: string) {
  const { services, draftable } = call;
  const opened = await services.openEngine(draftable.config, id);
  return 'missing' in opened
    ? { engine: null, missing: opened.missing }
    : { engine: opened, missing: null };
}

/** The engine of `--compare`, which has to be there when it is asked for. */
async function openCompare(
  call: Pick<Call, 'services' | 'draftable' | 'flags' | 'name'>,
): Promise<Engine | null> {
  const { flags, name, services } = call;
  if (flags.compare === undefined) return null;
  if (flags.compare === name) {
    throw new UserError(services.t('translate.sameEngine', { engine: flags.compare }));
  }
  const { engine, missing } = await openEngine(call, flags.compare);
  if (engine === null) throw new UserError(missing);
  return engine;
}

/** Requests to both engines, as far as they are known before the first is sent. */
interface Outlooks {
  readonly plan: Account['plan'];
  readonly first: Outlook;
  readonly second: Outlook | null;
}

/** Segments for a second opinion; before the run those count that will have a first one after it. */
async function lookAtSecond(
  { draftable, compare, books }: Call,
  states: Draftable['states'],
  willHaveDraft: (place: Place) => boolean,
): Promise<Outlook | null> {
  if (compare === null) return null;
  const jobs = planSecond({
    states,
    engine: compare.id,
    willHaveDraft,
    isRisky: ({ segment }) => isRisky(segment.text, segment.lang),
    wording: wordingOf(draftable.terms, compare),
  });
  const opened = { engine: compare, answers: books.answers, second: true };
  return lookAhead(draftable, jobs, opened);
}

async function look(call: Call): Promise<Outlooks> {
  const { draftable, name, engine, books, flags } = call;
  const plan = planFor(draftable, name ?? 'none', { engine, redo: flags.redoTerms });
  const opened = { engine, answers: books.answers, second: false };
  const first = await lookAhead(draftable, plan.jobs, opened);
  const places = plan.jobs.flatMap((job) => [job, ...job.copies]);
  const names = new Set([...places, ...plan.earlier.map(({ place }) => place)].map(nameOf));
  const second = await lookAtSecond(call, draftable.states, (place) => names.has(nameOf(place)));
  return { plan, first, second };
}

function nameOf({ slug, unit }: Place): string {
  return `${slug}/${unit.key}`;
}

const NO_DOUBT: EngineAccount['perhapsBilled'] = { requests: 0, characters: 0 };

function dryAccount(call: Call, { plan, first, second }: Outlooks): Account {
  const { name, compare, missing } = call;
  const isIdle = plan.jobs.length === 0;
  const account = (engine: string, outlook: Outlook): EngineAccount => ({
    engine,
    reused: outlook.reused,
    result: estimated(outlook),
    perhapsBilled: NO_DOUBT,
  });
  return {
    plan,
    missing: isIdle ? null : missing,
    dryRun: true,
    // Without a key the estimate is for the engine that the config names.
    first: name === null || isIdle ? null : account(name, first),
    second: compare === null || second === null ? null : account(compare.id, second),
  };
}

/** Characters that will be charged by engines that charge. */
function chargeable(engine: Engine | null, outlook: Outlook | null): number {
  if (engine === null || engine.free || outlook === null) return 0;
  return charactersOf(outlook.reused.batches);
}

function charges({ engine, compare }: Call, { first, second }: Outlooks): number {
  return chargeable(engine, first) + chargeable(compare, second);
}

async function mayCharge(call: Call, outlooks: Outlooks, caps: Caps): Promise<boolean> {
  const { engine, compare, services, flags, draftable } = call;
  const first = chargeable(engine, outlooks.first);
  const second = chargeable(compare, outlooks.second);
  const asked = first > 0 ? engine : compare;
  const characters = charges(call, outlooks);
  if (asked === null || characters === 0 || flags.yes) return true;
  const prices: Readonly<Record<string, number | undefined>> = draftable.config.pricePerMillion;
  const price = second > 0 && first > 0 ? undefined : prices[asked.id];
  return agree(services, asked, { characters, price, caps });
}

/** What the caps of the call leave now. */
function caps({ services, books, draftable, run }: Call): Promise<Caps> {
  return capsFor(services, books.ledger, { budget: draftable.config.budget, run });
}

/** The first engine's part: drafts that cost nothing, then requests. */
async function draftFirst(
  call: Call,
  { plan, first }: Outlooks,
  agreed: boolean,
): Promise<EngineAccount | null> {
  const { services, draftable, engine, books, run } = call;
  const { inContext, exact } = plan.memory;
  const kept = engine === null ? [] : reusedDrafts(first, engine);
  await keepFound(services, draftable, [...inContext, ...exact, ...plan.earlier, ...kept]);
  if (engine === null || plan.jobs.length === 0) return null;
  const { id } = engine;
  if (!agreed) {
    const result = unsent(first, null);
    return { engine: id, reused: first.reused, result, perhapsBilled: NO_DOUBT };
  }
  const sending = { services, draftable, engine, outlook: first, books, run, isSecond: false };
  return send({ ...sending, caps: await caps(call) });
}

/** The second engine's part, on the drafts that are there now. */
async function draftSecond(call: Call): Promise<EngineAccount | null> {
  const { services, draftable, compare, books, run } = call;
  if (compare === null) return null;
  const states = [];
  for (const { article } of draftable.states) {
    states.push(await draftable.workspace.open(article.slug));
  }
  const outlook = await lookAtSecond(call, states, () => false);
  if (outlook === null) return null;
  await keepFound(services, draftable, reusedDrafts(outlook, compare));
  const sending = { services, draftable, engine: compare, outlook, books, run, isSecond: true };
  return send({ ...sending, caps: await caps(call) });
}

async function draft(call: Call, outlooks: Outlooks): Promise<Omit<Drafted, 'config' | 'engine'>> {
  const agreed = await mayCharge(call, outlooks, await caps(call));
  const first = await draftFirst(call, outlooks, agreed);
  const goesOn = agreed && (first === null || first.result.stop === null);
  const second = goesOn ? await draftSecond(call) : null;
  const { plan } = outlooks;
  const missing = plan.jobs.length === 0 ? null : call.missing;
  const account = { plan, missing, dryRun: false, first, second };
  return { account, caps: await caps(call), declined: !agreed };
}

/** One after the other: two runs in one workspace would pay for the same sentences. */
async function claimed<Result>(
  services: Services,
  books: Books,
  run: () => Promise<Result>,
): Promise<Result> {
  const claim = await books.claim(services.user);
  if ('heldBy' in claim) throw new UserError(services.t('translate.held', { who: claim.heldBy }));
  try {
    return await run();
  } finally {
    await claim.release();
  }
}

async function openCall(
  services: Services,
  flags: DraftFlags,
  opened: Pick<Call, 'books' | 'draftable'>,
): Promise<Call> {
  const id = flags.engine ?? opened.draftable.config.engine;
  const name = id === 'none' ? null : id;
  const base = { services, flags, ...opened, name, run: services.newId() };
  const opening = await openEngine(base, id);
  // An engine that is asked for by name has to be there.
  if (flags.engine !== undefined && name !== null && opening.engine === null) {
    throw new UserError(opening.missing);
  }
  return { ...base, ...opening, compare: await openCompare(base) };
}

/** Drafts what is missing in the named articles, or in all; with `dryRun` only says what would be done. */
export async function draftAll(
  services: Services,
  flags: DraftFlags,
  slugs: readonly string[],
): Promise<Drafted> {
  const { config, workspace } = await services.openWorkspace();
  const books = await services.openBooks(workspace);
  const work = async (): Promise<Drafted> => {
    // What a run that was killed had kept belongs into the files before more is added.
    if (!flags.dryRun) await workspace.recover();
    const chosen = await chooseSlugs(workspace, slugs);
    const draftable = await openDraftable(services, { config, workspace }, chosen);
    const call = await openCall(services, flags, { books, draftable });
    const outlooks = await look(call);
    const { engine } = call;
    const isCharged = !flags.dryRun && charges(call, outlooks) > 0;
    heedProblems(services, draftable.terms, isCharged);
    if (!flags.dryRun) return { ...(await draft(call, outlooks)), engine, config };
    const account = dryAccount(call, outlooks);
    return { account, engine, config, caps: await caps(call), declined: false };
  };
  return flags.dryRun ? work() : claimed(services, books, work);
}
