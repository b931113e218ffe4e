import { compact, type RecordOf } from '../../model/index.js';
import { type NamedActorRow, resolveQueries, type Store } from '../../store/index.js';
import { comparableName, countryName, derivedId, isCountryName, isoCodeOf } from './actor-name.js';

/** An actor as a dataset names it. */
export interface NamedActor {
  readonly name: string;
  /** the ISO code of the state that it is, where the dataset says so */
  readonly isState?: string | undefined;
  /**
   * where its name is that of a state of the graph: the ISO code of the only one that it may be, `null` where it is
   * none (a state's army, or its citizens, under its name)
   */
  readonly onlyState?: string | null | undefined;
  /** what tells it from others of the same name in the dataset: `PRESIDENT` of `IRNGOV` */
  readonly qualifier?: string | undefined;
  /** what the dataset says of it, for whoever has to find out who it is */
  readonly description?: string | undefined;
  /** where the dataset tells */
  readonly kind?: RecordOf<'actor'>['kind'] | undefined;
}

/** A name that could not be told to be an actor of the graph. */
export interface UnresolvedName {
  readonly name: string;
  /** the actor that stands for it */
  readonly id: string;
  /** `AMBIGUOUS`: all candidates are called so; `UNKNOWN`: none is, candidates are merely alike */
  readonly reason: 'AMBIGUOUS' | 'UNKNOWN';
  /** how many times the input names it */
  readonly count: number;
  readonly candidates: readonly { readonly id: string; readonly name: string }[];
}

export interface ActorResolver {
  /** The id of the actor that a name stands for. */
  idOf(actor: NamedActor): string;
  /** The actors made since it was last asked. */
  newActors(): readonly RecordOf<'actor'>[];
  /** What was not resolved, the most frequent first. */
  unresolved(): UnresolvedName[];
}

/**
 * Resolves names to actors of the graph: by id, by a state's code, by name or alias. What is unknown or ambiguous
 * becomes an actor of its own, marked `unresolved`, whose id is made of dataset and name; once made it stays, whatever
 * else the graph has come to hold, so that the same file gives the same records.
 */
export async function openActorResolver(
  store: Store | undefined,
  dataset: string,
  signal?: AbortSignal,
): Promise<ActorResolver> {
  const known = await knownActors(store, signal);
  const answers = new Map<string, Answer>();
  let made: RecordOf<'actor'>[] = [];

  const resolve = (actor: NamedActor): Answer => {
    const name = fullName(actor);
    const id = derivedId('actor', dataset, actor.isState ?? name);
    const answer = { id, name, reason: 'UNKNOWN', candidates: [], count: 0 } as const;
    if (known.merged.has(id)) return { id, count: 0 };
    if (known.ids.has(id)) return answer;
    const candidates = candidatesFor(known, actor);
    const [only] = candidates;
    const survivors = new Set(candidates.map((candidate) => known.merged.get(candidate) ?? candidate));
    const [survivor] = survivors;
    if (only !== undefined && survivor !== undefined && survivors.size === 1) {
      return { id: candidates.length === 1 ? only : survivor, count: 0 };
    }
    known.ids.add(id);
    made.push(unresolvedActor(id, name, actor));
    return candidates.length === 0 ? answer : { ...answer, reason: 'AMBIGUOUS', candidates };
  };

  return {
    idOf(actor) {
      const key =
        actor.isState ?? `${comparableName(fullName(actor)) || fullName(actor)}\n${actor.onlyState}`;
      const answer = answers.get(key) ?? resolve(actor);
      answers.set(key, answer);
      answer.count += 1;
      return answer.id;
    },
    newActors() {
      const all = made;
      made = [];
      return all;
    },
    unresolved: () => unresolvedNames(known, answers.values()),
  };
}

interface Answer extends Partial<Pick<UnresolvedName, 'name' | 'reason'>> {
  readonly id: string;
  readonly candidates?: readonly string[];
  count: number;
}

interface KnownActors {
  readonly ids: Set<string>;
  /** into which actor each one is merged */
  readonly merged: ReadonlyMap<string, string>;
  /** the ids of states */
  readonly byIsoCode: ReadonlyMap<string, readonly string[]>;
  /** the ids of those that are called so, by comparable name */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  /** those that are resolved */
  readonly actors: ReadonlyMap<string, Pick<NamedActorRow, 'name' | 'kind' | 'isoCode'>>;
}

