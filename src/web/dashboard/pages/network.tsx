import type { VariablesOf } from 'gql.tada';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { graphql } from '../../client/graphql';
import { useAnswer } from '../data/use-answer';
import { Answered } from '../parts/answered';
import { ExportLinks, NetworkExportLinks } from '../parts/export-links';
import { NodeLink } from '../parts/node-link';
import { Page } from '../parts/page';
import { Period } from '../parts/period';
import { QueryBehind } from '../parts/query-behind';
import { StatementEntry, statementFields } from '../parts/statement-entry';
import { UndoRedo } from '../parts/undo-redo';
import { YearSlider } from '../parts/year-slider';

const NetworkPicture = lazy(async () => ({
  default: (await import('../parts/network-picture')).NetworkPicture,
}));

const network = graphql(`
  query Network($input: NetworkInput!, $limit: Int!, $of: [ID!]) {
    network(input: $input) {
      statements
      truncated
      communities
      polarisation { value }
      nodes { id name degree strength community }
      edges(limit: $limit, of: $of) { source { id name } target { id name } weight }
    }
  }
`);

type Input = VariablesOf<typeof network>['input'];

/** The options of the API, in words. */
const MEASURES = {
  side: ['who takes the same side, less who takes the other', { aggregation: 'SUBTRACT' }],
  agree: ['who takes the same side', { aggregation: 'CONGRUENCE' }],
  differ: ['who takes opposite sides', { aggregation: 'CONFLICT' }],
  speak: ['who speaks on the same questions', { aggregation: 'IGNORE' }],
} as const;

const KINDS = {
  ACTOR_ACTOR: 'actors, joined by what they say',
  ACTOR_TOPIC: 'actors and the propositions they speak on',
  TOPIC_TOPIC: 'propositions, joined by who speaks on both',
} as const;

const FIRST_EDGES = 200;
const MOST_EDGES = 10_000;

/** Who stands with whom. All that is chosen is in the address: going back undoes a step, and forward does it again. */
export function Network() {
  const [address, setAddress] = useSearchParams();
  const kind = keyOf(KINDS, address.get('nodes')) ?? 'ACTOR_ACTOR';
  const offered = Object.keys(MEASURES).filter(
    // in a two-mode network there is no one to agree with
    (key) => kind !== 'ACTOR_TOPIC' || key === 'side' || key === 'speak',
  ) as (keyof typeof MEASURES)[];
  const measure = offered.find((key) => key === address.get('by')) ?? 'side';
  const limit = Math.min(MOST_EDGES, Number(address.get('edges')) || FIRST_EDGES);
  const least = Number(address.get('least')) || 0;
  const centres = [...new Set(address.getAll('node'))];
  const input = inputOf(address, kind, measure);
  const variables = { input, limit, of: centres.length > 0 ? centres : null };
  const answer = useAnswer(network, variables);
  const set = (changes: Changes, replace = false) =>
    setAddress((before) => changed(before, changes), { preventScrollReset: true, replace });

  return (
    <Page
      title="Network"
      kind="Who stands with whom"
      lead="Each line is computed from statements: choose one to read them. Weights are corrected for how much each speaks."
    >
      <div className="actions">
        <Choice
          label="Show"
          value={kind}
          options={KINDS}
          onChange={(value) => set({ nodes: value, by: null, node: null, edge: null })}
        />
        <Choice
          label="Lines say"
          value={measure}
          options={Object.fromEntries(offered.map((key) => [key, MEASURES[key][0]]))}
          onChange={(value) => set({ by: value, edge: null })}
        />
        <TopicChoice topic={address.get('topic')} onChange={(value) => set({ topic: value, edge: null })} />
        <Period address={address} onChange={(key, value) => set({ [key]: value, edge: null })} />
        <label>
          Leave out lines lighter than{' '}
          <input
            type="number"
            min="0"
            step="0.1"
            defaultValue={least}
            onBlur={(event) => set({ least: Number(event.target.value) ? event.target.value : null })}
          />
        </label>
        <UndoRedo />
      </div>
      <Years
        address={address}
        // a year is passed through: to go back is to go where one came from
        onYear={(year) =>
          set({ from: year ? `${year}` : null, to: year ? `${year}` : null, edge: null }, true)
        }
      />
      <Answered answer={answer} what="the network">
        {({ network: found }) => (
          <Drawn
            found={found}
            centres={centres}
            edge={address.get('edge')}
            address={address}
            input={input}
            onCentres={(ids) => set({ node: ids, edge: null })}
            onEdge={(source, target) => set({ edge: `${source} ${target}` })}
            onMore={
              limit < MOST_EDGES && found.edges.length === limit
                ? () => set({ edges: `${limit * 2}` })
                : undefined
            }
          />
        )}
      </Answered>
      <p className="actions">
        <NetworkExportLinks input={input} />
      </p>
      <p className="actions">
        <ExportLinks label="The statements behind it as" filter={input.filter ?? {}} />
      </p>
      <QueryBehind query={network} variables={variables} />
    </Page>
  );
}

