import type { FacetCount, NetworkInput, NetworkQuestion, Questions, Reliability } from '../analysis/index.js';
import type {
  ActorRow,
  actorQueries,
  CitationColumns,
  ConditionRow,
  DisputeRow,
  EventRow,
  eventQueries,
  mergeQueries,
  PublisherRow,
  SourceRow,
  StanceColumns,
  StatementRow,
  TopicRow,
  topicQueries,
} from '../store/index.js';
import type { Page } from './connections.js';
import type { Facets } from './facets.js';
import type { EdgeEvidence, EvidenceLoader } from './network-evidence.js';

/**
 * What the resolvers of each type get from the field above: mostly the row as the store returned it, so that a field
 * that is a column needs no resolver.
 */
export type ActorParent = ActorRow;
export type TopicParent = TopicRow;
export type StatementParent = StatementRow;
export type EventParent = EventRow;
export type PublisherParent = PublisherRow;
export type ConditionParent = ConditionRow;
export type DisputeParent = DisputeRow;

/** A source, with its publisher where the same statement found both. */
export type SourceParent = SourceRow & { readonly foundPublisher?: PublisherRow | null };

export interface SpeakerParent {
  readonly actor: ActorParent;
  readonly originalId: string | null;
  readonly role: string | null;
  readonly capacity: string;
  readonly asNamed: string | null;
}
export interface OnBehalfOfParent {
  readonly actor: ActorParent;
  readonly originalId: string | null;
  readonly basis: string;
}
export type StanceParent = StanceColumns & { readonly statementId: string; readonly topic: TopicParent };
export interface StanceRowParent {
  readonly id: string;
  readonly statement: StatementParent;
  readonly stance: StanceColumns;
  readonly proposition: TopicParent;
  readonly speaker: ActorParent;
  readonly principal: ActorParent;
  readonly role: string | null;
  readonly capacity: string;
  readonly basis: string;
}
/** A citation, with its source or the source's id. */
export type CitationParent = { readonly [K in keyof CitationColumns]?: CitationColumns[K] | undefined } & {
  readonly attribution: string;
  readonly source: SourceParent | string;
};
export interface ResponseToParent {
  readonly kind: string;
  readonly target: StatementOrEventParent;
}
export interface ResponseFromParent {
  readonly kind: string;
  readonly statement: StatementParent;
}
export type DecisionParent = topicQueries.DecisionRow;
export type InvolvementParent = eventQueries.InvolvementRow;
export type VoteParent = eventQueries.VoteRow;
export type MergeParent = mergeQueries.MergeOfActorRow;
export type MergedActorParent = ActorParent;
export type MembershipParent = actorQueries.MembershipRow;
export type OfficeParent = actorQueries.OfficeRow;
export interface ClaimParent {
  readonly claim: string;
  readonly sources: readonly SourceParent[];
}

/** The rows of different kinds, told apart by their ids. */
export type StatementOrEventParent = StatementRow | EventRow;
export type NodeParent =
  | ActorRow
  | TopicRow
  | StatementRow
  | EventRow
  | SourceRow
  | PublisherRow
  | ConditionRow
  | DisputeRow;
export type SearchResultParent = NodeParent;

export interface SearchEdgeParent {
  readonly cursor: string;
  readonly node: SearchResultParent;
  readonly score: number;
  readonly words: readonly string[];
}
export interface SearchPage extends Omit<Page<SearchResultParent>, 'edges'> {
  edges(): Promise<SearchEdgeParent[]>;
}

export interface StatementPage extends Page<StatementParent> {
  facets(): Facets;
}
export type StatementFacetsParent = Facets;
export type FacetParent = FacetCount;

export interface DatasetParent {
  readonly revision: number;
  readonly schemaVersion: number;
  /** of the dataset that ships with Demarche, where the graph began with it */
  readonly seedVersion: string | null;
  readonly seedRevision: number | null;
}

export type PropositionReliabilityParent = Reliability['byProposition'][number];

export type ToldSlice = Questions['network']['result']['windows'][number];

/** A network, of a window by its place, and what leads to the evidence of its edges. */
export interface NetworkSliceParent {
  readonly slice: ToldSlice;
  readonly window: number | undefined;
  readonly question: NetworkQuestion;
  readonly evidence: EvidenceLoader;
}
export type NetworkWindowParent = NetworkSliceParent;
export interface NetworkParent extends NetworkSliceParent {
  readonly input: NetworkInput;
  readonly revision: number;
  readonly windows: readonly NetworkWindowParent[];
  readonly moreWindows: boolean;
}
/** By its place in the network. */
export interface NetworkNodeParent {
  readonly slice: ToldSlice;
  readonly place: number;
}
/** By its number in the network. */
export type NetworkEdgeParent = NetworkSliceParent & { readonly edge: number };
export type NetworkVoteParent = EdgeEvidence['votes'][number];

export type PositionChangeParent = Questions['positionChanges']['result']['changes'][number];
export type HeldPositionParent = PositionChangeParent['before'];

export type StanceMatrixParent = Questions['stanceMatrix']['result'] & { readonly revision: number };
/** By its place in the matrix. */
export interface StanceMatrixRowParent {
  readonly matrix: StanceMatrixParent;
  readonly row: number;
}
export type StanceMatrixCellParent = Questions['stanceMatrix']['result']['cells'][number][number] & {
  readonly topic: string;
};
export type MatrixVoteParent = NonNullable<StanceMatrixCellParent['vote']>;