async function knownActors(store: Store | undefined, signal: AbortSignal | undefined): Promise<KnownActors> {
  const ids = new Set<string>();
  const merged = new Map<string, string>();
  const byIsoCode = new Map<string, string[]>();
  const byName = new Map<string, string[]>();
  const actors = new Map<string, Pick<NamedActorRow, 'name' | 'kind' | 'isoCode'>>();
  if (store) {
    for await (const actor of store.stream(resolveQueries.namedActors, {}, { signal })) {
      const { id, name, kind, aliases, isoCode, unresolved } = actor;
      ids.add(id);
      if (unresolved) continue;
      actors.set(id, { name, kind, isoCode });
      if (kind === 'STATE' && isoCode !== null) append(byIsoCode, isoCode, id);
      for (const called of [name, ...(aliases ?? [])]) append(byName, comparableName(called), id);
    }
    for await (const { into, ...actor } of store.stream(resolveQueries.namedMergedActors, {}, { signal })) {
      const { name, kind, aliases, isoCode, unresolved } = actor;
      ids.add(actor.id);
      merged.set(actor.id, into);
      // one that was resolved is named as before, so that the same file gives the same records
      const id = unresolved ? into : actor.id;
      if (!unresolved) actors.set(id, { name, kind, isoCode });
      const known = actors.get(id);
      if (!known) continue;
      if (known.kind === 'STATE' && isoCode !== null) append(byIsoCode, isoCode, id);
      for (const called of [name, ...(aliases ?? [])]) append(byName, comparableName(called), id);
    }
  }
  return { ids, merged, byIsoCode, byName, actors };
}

function append(lists: Map<string, string[]>, key: string, id: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [id]);
  else if (!list.includes(id)) list.push(id);
}

/** Those that the name stands for: one, none, or several that are called so. */
function candidatesFor(known: KnownActors, { name, isState, onlyState }: NamedActor): readonly string[] {
  if (isState !== undefined && known.byIsoCode.has(isState)) return known.byIsoCode.get(isState) ?? [];
  const id = isState === undefined ? name.trim() : countryName(isState);
  if (known.actors.has(id)) return [id];
  const allowed = isState ?? onlyState;
  const called = (known.byName.get(comparableName(id)) ?? []).filter((candidate) => {
    const actor = known.actors.get(candidate);
    return (
      actor?.kind !== 'STATE' ||
      allowed === undefined ||
      (allowed !== null && allowed === (actor.isoCode ?? allowed))
    );
  });
  if (called.length > 0 || onlyState !== undefined || !/^[A-Z]{3}$/.test(id)) return called;
  return known.byIsoCode.get(isoCodeOf(id) ?? '') ?? [];
}

/** A name in a dataset may be a whole paragraph, by mistake. */
const LONGEST_NAME = 900;

function fullName({ name, isState, qualifier }: NamedActor): string {
  if (isState !== undefined) return countryName(isState);
  const plain = name.trim().slice(0, LONGEST_NAME);
  return qualifier === undefined ? plain : `${plain} (${qualifier.slice(0, 90)})`;
}

/** Its kind is a guess where the dataset does not tell; merging it into the right actor settles that. */
function unresolvedActor(
  id: string,
  name: string,
  { isState, description, kind }: NamedActor,
): RecordOf<'actor'> {
  return compact({
    type: 'actor',
    id,
    kind: kind ?? (isState !== undefined || isCountryName(name) ? 'STATE' : 'ORGANIZATION'),
    name,
    isoCode: isState,
    description,
    unresolved: true,
  });
}

const MOST_CANDIDATES = 5;

function unresolvedNames(known: KnownActors, answers: Iterable<Answer>): UnresolvedName[] {
  const found = new Map<string, UnresolvedName>();
  let alike: Alike | undefined;
  for (const { id, name, reason, candidates = [], count } of answers) {
    if (name === undefined || reason === undefined) continue;
    const before = found.get(id);
    if (before) {
      found.set(id, { ...before, count: before.count + count });
      continue;
    }
    alike ??= alikeActors(new Map([...known.actors].filter(([actor]) => !known.merged.has(actor))));
    const ids = candidates.length > 0 ? candidates : alike(name);
    const named = ids.slice(0, MOST_CANDIDATES).map((candidate) => ({
      id: candidate,
      name: known.actors.get(candidate)?.name ?? '',
    }));
    found.set(id, { name, id, reason, count, candidates: named });
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}

type Alike = (name: string) => string[];

/** Actors that share at least half of all words with a name, the most alike first: for a person to look at. */
function alikeActors(actors: KnownActors['actors']): Alike {
  const words = new Map([...actors].map(([id, { name }]) => [id, new Set(comparableName(name).split(' '))]));
  const byWord = new Map<string, string[]>();
  for (const [id, own] of words) for (const word of own) append(byWord, word, id);
  return (name) => {
    const asked = new Set(comparableName(name).split(' '));
    const shared = new Map<string, number>();
    for (const word of asked)
      for (const id of byWord.get(word) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
    return [...shared]
      .map(([id, both]) => ({ id, share: both / (asked.size + (words.get(id)?.size ?? 0) - both) }))
      .filter(({ share }) => share >= 0.5)
      .sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id);
  };
}