type Changes = Readonly<Record<string, string | null | readonly string[]>>;

/** An address with other values for some keys; what is empty is left out. */
function changed(address: URLSearchParams, changes: Changes): URLSearchParams {
  const next = new URLSearchParams(address);
  for (const [key, value] of Object.entries(changes)) {
    next.delete(key);
    for (const one of [value ?? []].flat()) if (one) next.append(key, one);
  }
  return next;
}

function inputOf(address: URLSearchParams, nodes: keyof typeof KINDS, measure: keyof typeof MEASURES): Input {
  const topic = address.get('topic');
  const from = address.get('from');
  const to = address.get('to');
  return {
    nodes,
    ...MEASURES[measure][1],
    normalization: nodes === 'ACTOR_TOPIC' ? 'NONE' : 'AVERAGE',
    minWeight: Number(address.get('least')) || 0,
    filter: {
      ...(topic && { stance: { topics: [topic] } }),
      ...((from || to) && { date: { ...(from && { from }), ...(to && { to }) } }),
    },
  };
}

function keyOf<Options extends object>(options: Options, key: string | null): keyof Options | undefined {
  return key !== null && Object.hasOwn(options, key) ? (key as keyof Options) : undefined;
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: Readonly<Record<string, string>>;
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {Object.entries(options).map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

const choices = graphql(`
  query NetworkChoices {
    dataset { earliest latest }
    topics(first: 100) { nodes { id name kind } }
  }
`);

interface YearsProps {
  readonly address: URLSearchParams;
  readonly onYear: (year: number | undefined) => void;
}

/** The years there are, one by one. */
function Years({ address, onYear }: YearsProps) {
  const { data } = useAnswer(choices, {});
  const { earliest, latest } = data?.dataset ?? {};
  if (!earliest || !latest) return null;
  const from = address.get('from');
  const year = from?.length === 4 && from === address.get('to') ? Number(from) : undefined;
  return (
    <YearSlider
      first={Number(earliest.slice(0, 4))}
      last={Number(latest.slice(0, 4))}
      year={year}
      onYear={onYear}
    />
  );
}

function TopicChoice({
  topic,
  onChange,
}: {
  readonly topic: string | null;
  readonly onChange: (id: string) => void;
}) {
  const { data } = useAnswer(choices, {});
  const known = data?.topics.nodes ?? [];
  const options = {
    '': 'everything',
    // one that is not among the first hundred can be in the address
    ...(topic && { [topic]: topic }),
    ...Object.fromEntries(
      known.map(({ id, name, kind }) => [id, kind === 'ISSUE' ? `${name} (issue)` : name]),
    ),
  };
  return <Choice label="On" value={topic ?? ''} options={options} onChange={onChange} />;
}

interface Node {
  readonly id: string;
  readonly name: string;
  readonly degree: number;
  readonly strength: number;
  readonly community: number;
}

interface Edge {
  readonly source: { readonly id: string; readonly name: string };
  readonly target: { readonly id: string; readonly name: string };
  readonly weight: number;
}

interface DrawnProps {
  readonly found: {
    readonly statements: number;
    readonly truncated: boolean;
    readonly communities: number;
    readonly polarisation: { readonly value: number } | null;
    readonly nodes: readonly Node[];
    readonly edges: readonly Edge[];
  };
  /** around these, or the whole where there are none */
  readonly centres: readonly string[];
  readonly edge: string | null;
  readonly address: URLSearchParams;
  readonly input: Input;
  readonly onCentres: (ids: readonly string[]) => void;
  readonly onEdge: (source: string, target: string) => void;
  readonly onMore: (() => void) | undefined;
}

function Drawn({ found, centres, edge, address, input, onCentres, onEdge, onMore }: DrawnProps) {
  const { nodes, edges } = found;
  // a list is another one each time
  const around = centres.join(' ');
  const shown = useMemo(() => [...edges].sort((a, b) => b.weight - a.weight), [edges]);
  const pictured = useMemo(() => {
    const ends = new Set(shown.flatMap(({ source, target }) => [source.id, target.id]));
    return {
      nodes: nodes.filter(({ id }) => ends.has(id)),
      edges: shown.map(({ source, target, weight }) => ({ source: source.id, target: target.id, weight })),
      centres: around.split(' '),
    };
  }, [nodes, shown, around]);
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const chosen = centres.length > 0 && (
    <div className="actions">
      <ul className="chips" aria-label="Around">
        {centres.map((id) => (
          <li key={id}>
            <NodeLink node={{ id, name: names.get(id) ?? id }} />{' '}
            <button type="button" onClick={() => onCentres(centres.filter((other) => other !== id))}>
              <span aria-hidden="true">×</span>
              <span className="unseen">take out {names.get(id) ?? id}</span>
            </button>
          </li>
        ))}
      </ul>
      <span className="aside">Choose another node to go on from there.</span>
      <button type="button" onClick={() => onCentres([])}>
        Show all
      </button>
    </div>
  );
  if (shown.length === 0) {
    return (
      <>
        {chosen}
        <p className="state">No two of them are joined by what was said.</p>
      </>
    );
  }
  const [source, target] = edge?.split(' ') ?? [];
  return (
    <>
      <p role="status">
        {nodes.length} nodes in {found.communities} groups, from {found.statements} statements
        {found.polarisation && `; polarisation ${found.polarisation.value.toFixed(2)} (from −1 to 1)`}.{' '}
        {found.truncated && 'Only the heaviest are shown. '}
        {onMore && (
          <button type="button" onClick={onMore}>
            Show more than the {edges.length} heaviest lines
          </button>
        )}
      </p>
      {chosen}
      <div className="network">
        <Suspense fallback={<div className="network-space" />}>
          <NetworkPicture
            nodes={pictured.nodes}
            edges={pictured.edges}
            centres={pictured.centres}
            label="The network as a picture. The table of its lines says the same."
            onNode={(id) => onCentres([...centres, id])}
            onEdge={onEdge}
          />
        </Suspense>
        <Lines edges={shown} nodes={nodes} address={address} />
      </div>
      {source && target && <Evidence key={edge} input={input} between={[source, target]} />}
    </>
  );
}

interface LinesProps {
  readonly edges: readonly Edge[];
  readonly nodes: readonly Node[];
  readonly address: URLSearchParams;
}

/** Rows of the table at first; a person asks for more, and each takes its time to lay out. */
const FIRST_LINES = 500;

function Lines({ edges, nodes, address }: LinesProps) {
  const [count, setCount] = useState(FIRST_LINES);
  const groups = new Map(nodes.map(({ id, community }) => [id, community + 1]));
  const to = (changes: Changes) => `?${changed(address, changes)}`;
  const centres = address.getAll('node');
  const end = (node: Edge['source']) => (
    <>
      <Link to={to({ node: [...new Set([...centres, node.id])], edge: null })} preventScrollReset dir="auto">
        {node.name}
      </Link>{' '}
      <span className="aside">group {groups.get(node.id)}</span>
    </>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="lines" aria-label="Lines" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col" className="number">
              Weight
            </th>
            <th scope="col">Evidence</th>
          </tr>
        </thead>
        <tbody>
          {edges.slice(0, count).map(({ source, target, weight }) => (
            <tr key={`${source.id} ${target.id}`}>
              <td>{end(source)}</td>
              <td>{end(target)}</td>
              <td className="number">{weight.toFixed(2)}</td>
              <td>
                <Link to={to({ edge: `${source.id} ${target.id}` })} preventScrollReset>
                  statements
                  <span className="unseen">
                    {' '}
                    behind {source.name} and {target.name}
                  </span>
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {edges.length > count && (
        <button type="button" onClick={() => setCount(2 * count)}>
          Show more than {count} of {edges.length} lines
        </button>
      )}
    </section>
  );
}

const evidence = graphql(
  `
    query Evidence($input: NetworkInput!, $between: [ID!]) {
      network(input: $input) {
        edges(limit: 1, between: $between) {
          source { id name }
          target { id name }
          weight
          statements(first: 50) {
            nodes { ...StatementFields }
            pageInfo { hasNextPage }
            totalCount
          }
        }
      }
    }
  `,
  [statementFields],
);

/** The very statements that a line was computed from. */
function Evidence({ input, between }: { readonly input: Input; readonly between: string[] }) {
  const variables = { input, between };
  const answer = useAnswer(evidence, variables);
  return (
    <section aria-labelledby="evidence">
      <Answered answer={answer} what="the statements behind the line">
        {({ network: { edges } }) => {
          const [edge] = edges;
          if (!edge) return <p className="state">There is no such line.</p>;
          return (
            <>
              <h2 id="evidence">
                Behind the line between {edge.source.name} and {edge.target.name}
              </h2>
              <p className="aside">
                Weight {edge.weight.toFixed(2)}, from {edge.statements.totalCount} statements
                {edge.statements.pageInfo.hasNextPage && ', the latest fifty of them here'}.
              </p>
              <ol className="statements">
                {edge.statements.nodes.map((statement) => (
                  <li key={statement.id}>
                    <StatementEntry statement={statement} />
                  </li>
                ))}
              </ol>
              <QueryBehind query={evidence} variables={variables} />
            </>
          );
        }}
      </Answered>
    </section>
  );
}
