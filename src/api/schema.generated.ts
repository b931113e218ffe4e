// Made by scripts/codegen.ts from schema/*.graphql: do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ActorParent, CitationParent, ClaimParent, ConditionParent, DatasetParent, DecisionParent, DisputeParent, EventParent, HeldPositionParent, InvolvementParent, MatrixVoteParent, MembershipParent, MergeParent, MergedActorParent, NetworkParent, NetworkEdgeParent, NetworkNodeParent, NetworkSliceParent, NetworkVoteParent, NetworkWindowParent, OfficeParent, OnBehalfOfParent, PositionChangeParent, PropositionReliabilityParent, PublisherParent, ResponseFromParent, ResponseToParent, SearchEdgeParent, SourceParent, SpeakerParent, StanceParent, StanceMatrixParent, StanceMatrixCellParent, StanceMatrixRowParent, StanceRowParent, StatementParent, StatementFacetsParent, StatementOrEventParent, SearchResultParent, NodeParent, TopicParent, VoteParent, StatementPage, FacetParent, SearchPage } from './parents.js';
import type { Page } from './connections.js';
import type { ApiContext } from './context.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A date as precise as its source, in EDTF level 0: `2020-09-01`, `2020-09` or `2020`. */
  EDTF: { input: string; output: string; }
  /** An instant, as `2026-11-24T10:00:00.000Z`. */
  DateTime: { input: string; output: string; }
};

/** What an actor is. */
export type ActorKind =
  /** A state. */
  | 'STATE'
  /** A body, an alliance or a group of states, with dated members. */
  | 'ORGANIZATION'
  /** A person. */
  | 'PERSON';

/** In which part an actor takes part in a statement. */
export type StatementPart =
  /** It is made in the actor's name. */
  | 'PRINCIPAL'
  /** The actor makes it. */
  | 'SPEAKER'
  /** It is said to the actor. */
  | 'ADDRESSEE';

/** A state, a body or a person. The id of an actor that was merged into another one is taken for that of the one that remains, wherever an id may be given. */
export type Actor = Node & {
  __typename?: 'Actor';
  /** The actor's id, such as `actor:iran`. */
  id: Scalars['ID']['output'];
  /** What the actor is. */
  kind: ActorKind;
  /** The name. */
  name: Scalars['String']['output'];
  /** Other names. */
  aliases: Array<Scalars['String']['output']>;
  /** ISO 3166 alpha-3 code, for states. */
  isoCode?: Maybe<Scalars['String']['output']>;
  /** Wikidata id, where it was verified. */
  wikidataId?: Maybe<Scalars['String']['output']>;
  /** Who or what it is, in our own words. */
  description?: Maybe<Scalars['String']['output']>;
  /** Whether it stands for a name of another dataset that could not be told to be an actor; its kind is then a guess. */
  unresolved: Scalars['Boolean']['output'];
  /** The bodies it is or was a member of. */
  memberships: Array<Membership>;
  /** Its members, where it is a body or group. */
  members: Array<Membership>;
  /** The offices the person holds or held. */
  offices: Array<Office>;
  /** Who holds or held office in it. */
  officeHolders: Array<Office>;
  /** The judgements by which other actors were merged into it, also by way of one that is itself merged now; by the ids of those. */
  merges: Array<Merge>;
  /** How it voted, latest first. */
  votes: VoteConnection;
  /** Its statements. */
  statements: StatementConnection;
};


/** A state, a body or a person. The id of an actor that was merged into another one is taken for that of the one that remains, wherever an id may be given. */
export type ActorVotesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A state, a body or a person. The id of an actor that was merged into another one is taken for that of the one that remains, wherever an id may be given. */
export type ActorStatementsArgs = {
  as?: InputMaybe<StatementPart>;
  filter?: InputMaybe<StatementFilter>;
  orderBy?: InputMaybe<StatementOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** That one actor was judged to be another, which is one with it since. Records that name it stand as they are. */
export type Merge = {
  __typename?: 'Merge';
  /** The judgement's id. */
  id: Scalars['ID']['output'];
  /** The actor that is merged, as it was recorded. */
  original: MergedActor;
  /** Into which actor; that one may itself be merged now. */
  into: Scalars['ID']['output'];
  /** Why. */
  reason: Scalars['String']['output'];
  /** Who judged so. */
  by?: Maybe<Scalars['String']['output']>;
  /** When. */
  at?: Maybe<Scalars['DateTime']['output']>;
};

/** An actor that is one with another now. Its id leads to that one. */
export type MergedActor = {
  __typename?: 'MergedActor';
  /** The id it had. */
  id: Scalars['ID']['output'];
  /** What it was taken to be. */
  kind: ActorKind;
  /** The name it was recorded by. */
  name: Scalars['String']['output'];
  /** Other names it was recorded by. */
  aliases: Array<Scalars['String']['output']>;
  /** ISO 3166 alpha-3 code, for states. */
  isoCode?: Maybe<Scalars['String']['output']>;
  /** Wikidata id, where it was verified. */
  wikidataId?: Maybe<Scalars['String']['output']>;
  /** Who or what it is, in our own words. */
  description?: Maybe<Scalars['String']['output']>;
  /** Whether it stood for a name of another dataset that could not be told to be an actor. */
  unresolved: Scalars['Boolean']['output'];
};

/** A dated membership. */
export type Membership = {
  __typename?: 'Membership';
  /** The member. */
  actor: Actor;
  /** The id that the record names as the member, where that actor was merged into this one. */
  originalId?: Maybe<Scalars['ID']['output']>;
  /** The body or group. */
  organization: Actor;
  /** The id that the record names as the body, where that was merged into this one. */
  originalOrganizationId?: Maybe<Scalars['ID']['output']>;
  /** As what, such as `permanent member` or `president`. */
  role?: Maybe<Scalars['String']['output']>;
  /** Since when; `null` where unknown or always. */
  from?: Maybe<Scalars['EDTF']['output']>;
  /** Until when; `null` where unknown or still. */
  to?: Maybe<Scalars['EDTF']['output']>;
  /** Where this is reported. */
  citations: Array<Citation>;
};

/** An office held by a person. */
export type Office = {
  __typename?: 'Office';
  /** Who holds it. */
  person: Actor;
  /** The id that the record names as the person, where that was merged into this one. */
  originalId?: Maybe<Scalars['ID']['output']>;
  /** Of which state or body. */
  of: Actor;
  /** The id that the record names as the state or body, where that was merged into this one. */
  originalOfId?: Maybe<Scalars['ID']['output']>;
  /** The title. */
  title: Scalars['String']['output'];
  /** Since when; `null` where unknown. */
  from?: Maybe<Scalars['EDTF']['output']>;
  /** Until when; `null` where unknown or still. */
  to?: Maybe<Scalars['EDTF']['output']>;
  /** Where this is reported. */
  citations: Array<Citation>;
};

/** Which actors. */
export type ActorFilter = {
  /** One of these ids. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** One of these kinds. */
  kinds?: InputMaybe<Array<ActorKind>>;
  /** One of these ISO 3166 alpha-3 codes. */
  isoCodes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Members of this body. */
  memberOf?: InputMaybe<MemberOf>;
};

/** Pages of actors. */
export type ActorConnection = {
  __typename?: 'ActorConnection';
  /** The actors with their cursors. */
  edges: Array<ActorEdge>;
  /** The actors. */
  nodes: Array<Actor>;
  /** Where the page lies. */
  pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
  /**
   * Where the service has an export of this list: what belongs to its statements, or what is one edge away from the nodes
   * on this page. `null` where there are none. The formats are in `dataset { exports { format } }`.
   */
  exportUrl?: Maybe<Scalars['String']['output']>;
};


/** Pages of actors. */
export type ActorConnectionExportUrlArgs = {
  format?: Scalars['String']['input'];
};

/** An actor in a page. */
export type ActorEdge = {
  __typename?: 'ActorEdge';
  /** Give it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The actor. */
  node: Actor;
};

/** Anything that has an id. One id names one thing in the API, in exports and in URLs, for good. */
export type Node = {
  /** The id: its kind, a colon and a readable name, such as `actor:iran`. */
  id: Scalars['ID']['output'];
};

/** Where a page lies in the whole. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Whether there is more after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether there is more before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first edge; give it as `before` to page backwards. */
  startCursor?: Maybe<Scalars['String']['output']>;
  /** The cursor of the last edge; give it as `after` to go on. */
  endCursor?: Maybe<Scalars['String']['output']>;
};

/** A period, both ends included: everything that can have happened in it. Either end may be left open. */
export type DateRange = {
  /** First day, month or year of the period. */
  from?: InputMaybe<Scalars['EDTF']['input']>;
  /** Last day, month or year of the period. */
  to?: InputMaybe<Scalars['EDTF']['input']>;
};

/** Who were members of a body. */
export type MemberOf = {
  /** The id of the organization, such as `actor:un-security-council`. */
  organization: Scalars['ID']['input'];
  /** As of when. Left out: at the time of the statement (for actors: at any time). */
  at?: InputMaybe<Scalars['EDTF']['input']>;
};

/** What is in the graph. */
export type Dataset = {
  __typename?: 'Dataset';
  /** The name of the dataset service. */
  name: Scalars['String']['output'];
  /**
   * The version of the dataset that ships with Demarche, where the graph began with it (its changes are in
   * `seed/CHANGELOG.md`); `null` for a corpus of your own.
   */
  version?: Maybe<Scalars['String']['output']>;
  /** Whether records were added or changed since that version was loaded. */
  modified: Scalars['Boolean']['output'];
  /**
   * Under which terms the records may be used (SPDX); quotations remain their sources'. `null` where that is not known: in a
   * corpus of your own, and where records were added or changed since.
   */
  licence?: Maybe<Scalars['String']['output']>;
  /** How to cite it. */
  citation?: Maybe<Scalars['String']['output']>;
  /** The version of the software. */
  softwareVersion: Scalars['String']['output'];
  /** Counts up with every change of the data; see `StatementFilter.changedSince`. */
  revision: Scalars['Int']['output'];
  /** The version of the graph's schema. */
  schemaVersion: Scalars['Int']['output'];
  /** The database engine: `neo4j` or `grafeo`. */
  engine: Scalars['String']['output'];
  /** How many of each there are. */
  counts: DatasetCounts;
  /** The formats in which all of it, or a part, can be had for other programs. */
  exports: Array<ExportFormat>;
  /** The first day of the first statement. */
  earliest?: Maybe<Scalars['EDTF']['output']>;
  /** The last day of the last statement. */
  latest?: Maybe<Scalars['EDTF']['output']>;
};

/** How many of each there are. */
export type DatasetCounts = {
  __typename?: 'DatasetCounts';
  /** States, bodies and people. */
  actors: Scalars['Int']['output'];
  /** Issues and propositions. */
  topics: Scalars['Int']['output'];
  /** Statements. */
  statements: Scalars['Int']['output'];
  /** Stances, in all coding sets. */
  stances: Scalars['Int']['output'];
  /** Events. */
  events: Scalars['Int']['output'];
  /** Votes of members. */
  votes: Scalars['Int']['output'];
  /** Sources. */
  sources: Scalars['Int']['output'];
  /** Publishers. */
  publishers: Scalars['Int']['output'];
  /** Conditions. */
  conditions: Scalars['Int']['output'];
  /** Disputes. */
  disputes: Scalars['Int']['output'];
};

/** A format of files for other programs. */
export type ExportFormat = {
  __typename?: 'ExportFormat';
  /** Its name, as in addresses and on the command line. */
  format: Scalars['String']['output'];
  /** What it is, and for which programs. */
  title: Scalars['String']['output'];
  /** The media type of a download: a file of the format, or a zip of several. */
  mediaType: Scalars['String']['output'];
  /** Whether it can hold the table of statements (`what=statements`). */
  hasTables: Scalars['Boolean']['output'];
  /** Whether it can hold discourse networks (`Network.exportUrl`, or `what=network`). */
  hasNetworks: Scalars['Boolean']['output'];
  /**
   * Where the service has all of it in this format; `null` where that holds networks only. A part of it: `filter=` with a `StatementFilter` as JSON, or `ids=` and
   * `depth=` for a neighbourhood.
   */
  url?: Maybe<Scalars['String']['output']>;
};

/** Whether a dispute could be settled. */
export type DisputeStatus =
  /** One claim is clearly better supported. */
  | 'RESOLVED'
  /** It stays open. */
  | 'UNRESOLVED';

/** Sources that contradict each other: each claim is kept with its sources. */
export type Dispute = Node & {
  __typename?: 'Dispute';
  /** The dispute's id. */
  id: Scalars['ID']['output'];
  /** What is in dispute. */
  question: Scalars['String']['output'];
  /** Whether it could be settled. */
  status: DisputeStatus;
  /** What we make of it. */
  assessment?: Maybe<Scalars['String']['output']>;
  /** Who assessed it. */
  assessedBy?: Maybe<Scalars['String']['output']>;
  /** The statements and events it concerns. */
  concerns: Array<StatementOrEvent>;
  /** What the sources claim. */
  claims: Array<Claim>;
};

/** One side of a dispute. */
export type Claim = {
  __typename?: 'Claim';
  /** What is claimed. */
  claim: Scalars['String']['output'];
  /** Which sources claim it. */
  sources: Array<Source>;
};

/** Which disputes. */
export type DisputeFilter = {
  /** One of these ids. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Settled or open. */
  statuses?: InputMaybe<Array<DisputeStatus>>;
  /** Concerning one of these statements or events. */
  concerns?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** Pages of disputes. */
export type DisputeConnection = {
  __typename?: 'DisputeConnection';
  /** The disputes with their cursors. */
  edges: Array<DisputeEdge>;
  /** The disputes. */
  nodes: Array<Dispute>;
  /** Where the page lies. */
  pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
  /**
   * Where the service has an export of this list: what belongs to its statements, or what is one edge away from the nodes
   * on this page. `null` where there are none. The formats are in `dataset { exports { format } }`.
   */
  exportUrl?: Maybe<Scalars['String']['output']>;
};


/** Pages of disputes. */
export type DisputeConnectionExportUrlArgs = {
  format?: Scalars['String']['input'];
};

/** A dispute in a page. */
export type DisputeEdge = {
  __typename?: 'DisputeEdge';
  /** Give it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The dispute. */
  node: Dispute;
};

/** What kind of event. */
export type EventKind =
  /** A meeting. */
  | 'MEETING'
  /** A vote. */
  | 'VOTE'
  /** A resolution. */
  | 'RESOLUTION'
  /** An agreement. */
  | 'AGREEMENT'
  /** A formal notification. */
  | 'NOTIFICATION'
  /** A withdrawal. */
  | 'WITHDRAWAL'
  /** Sanctions imposed or lifted. */
  | 'SANCTION'
  /** A military strike. */
  | 'STRIKE'
  /** A row of coded event data. */
  | 'CODED';

/** How a member voted. */
export type VoteChoice =
  /** In favour. */
  | 'YES'
  /** Against. */
  | 'NO'
  /** Abstained. This is not opposition. */
  | 'ABSTAIN'
  /** Did not take part in the vote. */
  | 'NOT_VOTING';

/** What a yes means for the proposition that is decided. */
export type YesMeans =
  /** A yes supports the proposition. */
  | 'SUPPORT'
  /** A yes opposes it. */
  | 'OPPOSE';

/** The part of an actor in an event. */
export type InvolvementRole =
  /** Who acts. */
  | 'SOURCE'
  /** Who is acted upon. */
  | 'TARGET'
  /** Who takes part. */
  | 'PARTICIPANT';

/** Something that happened: a meeting, vote, resolution, notification, withdrawal, strike. */
export type Event = Node & {
  __typename?: 'Event';
  /** The event's id. */
  id: Scalars['ID']['output'];
  /** What kind of event. */
  kind: EventKind;
  /** A short name. */
  name: Scalars['String']['output'];
  /** The local calendar date, as precise as the source is. */
  date: Scalars['EDTF']['output'];
  /** The first day that `date` can mean. */
  dateFrom: Scalars['EDTF']['output'];
  /** The last day that `date` can mean. */
  dateTo: Scalars['EDTF']['output'];
  /** The local time, with its offset where known. */
  time?: Maybe<Scalars['String']['output']>;
  /** How the date is known. */
  dateBasis?: Maybe<DateBasis>;
  /** Codes of event data, such as `CAMEO:046`. */
  codes: Array<Scalars['String']['output']>;
  /** The Goldstein score of the event's type (never of this one event), from -10 to 10. */
  goldstein?: Maybe<Scalars['Float']['output']>;
  /** Where. */
  place?: Maybe<Scalars['String']['output']>;
  /** The outcome, such as `ADOPTED` or `FAILED`. A failed draft is no position of the body. */
  outcome?: Maybe<Scalars['String']['output']>;
  /** How many voted in favour. */
  yes?: Maybe<Scalars['Int']['output']>;
  /** How many voted against. */
  no?: Maybe<Scalars['Int']['output']>;
  /** How many abstained. */
  abstain?: Maybe<Scalars['Int']['output']>;
  /** The number of the document, such as `S/RES/2231 (2015)`. */
  document?: Maybe<Scalars['String']['output']>;
  /** The propositions it decides, and what a yes means for each. */
  decides: Array<Decision>;
  /** Who is involved, and how. */
  involves: Array<Involvement>;
  /** Each member's vote where known, by the member's id. */
  votes: Array<Vote>;
  /** Where it is reported. */
  citations: Array<Citation>;
  /** The statements made at it. */
  statements: StatementConnection;
  /** The statements that respond to it, earliest first. */
  responses: Array<ResponseFrom>;
  /** The disputes among sources that concern it. */
  disputes: Array<Dispute>;
};


/** Something that happened: a meeting, vote, resolution, notification, withdrawal, strike. */
export type EventStatementsArgs = {
  filter?: InputMaybe<StatementFilter>;
  orderBy?: InputMaybe<StatementOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** That an event decides a proposition. */
export type Decision = {
  __typename?: 'Decision';
  /** The event. */
  event: Event;
  /** The proposition. */
  topic: Topic;
  /** What a yes means for it. */
  yesMeans: YesMeans;
};

/** An actor's part in an event. */
export type Involvement = {
  __typename?: 'Involvement';
  /** Who. */
  actor: Actor;
  /** The id that the record names, where that actor was merged into this one. */
  originalId?: Maybe<Scalars['ID']['output']>;
  /** In which part. */
  role: InvolvementRole;
};

/** How one actor voted. A vote is not a statement. */
export type Vote = {
  __typename?: 'Vote';
  /** Who voted. */
  actor: Actor;
  /** The id that the record names, where that actor was merged into this one. */
  originalId?: Maybe<Scalars['ID']['output']>;
  /** On what occasion. */
  event: Event;
  /** How. */
  vote: VoteChoice;
  /** Where this is reported. */
  citations: Array<Citation>;
};

/** Which events. */
export type EventFilter = {
  /** One of these ids. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** One of these kinds. */
  kinds?: InputMaybe<Array<EventKind>>;
  /** Possibly in this period. */
  date?: InputMaybe<DateRange>;
  /** Involving one of these actors, or with a vote of theirs. */
  actors?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Deciding one of these topics or their parts. */
  decides?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** With one of these codes, such as `CAMEO:046`. */
  codes?: InputMaybe<Array<Scalars['String']['input']>>;
  /** With one of these outcomes. */
  outcomes?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Pages of events. */
export type EventConnection = {
  __typename?: 'EventConnection';
  /** The events with their cursors. */
  edges: Array<EventEdge>;
  /** The events. */
  nodes: Array<Event>;
  /** Where the page lies. */
  pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
  /**
   * Where the service has an export of this list: what belongs to its statements, or what is one edge away from the nodes
   * on this page. `null` where there are none. The formats are in `dataset { exports { format } }`.
   */
  exportUrl?: Maybe<Scalars['String']['output']>;
};


/** Pages of events. */
export type EventConnectionExportUrlArgs = {
  format?: Scalars['String']['input'];
};

/** An event in a page. */
export type EventEdge = {
  __typename?: 'EventEdge';
  /** Give it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The event. */
  node: Event;
};

/** Pages of votes. */
export type VoteConnection = {
  __typename?: 'VoteConnection';
  /** The votes with their cursors. */
  edges: Array<VoteEdge>;
  /** The votes. */
  nodes: Array<Vote>;
  /** Where the page lies. */
  pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
  /**
   * Where the service has an export of this list: what belongs to its statements, or what is one edge away from the nodes
   * on this page. `null` where there are none. The formats are in `dataset { exports { format } }`.
   */
  exportUrl?: Maybe<Scalars['String']['output']>;
};


/** Pages of votes. */
export type VoteConnectionExportUrlArgs = {
  format?: Scalars['String']['input'];
};

/** A vote in a page. */
export type VoteEdge = {
  __typename?: 'VoteEdge';
  /** Give it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The vote. */
  node: Vote;
};

/**
 * How the statements that a filter selects spread, on all pages together. Each count is of distinct statements: one with
 * two principals counts for both, but once for each. Values that no statement has are left out; the most frequent come
 * first, those that are equally frequent by id. Facets of stances count those that match the filter's `stance` clause (not
 * one inside `and`, `or`, `not`), or else those of the coding set `adjudicated` but for `NO_STANCE`.
 */
export type StatementFacets = {
  __typename?: 'StatementFacets';
  /** The revision of the dataset that was counted. */
  revision: Scalars['Int']['output'];
  /** By those in whose name they are made; the speakers where nobody is named. */
  byActor: Array<ActorFacet>;
  /** By those who made them. */
  bySpeaker: Array<ActorFacet>;
  /** By the propositions they take a stance on. An issue has only the stances on itself, not those on its parts. */
  byTopic: Array<TopicFacet>;
  /** By the positions they take, on whatever proposition. */
  byPosition: Array<PositionFacet>;
  /** By the year of their date, which the least precise date has too. */
  byYear: Array<YearFacet>;
  /** By the publishers of the sources that report them. */
  byPublisher: Array<PublisherFacet>;
  /** By who controls those publishers. */
  byControl: Array<ControlFacet>;
  /** By the kind of act. */
  byAct: Array<ActFacet>;
};


/**
 * How the statements that a filter selects spread, on all pages together. Each count is of distinct statements: one with
 * two principals counts for both, but once for each. Values that no statement has are left out; the most frequent come
 * first, those that are equally frequent by id. Facets of stances count those that match the filter's `stance` clause (not
 * one inside `and`, `or`, `not`), or else those of the coding set `adjudicated` but for `NO_STANCE`.
 */
export type StatementFacetsByActorArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * How the statements that a filter selects spread, on all pages together. Each count is of distinct statements: one with
 * two principals counts for both, but once for each. Values that no statement has are left out; the most frequent come
 * first, those that are equally frequent by id. Facets of stances count those that match the filter's `stance` clause (not
 * one inside `and`, `or`, `not`), or else those of the coding set `adjudicated` but for `NO_STANCE`.
 */
export type StatementFacetsBySpeakerArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * How the statements that a filter selects spread, on all pages together. Each count is of distinct statements: one with
 * two principals counts for both, but once for each. Values that no statement has are left out; the most frequent come
 * first, those that are equally frequent by id. Facets of stances count those that match the filter's `stance` clause (not
 * one inside `and`, `or`, `not`), or else those of the coding set `adjudicated` but for `NO_STANCE`.
 */
export type StatementFacetsByTopicArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * How the statements that a filter selects spread, on all pages together. Each count is of distinct statements: one with
 * two principals counts for both, but once for each. Values that no statement has are left out; the most frequent come
 * first, those that are equally frequent by id. Facets of stances count those that match the filter's `stance` clause (not
 * one inside `and`, `or`, `not`), or else those of the coding set `adjudicated` but for `NO_STANCE`.
 */
export type StatementFacetsByPositionArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * How the statements that a filter selects spread, on all pages together. Each count is of distinct statements: one with
 * two principals counts for both, but once for each. Values that no statement has are left out; the most frequent come
 * first, those that are equally frequent by id. Facets of stances count those that match the filter's `stance` clause (not
 * one inside `and`, `or`, `not`), or else those of the coding set `adjudicated` but for `NO_STANCE`.
 */
export type StatementFacetsByYearArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * How the statements that a filter selects spread, on all pages together. Each count is of distinct statements: one with
 * two principals counts for both, but once for each. Values that no statement has are left out; the most frequent come
 * first, those that are equally frequent by id. Facets of stances count those that match the filter's `stance` clause (not
 * one inside `and`, `or`, `not`), or else those of the coding set `adjudicated` but for `NO_STANCE`.
 */
export type StatementFacetsByPublisherArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * How the statements that a filter selects spread, on all pages together. Each count is of distinct statements: one with
 * two principals counts for both, but once for each. Values that no statement has are left out; the most frequent come
 * first, those that are equally frequent by id. Facets of stances count those that match the filter's `stance` clause (not
 * one inside `and`, `or`, `not`), or else those of the coding set `adjudicated` but for `NO_STANCE`.
 */
export type StatementFacetsByControlArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * How the statements that a filter selects spread, on all pages together. Each count is of distinct statements: one with
 * two principals counts for both, but once for each. Values that no statement has are left out; the most frequent come
 * first, those that are equally frequent by id. Facets of stances count those that match the filter's `stance` clause (not
 * one inside `and`, `or`, `not`), or else those of the coding set `adjudicated` but for `NO_STANCE`.
 */
export type StatementFacetsByActArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** How many statements an actor has. */
export type ActorFacet = {
  __typename?: 'ActorFacet';
  /** The actor. */
  node: Actor;
  /** How many statements. */
  count: Scalars['Int']['output'];
};

/** How many statements take a stance on a topic. */
export type TopicFacet = {
  __typename?: 'TopicFacet';
  /** The topic. */
  node: Topic;
  /** How many statements. */
  count: Scalars['Int']['output'];
};

/** How many statements take a position. */
export type PositionFacet = {
  __typename?: 'PositionFacet';
  /** The position. */
  value: Position;
  /** How many statements. */
  count: Scalars['Int']['output'];
};

/** How many statements there are of a year. */
export type YearFacet = {
  __typename?: 'YearFacet';
  /** The year, as `2020`. */
  value: Scalars['EDTF']['output'];
  /** How many statements. */
  count: Scalars['Int']['output'];
};

/** How many statements a publisher reports. */
export type PublisherFacet = {
  __typename?: 'PublisherFacet';
  /** The publisher. */
  node: Publisher;
  /** How many statements. */
  count: Scalars['Int']['output'];
};

/** How many statements are reported by publishers under one control. */
export type ControlFacet = {
  __typename?: 'ControlFacet';
  /** Who controls them. */
  value: PublisherControl;
  /** How many statements. */
  count: Scalars['Int']['output'];
};

/** How many statements are acts of a kind. */
export type ActFacet = {
  __typename?: 'ActFacet';
  /** The kind of act. */
  value: Act;
  /** How many statements. */
  count: Scalars['Int']['output'];
};

/** What the nodes of a network are. */
export type NetworkNodes =
  /** Two-mode: actors on one side, propositions on the other; an edge says how an actor stands on a proposition. */
  | 'ACTOR_TOPIC'
  /** One-mode: actors, joined through the propositions on which both take a stance. */
  | 'ACTOR_ACTOR'
  /** One-mode: propositions, joined through the actors who take a stance on both. */
  | 'TOPIC_TOPIC';

/** Which actors of a statement take its stances. */
export type ActorLevel =
  /** Those on whose behalf it is made; the speakers where nobody is named. */
  | 'PRINCIPAL'
  /** Those who make it. */
  | 'SPEAKER';

/** How positions become a weight. Two-mode networks have IGNORE, SUBTRACT, COMBINE; one-mode networks IGNORE, CONGRUENCE, CONFLICT, SUBTRACT. */
export type NetworkAggregation =
  /** Positions do not matter: how often an actor speaks on a proposition, or how often two nodes share one. */
  | 'IGNORE'
  /** How near the positions of two nodes are on what they share. */
  | 'CONGRUENCE'
  /** How far they are from each other. */
  | 'CONFLICT'
  /** Two-mode: the sum of the positions' values, support less opposition. One-mode: congruence less conflict. */
  | 'SUBTRACT'
  /** Which positions there are at all, one number for each set of them (1 support only, 2 opposition only, 3 both). */
  | 'COMBINE';

/** What weights are divided by. Two-mode networks have NONE, ACTIVITY, PROMINENCE; one-mode networks NONE, AVERAGE, JACCARD, COSINE, TRUE_COSINE. */
export type NetworkNormalization =
  /** Nothing. */
  | 'NONE'
  /** All stances of the actor. */
  | 'ACTIVITY'
  /** All stances on the proposition. */
  | 'PROMINENCE'
  /** The mean of both nodes' stances. */
  | 'AVERAGE'
  /** The stances that either of them has. */
  | 'JACCARD'
  /** The product of both nodes' stances: what the Discourse Network Analyzer calls cosine. */
  | 'COSINE'
  /** The product of the lengths of both nodes' vectors: the cosine. With IGNORE, CONGRUENCE and SUBTRACT. */
  | 'TRUE_COSINE';

/** Within what an actor's repetition of a stance on a proposition (whatever the position, with IGNORE) counts once. */
export type NetworkDuplicates =
  /** Each counts. */
  | 'INCLUDE'
  /** The source. */
  | 'DOCUMENT'
  /** The day; not in mode DNA. */
  | 'DAY'
  /** The ISO week. */
  | 'WEEK'
  /** The month. */
  | 'MONTH'
  /** The year. */
  | 'YEAR'
  /** All of it. */
  | 'RANGE';

/** `STRICT`: correct and reproducible. `DNA`: the numbers of the Discourse Network Analyzer 3.1.2, quirks included. */
export type NetworkMode =
  /**
   * The values of positions are on one scale from -1 to 1, whatever occurs; weeks and months belong to their year; what does
   * not go together is refused.
   */
  | 'STRICT'
  /**
   * As DNA has it: principals are no persons and speakers are persons, or the statement does not count; the range goes from
   * the first to the last statement of the whole dataset; a pair of options that does not go together becomes another one,
   * which the network names.
   */
  | 'DNA';

/** By what a window moves and is measured. */
export type NetworkWindowUnit =
  /** An hour; statements without a time are in no window. */
  | 'HOUR'
  /** A day. */
  | 'DAY'
  /** Seven days. */
  | 'WEEK'
  /** A month. */
  | 'MONTH'
  /** A year. */
  | 'YEAR'
  /** A stance that counts. */
  | 'EVENT';

/** How stances weigh by their distance from the middle of a window. */
export type NetworkKernel =
  /** Each counts 1. */
  | 'NONE'
  /** Each counts 1/2. */
  | 'UNIFORM'
  /** Less with distance, along a line. */
  | 'TRIANGULAR'
  /** Less with distance, along a parabola. */
  | 'EPANECHNIKOV'
  /** Less with distance, along a bell, which reaches beyond the window. */
  | 'GAUSSIAN';

/** A window that slides over the time, one unit after the other. */
export type NetworkWindowInput = {
  /** By what it moves and is measured. */
  unit: NetworkWindowUnit;
  /** How many units: it reaches round((size - 1) / 2) of them to both sides of its middle. */
  size: Scalars['Int']['input'];
  /** How stances weigh; not with EVENT. */
  kernel?: NetworkKernel;
};

/** Values of a key are alternatives. */
export type NetworkSelection = {
  /** Actors: the nodes, and those who speak for them or for whom they speak. */
  actors?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Propositions. */
  topics?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Positions. */
  positions?: InputMaybe<Array<Position>>;
  /** Sources, by their primary citation. */
  sources?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Sources by their authors. */
  authors?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Sources of publishers. */
  publishers?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Sources by their sections. */
  sections?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Sources by their types. */
  types?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Which discourse network. */
export type NetworkInput = {
  /** What its nodes are. */
  nodes: NetworkNodes;
  /** Which actors of a statement take its stances. */
  actorsAs?: ActorLevel;
  /**
   * The statements. Where it has a `stance` clause (not inside `and`, `or`, `not`), the stances that match it count, and it
   * names one coding set; otherwise those of `coding` do. Stances without a value (a condition that leaves open what holds
   * until it is met) never count.
   */
  filter?: InputMaybe<StatementFilter>;
  /** The coding set whose stances count where the filter has no `stance` clause of its own. */
  coding?: Scalars['String']['input'];
  /** Whose judgement counts; to be named where several coders of the set have coded a statement on the same proposition. */
  coder?: InputMaybe<Scalars['String']['input']>;
  /** How positions become a weight. */
  aggregation?: NetworkAggregation;
  /** What weights are divided by. */
  normalization?: NetworkNormalization;
  /** Within what repetitions count once. */
  duplicates?: NetworkDuplicates;
  /** What counts nowhere: any key suffices. What is left out by its source makes no isolates either. */
  exclude?: InputMaybe<NetworkSelection>;
  /** What alone counts: every key must hold. */
  include?: InputMaybe<NetworkSelection>;
  /** Whether neutral statements count. */
  includeNeutral?: Scalars['Boolean']['input'];
  /** Whether propositions that nearly everybody shares count. */
  includeValence?: Scalars['Boolean']['input'];
  /** Whether votes count as positions on what they decide; an abstention is neutral. */
  includeVotes?: Scalars['Boolean']['input'];
  /** Whether nodes that are selected but excluded are there, without edges. */
  isolates?: Scalars['Boolean']['input'];
  /** Edges whose weight is nearer to 0 are left out; their nodes stay. */
  minWeight?: Scalars['Float']['input'];
  /** For networks by time, in `windows`. Their period is that of `filter.date`; where that is open, from the first or to the last statement. */
  window?: InputMaybe<NetworkWindowInput>;
  /** Whether numbers are to be those of the Discourse Network Analyzer, quirks included. */
  mode?: NetworkMode;
  /** Of the random order in which communities are looked for: the same seed gives the same communities. */
  seed?: Scalars['Int']['input'];
};

/**
 * A discourse network, of all the time or of a window. It has at most 2,000 nodes and 50,000 edges: beyond that those that
 * weigh most, without regard to the sign. `degree`, `strength` and `density` are of the whole network all the same; other
 * measures are of the nodes and edges that are here. Measures of structure see the edges of positive weight: who conflicts
 * is not connected.
 */
export type NetworkSlice = {
  /** Where its time begins, by the local clock: `2020-09-01T00:00`; `null` where there is nothing. */
  start?: Maybe<Scalars['String']['output']>;
  /** The middle of its time. */
  middle?: Maybe<Scalars['String']['output']>;
  /** Where its time ends, which is included. */
  end?: Maybe<Scalars['String']['output']>;
  /** How many statements it counts; with votes, those too. */
  statements: Scalars['Int']['output'];
  /** The positions that it counts, in order: of n, the one at place k (from 0) is 2^(n-1-k) where positions are combined. */
  levels: Array<Scalars['String']['output']>;
  /** How its weights were computed: in mode DNA perhaps not as asked for. */
  aggregation: NetworkAggregation;
  /** What its weights were divided by: in mode DNA perhaps not as asked for. */
  normalization: NetworkNormalization;
  /** Its nodes, by their names; in a two-mode network the actors, then the propositions. */
  nodes: Array<NetworkNode>;
  /** Its edges, those that weigh most first. None has the weight 0. */
  edges: Array<NetworkEdge>;
  /** Whether it has more nodes or edges than an answer may have. */
  truncated: Scalars['Boolean']['output'];
  /** Its weights as a matrix, at most 1,000,000 of them. */
  matrix: NetworkMatrix;
  /** The share of the pairs of nodes that have an edge. */
  density: Scalars['Float']['output'];
  /** How many connected components there are. */
  components: Scalars['Int']['output'];
  /** How many communities there are (Louvain). */
  communities: Scalars['Int']['output'];
  /** How well the communities describe it: Newman's modularity, by weight. */
  modularity: Scalars['Float']['output'];
  /** How far it falls into two camps; `null` in two-mode networks. */
  polarisation?: Maybe<NetworkPolarisation>;
};


/**
 * A discourse network, of all the time or of a window. It has at most 2,000 nodes and 50,000 edges: beyond that those that
 * weigh most, without regard to the sign. `degree`, `strength` and `density` are of the whole network all the same; other
 * measures are of the nodes and edges that are here. Measures of structure see the edges of positive weight: who conflicts
 * is not connected.
 */
export type NetworkSliceEdgesArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  between?: InputMaybe<Array<Scalars['ID']['input']>>;
  of?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** The discourse network of the statements that a filter selects. */
export type Network = NetworkSlice & {
  __typename?: 'Network';
  /** The revision of the dataset that it is of. */
  revision: Scalars['Int']['output'];
  /** Where its time begins, by the local clock: `2020-09-01T00:00`; `null` where there is nothing. */
  start?: Maybe<Scalars['String']['output']>;
  /** The middle of its time. */
  middle?: Maybe<Scalars['String']['output']>;
  /** Where its time ends, which is included. */
  end?: Maybe<Scalars['String']['output']>;
  /** How many statements it counts; with votes, those too. */
  statements: Scalars['Int']['output'];
  /** The positions that it counts, in order: of n, the one at place k (from 0) is 2^(n-1-k) where positions are combined. */
  levels: Array<Scalars['String']['output']>;
  /** How its weights were computed: in mode DNA perhaps not as asked for. */
  aggregation: NetworkAggregation;
  /** What its weights were divided by: in mode DNA perhaps not as asked for. */
  normalization: NetworkNormalization;
  /** Its nodes, by their names; in a two-mode network the actors, then the propositions. */
  nodes: Array<NetworkNode>;
  /** Its edges, those that weigh most first. None has the weight 0. */
  edges: Array<NetworkEdge>;
  /** Whether it has more nodes or edges than an answer may have, or more windows. */
  truncated: Scalars['Boolean']['output'];
  /** Its weights as a matrix, at most 1,000,000 of them. */
  matrix: NetworkMatrix;
  /** The share of the pairs of nodes that have an edge. */
  density: Scalars['Float']['output'];
  /** How many connected components there are. */
  components: Scalars['Int']['output'];
  /** How many communities there are (Louvain). */
  communities: Scalars['Int']['output'];
  /** How well the communities describe it: Newman's modularity, by weight. */
  modularity: Scalars['Float']['output'];
  /** How far it falls into two camps; `null` in two-mode networks. */
  polarisation?: Maybe<NetworkPolarisation>;
  /** The networks of the windows, empty ones too, from the first on: at most 1,000, with 50,000 edges together. */
  windows: Array<NetworkWindow>;
  /**
   * Where the service has this network as a file, all of it: its nodes and edges, or with a window those of its windows. A
   * path below the address of the service; `GET /export` says which formats hold networks.
   */
  exportUrl: Scalars['String']['output'];
};


/** The discourse network of the statements that a filter selects. */
export type NetworkEdgesArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  between?: InputMaybe<Array<Scalars['ID']['input']>>;
  of?: InputMaybe<Array<Scalars['ID']['input']>>;
};


/** The discourse network of the statements that a filter selects. */
export type NetworkExportUrlArgs = {
  format?: Scalars['String']['input'];
};

/** A discourse network of a window of time. Repetitions are left out before: a window lacks what an earlier one had. */
export type NetworkWindow = NetworkSlice & {
  __typename?: 'NetworkWindow';
  /** Where its time begins, by the local clock: `2020-09-01T00:00`. */
  start?: Maybe<Scalars['String']['output']>;
  /** The middle of its time. */
  middle?: Maybe<Scalars['String']['output']>;
  /** Where its time ends, which is included. */
  end?: Maybe<Scalars['String']['output']>;
  /** How many statements it counts; with votes, those too. */
  statements: Scalars['Int']['output'];
  /** The positions that it counts, in order: of n, the one at place k (from 0) is 2^(n-1-k) where positions are combined. */
  levels: Array<Scalars['String']['output']>;
  /** How its weights were computed: in mode DNA perhaps not as asked for. */
  aggregation: NetworkAggregation;
  /** What its weights were divided by: in mode DNA perhaps not as asked for. */
  normalization: NetworkNormalization;
  /** Its nodes, by their names; in a two-mode network the actors, then the propositions. */
  nodes: Array<NetworkNode>;
  /** Its edges, those that weigh most first. None has the weight 0. */
  edges: Array<NetworkEdge>;
  /** Whether it has more nodes or edges than an answer may have. */
  truncated: Scalars['Boolean']['output'];
  /** Its weights as a matrix, at most 1,000,000 of them. */
  matrix: NetworkMatrix;
  /** The share of the pairs of nodes that have an edge. */
  density: Scalars['Float']['output'];
  /** How many connected components there are. */
  components: Scalars['Int']['output'];
  /** How many communities there are (Louvain). */
  communities: Scalars['Int']['output'];
  /** How well the communities describe it: Newman's modularity, by weight. */
  modularity: Scalars['Float']['output'];
  /** How far it falls into two camps; `null` in two-mode networks. */
  polarisation?: Maybe<NetworkPolarisation>;
};


/** A discourse network of a window of time. Repetitions are left out before: a window lacks what an earlier one had. */
export type NetworkWindowEdgesArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  between?: InputMaybe<Array<Scalars['ID']['input']>>;
  of?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** An actor or a proposition in a network. */
export type NetworkNode = {
  __typename?: 'NetworkNode';
  /** The actor's or proposition's id. */
  id: Scalars['ID']['output'];
  /** What it is called. */
  name: Scalars['String']['output'];
  /** The actor or proposition. */
  node: Node;
  /** How many edges it has. */
  degree: Scalars['Int']['output'];
  /** The sum of their weights (weighted degree). */
  strength: Scalars['Float']['output'];
  /** How many of the statements it has. */
  frequency: Scalars['Int']['output'];
  /** The share of shortest paths between others that lead through it, each edge being one step (Freeman, Brandes). */
  betweenness: Scalars['Float']['output'];
  /** How near it is to all others, in steps (Freeman; over several components Wasserman and Faust). */
  closeness: Scalars['Float']['output'];
  /** How well connected it is to the well connected, by weight (Bonacich); `null` where that is not defined. */
  eigenvector?: Maybe<Scalars['Float']['output']>;
  /** The number of its connected component, from 0 on. */
  component: Scalars['Int']['output'];
  /** The number of its community (Louvain), from 0 on. */
  community: Scalars['Int']['output'];
  /** Its camp, 0 or 1 (`NetworkSlice.polarisation`); `null` in two-mode networks. */
  camp?: Maybe<Scalars['Int']['output']>;
};

/** An edge of a network, and what it was computed from. */
export type NetworkEdge = {
  __typename?: 'NetworkEdge';
  /** Its one end; in a two-mode network the actor. */
  source: NetworkNode;
  /** Its other end; in a two-mode network the proposition. */
  target: NetworkNode;
  /** Its weight. */
  weight: Scalars['Float']['output'];
  /**
   * The evidence: the statements that it was computed from, latest first. In a one-mode network those of either end that
   * meet one of the other's and add to the weight. For at most 100 edges of a query: see `edges(limit, between)`.
   */
  statements: StatementConnection;
  /** The votes that it was computed from, where votes are included; under the same limit. */
  votes: Array<NetworkVote>;
};


/** An edge of a network, and what it was computed from. */
export type NetworkEdgeStatementsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A vote that counts as a position on what the event decides. */
export type NetworkVote = {
  __typename?: 'NetworkVote';
  /** Who voted. */
  actor: Actor;
  /** At which event. */
  event: Event;
  /** How. */
  vote: VoteChoice;
};

/** Weights as a matrix: symmetric in a one-mode network, with a diagonal of 0. */
export type NetworkMatrix = {
  __typename?: 'NetworkMatrix';
  /** What the rows are called, in order. */
  rows: Array<Scalars['String']['output']>;
  /** What the columns are called, in order. */
  columns: Array<Scalars['String']['output']>;
  /** The ids of the rows. */
  rowIds: Array<Scalars['ID']['output']>;
  /** The ids of the columns. */
  columnIds: Array<Scalars['ID']['output']>;
  /** The weights, one row after the other. */
  values: Array<Array<Scalars['Float']['output']>>;
};

/**
 * A one-mode network in two camps, split so that its modularity is as high as could be found (by the leading eigenvector,
 * Newman 2006, then node by node; where weights can be negative with the modularity of Gómez, Jensen and Arenas 2009).
 */
export type NetworkPolarisation = {
  __typename?: 'NetworkPolarisation';
  /**
   * From -1 to 1: the share of the weight that is as two camps would have it (positive within them, negative across) less
   * the share that is not. With weights that are all positive it is the E-I index with its sign turned.
   */
  value: Scalars['Float']['output'];
  /** The modularity of the split: near 0 where camps explain nothing. */
  modularity: Scalars['Float']['output'];
  /** The nodes of the camps, the camp of the first node first. */
  camps: Array<Array<NetworkNode>>;
};

/** A position that is held, or that several statements amount to. */
export type HeldPositionValue =
  /** For it. */
  | 'SUPPORT'
  /** Against it. */
  | 'OPPOSE'
  /** Addresses the question and declines to take a side. */
  | 'NEUTRAL'
  /** States what would change the position; `untilMet` says what it is meanwhile. */
  | 'CONDITIONAL'
  /** No position has a majority. */
  | 'MIXED'
  /** Nothing was found: a fact about the collection, and no position. */
  | 'NO_RECORD';

/** How a position changed. */
export type PositionChangeKind =
  /** From support to opposition, or the other way round. */
  | 'REVERSAL'
  /** To any other position: a condition set or dropped, a side no longer taken, statements that contradict each other. */
  | 'SHIFT'
  /** No change of mind: positions on different propositions of one issue, side by side. */
  | 'ACROSS_ISSUE';

/** A moment where an actor's position on a proposition changed. */
export type PositionChange = {
  __typename?: 'PositionChange';
  /** How. */
  kind: PositionChangeKind;
  /** Whose position. */
  actor: Actor;
  /** What it was, by the last statements before. */
  before: HeldPosition;
  /** What it is from then on. */
  after: HeldPosition;
};

/** What an actor's statements of one date on a proposition amount to. */
export type HeldPosition = {
  __typename?: 'HeldPosition';
  /** The proposition. */
  topic: Topic;
  /** The majority of the statements; a tie is MIXED. */
  position: HeldPositionValue;
  /** What a conditional position is until its condition is met. */
  untilMet?: Maybe<UntilMet>;
  /** The date, as precise as it is known: its first day. */
  from: Scalars['EDTF']['output'];
  /** Its last day. */
  to: Scalars['EDTF']['output'];
  /** The statements, with their words and sources. */
  statements: Array<Statement>;
};

/** Pages of changes. */
export type PositionChangeConnection = {
  __typename?: 'PositionChangeConnection';
  /** The changes with their cursors. */
  edges: Array<PositionChangeEdge>;
  /** The changes. */
  nodes: Array<PositionChange>;
  /** Where the page lies. */
  pageInfo: PageInfo;
  /** How many there are in all. */
  totalCount: Scalars['Int']['output'];
  /**
   * Where the service has an export of the statements that the filter selects. The formats are in
   * `dataset { exports { format } }`.
   */
  exportUrl?: Maybe<Scalars['String']['output']>;
};


/** Pages of changes. */
export type PositionChangeConnectionExportUrlArgs = {
  format?: Scalars['String']['input'];
};

/** A change in a list. */
export type PositionChangeEdge = {
  __typename?: 'PositionChangeEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The change. */
  node: PositionChange;
};

/** Which position of several an actor is said to have. */
export type MatrixRule =
  /** That of its latest date; of several statements of that date their majority. */
  | 'LATEST'
  /** The majority of all its statements. */
  | 'MAJORITY';

/** Actors' positions on propositions as of a date. */
export type StanceMatrix = {
  __typename?: 'StanceMatrix';
  /** The revision of the dataset that it is of. */
  revision: Scalars['Int']['output'];
  /** The propositions, by id: the columns. */
  topics: Array<Topic>;
  /** The actors, by id, with a cell for each proposition. */
  rows: Array<StanceMatrixRow>;
};

/** An actor's positions. */
export type StanceMatrixRow = {
  __typename?: 'StanceMatrixRow';
  /** The actor. */
  actor: Actor;
  /** One for each of the matrix's `topics`, in their order. */
  cells: Array<StanceMatrixCell>;
};

/** An actor's position on a proposition. */
export type StanceMatrixCell = {
  __typename?: 'StanceMatrixCell';
  /** The proposition. */
  topic: Topic;
  /** The position; a tie is MIXED, and NO_RECORD says that nothing was found, which is no position. */
  position: HeldPositionValue;
  /** What a conditional position is until its condition is met. */
  untilMet?: Maybe<UntilMet>;
  /** The date of the latest statement: its first day. */
  from?: Maybe<Scalars['EDTF']['output']>;
  /** Its last day. */
  to?: Maybe<Scalars['EDTF']['output']>;
  /** Whether the actor has both supported and opposed it, with a condition or without: it changed its mind, or contradicted itself. */
  contradicted: Scalars['Boolean']['output'];
  /** How many statements there are. */
  statementCount: Scalars['Int']['output'];
  /** The statements, latest first. */
  statements: Array<Statement>;
  /** How it voted on it, the last time; `null` where it did not, or votes are not asked for. A vote does not change the position. */
  vote?: Maybe<MatrixVote>;
};


/** An actor's position on a proposition. */
export type StanceMatrixCellStatementsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A vote on what an event decides. */
export type MatrixVote = {
  __typename?: 'MatrixVote';
  /** At which event. */
  event: Event;
  /** How. */
  vote: VoteChoice;
  /** What that says on the proposition: an abstention is NEUTRAL, and who did not vote says nothing. */
  position?: Maybe<HeldPositionValue>;
};

/** What can be asked. Every list is a connection: pages of 20 unless told otherwise, 100 at most, with cursors that stay good while data is added. */
export type Query = {
  __typename?: 'Query';
  /** Any object by its id; `null` where there is none with that id. */
  node?: Maybe<Node>;
  /** One actor by id (`actor:iran`); `null` where there is none. */
  actor?: Maybe<Actor>;
  /** Actors, by id. */
  actors: ActorConnection;
  /** One topic by id (`topic:snapback`); `null` where there is none. */
  topic?: Maybe<Topic>;
  /** Issues and propositions, by id. */
  topics: TopicConnection;
  /** One statement by id; `null` where there is none. */
  statement?: Maybe<Statement>;
  /** Statements: who said what to whom, when, with which position, in which words, reported where. Latest first unless told otherwise. */
  statements: StatementConnection;
  /**
   * Stances as flat rows, latest first: one row for each stance of a statement, each principal and each speaker. `filter`
   * selects the statements; where it has a `stance` clause (not inside `and`, `or`, `not`), only the stances that match it
   * are listed. Otherwise the stances of the coding set `coding` are, without `NO_STANCE`.
   */
  stances: StanceRowConnection;
  /**
   * Positions by time: the stances of the statements that `filter` selects, counted by calendar interval. Where the filter
   * has a `stance` clause (not inside `and`, `or`, `not`), the stances that match it are counted, and it names one coding
   * set; otherwise those of `coding` are, without `NO_STANCE`. A statement in two names counts once.
   */
  stanceTimeline: StanceTimeline;
  /**
   * Who holds which position as of a date: words, votes and silence beside each other. A position is an actor's own: what is
   * merely claimed for it does not count, nor what is said when presiding or coordinating, nor `NO_STANCE`. Statements count
   * whose whole date is not after `at`.
   */
  stanceMatrix: StanceMatrix;
  /**
   * Where an actor's position on a proposition changed, latest first, each with the statements before and after.
   *
   * The rules: one coding set is read. Only an actor's own positions count: not what is merely claimed for it, nor what is
   * said when presiding or coordinating. Several statements of one date count as their majority, and a tie as MIXED.
   * CONDITIONAL differs from what it is until its condition is met. NO_STANCE is passed over. So is a date less precise than
   * a day (`2020-09`) where the actor has another date within it: which came first is not known. Two propositions are two
   * questions: a position on one and another position on the other are no change. With `acrossIssue` they are listed side by
   * side, as ACROSS_ISSUE: of each two propositions of that issue of which an actor spoke on the one and then on the other,
   * its last position on either, where they differ. Where `filter` names `principals` (or `speakers`, with `actorsAs:
   * SPEAKER`), only their changes are listed.
   */
  positionChanges: PositionChangeConnection;
  /**
   * A discourse network of the statements that a filter selects: who stands with whom, on what (Leifeld, "Discourse Network
   * Analysis", 2017). Every edge leads to the statements that it was computed from. The same data and input give the same
   * answer.
   */
  network: Network;
  /** One source by id; `null` where there is none. */
  source?: Maybe<Source>;
  /** Sources (pages, documents, posts), by id. */
  sources: SourceConnection;
  /** One publisher by id; `null` where there is none. */
  publisher?: Maybe<Publisher>;
  /** Publishers and who controls them, by id. */
  publishers: PublisherConnection;
  /** One event by id; `null` where there is none. */
  event?: Maybe<Event>;
  /** Meetings, votes, resolutions and other events, latest first. */
  events: EventConnection;
  /** One dispute by id; `null` where there is none. */
  dispute?: Maybe<Dispute>;
  /** Where sources contradict each other, by id. */
  disputes: DisputeConnection;
  /** What speakers demand before their position changes, by id. */
  conditions: ConditionConnection;
  /**
   * Full-text search over names, titles, summaries and quotations, best first. Every word must match; case and accents do
   * not matter; the last word may be the beginning of a word. Words only: quotation marks and operators mean nothing.
   * It goes 1,000 hits deep.
   */
  search: SearchConnection;
  /** How well coding sets agree. */
  reliability: Reliability;
  /** What is in the graph: counts, version, licence. */
  dataset: Dataset;
};


/** What can be asked. Every list is a connection: pages of 20 unless told otherwise, 100 at most, with cursors that stay good while data is added. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Every list is a connection: pages of 20 unless told otherwise, 100 at most, with cursors that stay good while data is added. */
export type QueryActorArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Every list is a connection: pages of 20 unless told otherwise, 100 at most, with cursors that stay good while data is added. */
export type QueryActorsArgs = {
  filter?: InputMaybe<ActorFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Every list is a connection: pages of 20 unless told otherwise, 100 at most, with cursors that stay good while data is added. */
export type QueryTopicArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Every list is a connection: pages of 20 unless told otherwise, 100 at most, with cursors that stay good while data is added. */
export type QueryTopicsArgs = {
  filter?: InputMaybe<TopicFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Every list is a connection: pages of 20 unless told otherwise, 100 at most, with cursors that stay good while data is added. */
export type QueryStatementArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Every list is a connection: pages of 20 unless told otherwise, 100 at most, with cursors that stay good while data is added. */
export type QueryStatementsArgs = {
  filter?: InputMaybe<StatementFilter>;
  orderBy?: InputMaybe<StatementOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Every list is a connection: pages of 20 unless told otherwise, 100 at most, with cursors that stay good while data is added. */
export type QueryStancesArgs = {
  filter?: InputMaybe<StatementFilter>;
  coding?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Every list is a connection: pages of 20 unless told otherwise, 100 at most, with cursors that stay good while data is added. */
export type QueryStanceTimelineArgs = {
  filter?: InputMaybe<StatementFilter>;
  interval?: TimelineInterval;
  coding?: Scalars['String']['input'];
  coder?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Every list is a connection: pages of 20 unless told otherwise, 100 at most, with cursors that stay good while data is added. */
export type QueryStanceMatrixArgs = {
  actors?: InputMaybe<Array<Scalars['ID']['input']>>;
  memberOf?: InputMaybe<MemberOf>;
  topics: Array<Scalars['ID']['input']>;
  at?: InputMaybe<Scalars['EDTF']['input']>;
  actorsAs?: ActorLevel;
  rule?: MatrixRule;
  expandJoint?: Scalars['Boolean']['input'];
  includeVotes?: Scalars['Boolean']['input'];
  filter?: InputMaybe<StatementFilter>;
  coding?: Scalars['String']['input'];
  coder?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Every list is a connection: pages of 20 unless told otherwise, 100 at most, with cursors that stay good while data is added. */
export type QueryPositionChangesArgs = {
  filter?: InputMaybe<StatementFilter>;
  actorsAs?: ActorLevel;
  acrossIssue?: InputMaybe<Scalars['ID']['input']>;
  coding?: Scalars['String']['input'];
  coder?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Every list is a connection: pages of 20 unless told otherwise, 100 at most, with cursors that stay good while data is added. */
export type QueryNetworkArgs = {
  input: NetworkInput;
};


/** What can be asked. Every list is a connection: pages of 20 unless told otherwise, 100 at most, with cursors that stay good while data is added. */
export type QuerySourceArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Every list is a connection: pages of 20 unless told otherwise, 100 at most, with cursors that stay good while data is added. */
export type QuerySourcesArgs = {
  filter?: InputMaybe<SourceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Every list is a connection: pages of 20 unless told otherwise, 100 at most, with cursors that stay good while data is added. */
export type QueryPublisherArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Every list is a connection: pages of 20 unless told otherwise, 100 at most, with cursors that stay good while data is added. */
export type QueryPublishersArgs = {
  filter?: InputMaybe<PublisherFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Every list is a connection: pages of 20 unless told otherwise, 100 at most, with cursors that stay good while data is added. */
export type QueryEventArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Every list is a connection: pages of 20 unless told otherwise, 100 at most, with cursors that stay good while data is added. */
export type QueryEventsArgs = {
  filter?: InputMaybe<EventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Every list is a connection: pages of 20 unless told otherwise, 100 at most, with cursors that stay good while data is added. */
export type QueryDisputeArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. Every list is a connection: pages of 20 unless told otherwise, 100 at most, with cursors that stay good while data is added. */
export type QueryDisputesArgs = {
  filter?: InputMaybe<DisputeFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Every list is a connection: pages of 20 unless told otherwise, 100 at most, with cursors that stay good while data is added. */
export type QueryConditionsArgs = {
  filter?: InputMaybe<ConditionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Every list is a connection: pages of 20 unless told otherwise, 100 at most, with cursors that stay good while data is added. */
export type QuerySearchArgs = {
  query: Scalars['String']['input'];
  kinds?: InputMaybe<Array<SearchKind>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. Every list is a connection: pages of 20 unless told otherwise, 100 at most, with cursors that stay good while data is added. */
export type QueryReliabilityArgs = {
  codings?: Array<Scalars['String']['input']>;
};

/** Would another coder have said the same? Krippendorff's alpha between coding sets: 1 is perfect agreement, 0 is chance. */
export type Reliability = {
  __typename?: 'Reliability';
  /**
   * Ordinal alpha over the pairs of a statement and a proposition on which two sets found a position, from opposition to
   * support; a condition stands by what holds until it is met. `null` where it is not defined.
   */
  alpha?: Maybe<Scalars['Float']['output']>;
  /** How many such pairs there are. */
  units: Scalars['Int']['output'];
  /** The coding sets that are compared; only statements that all of them coded count. */
  coders: Array<Scalars['String']['output']>;
  /** Whether they agree that there is a position at all: `NO_STANCE` and no entry are none. */
  presence: Agreement;
  /** The same by proposition. */
  byProposition: Array<PropositionReliability>;
};

/** Agreement on one question. */
export type Agreement = {
  __typename?: 'Agreement';
  /** Nominal alpha; `null` where it is not defined. */
  alpha?: Maybe<Scalars['Float']['output']>;
  /** How many pairs of a statement and a proposition were compared. */
  units: Scalars['Int']['output'];
};

/** Agreement on one proposition. */
export type PropositionReliability = {
  __typename?: 'PropositionReliability';
  /** The proposition. */
  topic: Topic;
  /** Ordinal alpha of the positions; `null` where it is not defined, for example where nobody differs from anybody. */
  alpha?: Maybe<Scalars['Float']['output']>;
  /** How many statements two sets found a position in. */
  units: Scalars['Int']['output'];
  /** Whether they agree that there is a position at all. */
  presence: Agreement;
};

/** What can be searched. */
export type SearchKind =
  /** Actors, by name, other names and code. */
  | 'ACTOR'
  /** Topics, by name and text. */
  | 'TOPIC'
  /** Statements, by summary and quotations. */
  | 'STATEMENT'
  /** Sources, by title and author. */
  | 'SOURCE'
  /** Publishers, by name. */
  | 'PUBLISHER'
  /** Events, by name, place and document number. */
  | 'EVENT'
  /** Disputes, by question, assessment and claims. */
  | 'DISPUTE';

/** What a search finds. */
export type SearchResult = Actor | Topic | Statement | Source | Publisher | Event | Dispute;

/** Pages of what a search finds, best first. */
export type SearchConnection = {
  __typename?: 'SearchConnection';
  /** The hits with their cursors. */
  edges: Array<SearchEdge>;
  /** The hits. */
  nodes: Array<SearchResult>;
  /** Where the page lies. */
  pageInfo: PageInfo;
  /** How many hits there are, up to 1,000. */
  totalCount: Scalars['Int']['output'];
  /**
   * Where the service has an export of this list: what belongs to its statements, or what is one edge away from the nodes
   * on this page. `null` where there are none. The formats are in `dataset { exports { format } }`.
   */
  exportUrl?: Maybe<Scalars['String']['output']>;
};


/** Pages of what a search finds, best first. */
export type SearchConnectionExportUrlArgs = {
  format?: Scalars['String']['input'];
};

/** A hit. */
export type SearchEdge = {
  __typename?: 'SearchEdge';
  /** Give it as `after`. */
  cursor: Scalars['String']['output'];
  /** What was found. */
  node: SearchResult;
  /** How well it matches; comparable within one search on one engine only. */
  score: Scalars['Float']['output'];
  /** The field with most of the words, such as `name`, `summary` or `quote`. */
  field: Scalars['String']['output'];
};

/** Who controls a publisher. Readers judge reports by it. */
export type PublisherControl =
  /** A state or its government. */
  | 'STATE'
  /** A public broadcaster or agency with editorial independence. */
  | 'PUBLIC'
  /** Independent of states and parties. */
  | 'INDEPENDENT'
  /** A party or movement. */
  | 'PARTY'
  /** Not known. */
  | 'UNKNOWN';

/** Where something is reported: an article, a press release, a document, a post. */
export type Source = Node & {
  __typename?: 'Source';
  /** The source's id. */
  id: Scalars['ID']['output'];
  /** Where it is. */
  url?: Maybe<Scalars['String']['output']>;
  /** Its title. */
  title?: Maybe<Scalars['String']['output']>;
  /** Who wrote it. */
  author?: Maybe<Scalars['String']['output']>;
  /** The section it stands in. */
  section?: Maybe<Scalars['String']['output']>;
  /** What kind of source, such as `news` or `letter`. */
  type?: Maybe<Scalars['String']['output']>;
  /** When it was published. */
  publishedAt?: Maybe<Scalars['EDTF']['output']>;
  /** The language it is in (BCP 47). */
  language?: Maybe<Scalars['String']['output']>;
  /** An archived copy. */
  archivedUrl?: Maybe<Scalars['String']['output']>;
  /** Who published it. */
  publisher?: Maybe<Publisher>;
  /** The statements it reports. */
  statements: StatementConnection;
};


/** Where something is reported: an article, a press release, a document, a post. */
export type SourceStatementsArgs = {
  filter?: InputMaybe<StatementFilter>;
  orderBy?: InputMaybe<StatementOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Who publishes sources. */
export type Publisher = Node & {
  __typename?: 'Publisher';
  /** The publisher's id. */
  id: Scalars['ID']['output'];
  /** The name. */
  name: Scalars['String']['output'];
  /** Where it is based. */
  country?: Maybe<Actor>;
  /** Who controls it. */
  control: PublisherControl;
  /** Who says so. */
  controlSource?: Maybe<Scalars['String']['output']>;
  /** What it published, by id. */
  sources: SourceConnection;
};


/** Who publishes sources. */
export type PublisherSourcesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Which sources. */
export type SourceFilter = {
  /** One of these ids. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** From one of these publishers. */
  publishers?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** From a publisher under such control. */
  publisherControl?: InputMaybe<Array<PublisherControl>>;
  /** In one of these languages (BCP 47, as recorded). */
  languages?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Which publishers. */
export type PublisherFilter = {
  /** One of these ids. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Under such control. */
  control?: InputMaybe<Array<PublisherControl>>;
  /** Based in one of these. */
  countries?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** Pages of sources. */
export type SourceConnection = {
  __typename?: 'SourceConnection';
  /** The sources with their cursors. */
  edges: Array<SourceEdge>;
  /** The sources. */
  nodes: Array<Source>;
  /** Where the page lies. */
  pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
  /**
   * Where the service has an export of this list: what belongs to its statements, or what is one edge away from the nodes
   * on this page. `null` where there are none. The formats are in `dataset { exports { format } }`.
   */
  exportUrl?: Maybe<Scalars['String']['output']>;
};


/** Pages of sources. */
export type SourceConnectionExportUrlArgs = {
  format?: Scalars['String']['input'];
};

/** A source in a page. */
export type SourceEdge = {
  __typename?: 'SourceEdge';
  /** Give it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The source. */
  node: Source;
};

/** Pages of publishers. */
export type PublisherConnection = {
  __typename?: 'PublisherConnection';
  /** The publishers with their cursors. */
  edges: Array<PublisherEdge>;
  /** The publishers. */
  nodes: Array<Publisher>;
  /** Where the page lies. */
  pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
  /**
   * Where the service has an export of this list: what belongs to its statements, or what is one edge away from the nodes
   * on this page. `null` where there are none. The formats are in `dataset { exports { format } }`.
   */
  exportUrl?: Maybe<Scalars['String']['output']>;
};


/** Pages of publishers. */
export type PublisherConnectionExportUrlArgs = {
  format?: Scalars['String']['input'];
};

/** A publisher in a page. */
export type PublisherEdge = {
  __typename?: 'PublisherEdge';
  /** Give it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The publisher. */
  node: Publisher;
};

/** What a speaker holds of a proposition. Silence is no position and is not here. */
export type Position =
  /** For it. */
  | 'SUPPORT'
  /** Against it. */
  | 'OPPOSE'
  /** Addresses the question and declines to take a side. */
  | 'NEUTRAL'
  /** States what would change the position; `untilMet` says what it is meanwhile. */
  | 'CONDITIONAL'
  /** Read, and found to take none. Never counted. */
  | 'NO_STANCE';

/** What a conditional position is until its condition is met. */
export type UntilMet =
  /** In favour meanwhile. */
  | 'SUPPORT'
  /** Against meanwhile: a refusal with a condition. */
  | 'OPPOSE'
  /** Not said. */
  | 'UNSTATED';

/** A position that one statement takes on one proposition, as one coder judged it. */
export type Stance = {
  __typename?: 'Stance';
  /** The stance's id, from its statement, proposition, coding set and coder. */
  id: Scalars['ID']['output'];
  /** The proposition. */
  topic: Topic;
  /** The position. */
  position: Position;
  /** What a conditional position is until its condition is met. */
  untilMet?: Maybe<UntilMet>;
  /** The position as a number: 1 support, -1 opposition, 0 neutral, 0.5 or -0.5 a condition by what holds until it is met; `null` where there is none. */
  value?: Maybe<Scalars['Float']['output']>;
  /** What is demanded before the position changes. */
  conditions: Array<Condition>;
  /** Why it was coded so. */
  rationale?: Maybe<Scalars['String']['output']>;
  /** How sure the coder is, from 0 to 1. */
  confidence?: Maybe<Scalars['Float']['output']>;
  /** The coding set it belongs to; analyses read `adjudicated` unless told otherwise. */
  coding: Scalars['String']['output'];
  /** Who coded it. */
  coder?: Maybe<Scalars['String']['output']>;
  /** When it was coded. */
  codedAt?: Maybe<Scalars['EDTF']['output']>;
};

/** What a speaker demands before a position changes. */
export type Condition = Node & {
  __typename?: 'Condition';
  /** The condition's id. */
  id: Scalars['ID']['output'];
  /** What is demanded, in our own words or the speaker's. */
  text: Scalars['String']['output'];
  /** The proposition whose position would change. */
  topic: Topic;
  /** Of whom it is demanded. */
  askedOf: Array<Actor>;
  /** The statement that sets it. */
  statement: Statement;
};

/** One stance of a statement, for one principal and one speaker, as a flat row. */
export type StanceRow = {
  __typename?: 'StanceRow';
  /** The row's id. */
  id: Scalars['ID']['output'];
  /** Who spoke. */
  speaker: Actor;
  /** The role the speaker held at the time. */
  role?: Maybe<Scalars['String']['output']>;
  /** In which function the speaker spoke. */
  capacity: Capacity;
  /** In whose name. */
  principal: Actor;
  /** On what ground it counts for the principal. */
  basis: Basis;
  /** The proposition. */
  proposition: Topic;
  /** The position. */
  position: Position;
  /** What a conditional position is until its condition is met. */
  untilMet?: Maybe<UntilMet>;
  /** The position as a number (see `Stance.value`). */
  value?: Maybe<Scalars['Float']['output']>;
  /** How sure the coder is, from 0 to 1. */
  confidence?: Maybe<Scalars['Float']['output']>;
  /** The coding set. */
  coding: Scalars['String']['output'];
  /** Who coded it. */
  coder?: Maybe<Scalars['String']['output']>;
  /** The date of the statement. */
  date: Scalars['EDTF']['output'];
  /** The words of the statement's primary citation. */
  quote?: Maybe<Scalars['String']['output']>;
  /** The source of the statement's primary citation. */
  source: Source;
  /** The statement. */
  statement: Statement;
};

/** Which stance. All keys hold of one and the same stance. */
export type StanceFilter = {
  /** On one of these topics or their parts. */
  topics?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** One of these positions. Left out: any but `NO_STANCE`. */
  positions?: InputMaybe<Array<Position>>;
  /** Conditional, and until the condition is met one of these. */
  untilMet?: InputMaybe<Array<UntilMet>>;
  /** From one of these coding sets. */
  codings?: Array<Scalars['String']['input']>;
  /** Coded with at least this confidence, from 0 to 1; a stance without a confidence does not match. */
  minConfidence?: InputMaybe<Scalars['Float']['input']>;
};

/** Which conditions. */
export type ConditionFilter = {
  /** Demanded of one of these actors. */
  askedOf?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Set on one of these topics or their parts. */
  topics?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Set on behalf of one of these actors. */
  principals?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** Pages of stance rows. */
export type StanceRowConnection = {
  __typename?: 'StanceRowConnection';
  /** The rows with their cursors. */
  edges: Array<StanceRowEdge>;
  /** The rows. */
  nodes: Array<StanceRow>;
  /** Where the page lies. */
  pageInfo: PageInfo;
  /** How many rows there are in all; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
  /**
   * Where the service has an export of this list: what belongs to its statements, or what is one edge away from the nodes
   * on this page. `null` where there are none. The formats are in `dataset { exports { format } }`.
   */
  exportUrl?: Maybe<Scalars['String']['output']>;
};


/** Pages of stance rows. */
export type StanceRowConnectionExportUrlArgs = {
  format?: Scalars['String']['input'];
};

/** A stance row in a page. */
export type StanceRowEdge = {
  __typename?: 'StanceRowEdge';
  /** Give it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: StanceRow;
};

/** Pages of conditions. */
export type ConditionConnection = {
  __typename?: 'ConditionConnection';
  /** The conditions with their cursors. */
  edges: Array<ConditionEdge>;
  /** The conditions. */
  nodes: Array<Condition>;
  /** Where the page lies. */
  pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
  /**
   * Where the service has an export of this list: what belongs to its statements, or what is one edge away from the nodes
   * on this page. `null` where there are none. The formats are in `dataset { exports { format } }`.
   */
  exportUrl?: Maybe<Scalars['String']['output']>;
};


/** Pages of conditions. */
export type ConditionConnectionExportUrlArgs = {
  format?: Scalars['String']['input'];
};

/** A condition in a page. */
export type ConditionEdge = {
  __typename?: 'ConditionEdge';
  /** Give it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The condition. */
  node: Condition;
};

/** What kind of act of speech a statement is. */
export type Act =
  /** Words spoken or written in public. */
  | 'STATEMENT'
  /** Words that explain a vote, before or after it. */
  | 'EXPLANATION_OF_VOTE'
  /** Something made known: a decision, a result. */
  | 'ANNOUNCEMENT'
  /** A letter. */
  | 'LETTER'
  /** A formal notification, such as the one that starts snapback. */
  | 'NOTIFICATION'
  /** An agreement entered into. */
  | 'AGREEMENT'
  /** A withdrawal, from an agreement or of an earlier act. */
  | 'WITHDRAWAL'
  /** Sanctions imposed or lifted, as an act of speech. */
  | 'SANCTION';

/** How the date of an act is known. */
export type DateBasis =
  /** The source prints it. */
  | 'PRINTED'
  /** It was inferred, for example from the name of a weekday. */
  | 'INFERRED';

/** In which function somebody spoke. A ruling from the chair is not the position of the chair's country. */
export type Capacity =
  /** For his or her own state or body. */
  | 'NATIONAL'
  /** As president of the body; rules, and takes no side. */
  | 'PRESIDING'
  /** As coordinator of a group, for all its participants. */
  | 'COORDINATOR'
  /** For nobody else, such as a former official. */
  | 'PERSONAL';

/** On what ground words count for a principal. */
export type Basis =
  /** Speaks for the principal by office. */
  | 'OWN'
  /** Each named party speaks. */
  | 'JOINT'
  /** An organ speaks under its mandate. */
  | 'MANDATE'
  /** Asserted for others, who may not agree. */
  | 'CLAIMED';

/** How close the words are to what was said. */
export type Attribution =
  /** The very words. */
  | 'VERBATIM'
  /** The source's words for them. */
  | 'PARAPHRASE'
  /** An official summary of a conversation. */
  | 'READOUT'
  /** Words that were not meant to be public. */
  | 'LEAKED';

/** What a statement does to the one it responds to. */
export type ResponseKind =
  /** Answers it. */
  | 'REPLY'
  /** Denies it. */
  | 'DENIES'
  /** Takes it back. */
  | 'WITHDRAWS'
  /** Says it again. */
  | 'REAFFIRMS';

/** The order of statements. */
export type StatementOrder =
  /** Latest first. */
  | 'DATE_DESC'
  /** Earliest first. */
  | 'DATE_ASC';

/** One public act of speech by one or more actors. */
export type Statement = Node & {
  __typename?: 'Statement';
  /** The statement's id, such as `statement:2020-09-01-lavrov-mediation`. */
  id: Scalars['ID']['output'];
  /** What kind of act it is. */
  act: Act;
  /** The local calendar date of the act, as precise as the source is. */
  date: Scalars['EDTF']['output'];
  /** The first day that `date` can mean. */
  dateFrom: Scalars['EDTF']['output'];
  /** The last day that `date` can mean. */
  dateTo: Scalars['EDTF']['output'];
  /** The local time, with its offset where known: `14:30+02:00`. */
  time?: Maybe<Scalars['String']['output']>;
  /** How the date is known. */
  dateBasis?: Maybe<DateBasis>;
  /** What was said, in our own words. */
  summary?: Maybe<Scalars['String']['output']>;
  /** The words of the primary citation; `null` where only a paraphrase is recorded. */
  quote?: Maybe<Scalars['String']['output']>;
  /** Who spoke, in which role and capacity. */
  speakers: Array<Speaker>;
  /** In whose name, as recorded. Empty where the speakers speak for themselves. */
  onBehalfOf: Array<OnBehalfOf>;
  /** Whose statement it is for analysis: the actors it is made on behalf of, else the speakers. */
  principals: Array<Actor>;
  /** To whom it was said. */
  addressees: Array<Actor>;
  /** What it is about. A subject is not a position: see `stances`. */
  about: Array<Topic>;
  /** The positions it takes, as coded in one or more coding sets. */
  stances: Array<Stance>;
  /** Where it is reported, in which words; the primary citation first. */
  citations: Array<Citation>;
  /** The event it was made at. */
  event?: Maybe<Event>;
  /** What it responds to. */
  respondsTo: Array<ResponseTo>;
  /** The statements that respond to it, earliest first. */
  responses: Array<ResponseFrom>;
  /** The disputes among sources that concern it. */
  disputes: Array<Dispute>;
  /** When it was loaded into this graph. */
  recordedAt: Scalars['DateTime']['output'];
  /** The revision of the dataset in which it was last changed. */
  revision: Scalars['Int']['output'];
  /** A hash of date, speakers and words: equal for likely duplicates. */
  fingerprint: Scalars['String']['output'];
};


/** One public act of speech by one or more actors. */
export type StatementStancesArgs = {
  codings?: Array<Scalars['String']['input']>;
};

/** Somebody who made a statement. */
export type Speaker = {
  __typename?: 'Speaker';
  /** Who. */
  actor: Actor;
  /** The id that the record names, where that actor was merged into this one. */
  originalId?: Maybe<Scalars['ID']['output']>;
  /** The role held at the time. */
  role?: Maybe<Scalars['String']['output']>;
  /** In which function. */
  capacity: Capacity;
  /** How the source names the speaker, mistakes included. */
  asNamed?: Maybe<Scalars['String']['output']>;
};

/** Somebody in whose name a statement was made. */
export type OnBehalfOf = {
  __typename?: 'OnBehalfOf';
  /** In whose name. */
  actor: Actor;
  /** The id that the record names, where that actor was merged into this one. */
  originalId?: Maybe<Scalars['ID']['output']>;
  /** On what ground. */
  basis: Basis;
};

/** Where a statement or an event is reported, and in which words. */
export type Citation = {
  __typename?: 'Citation';
  /** The source. */
  source: Source;
  /** The words as the source prints them. */
  quote?: Maybe<Scalars['String']['output']>;
  /** The language of the quotation as printed (BCP 47). */
  language?: Maybe<Scalars['String']['output']>;
  /** Whether the quotation is a translation of what was said. */
  translated?: Maybe<Scalars['Boolean']['output']>;
  /** Whether words were left out of the quotation. */
  elided?: Maybe<Scalars['Boolean']['output']>;
  /** How close the words are to what was said. */
  attribution: Attribution;
  /** Whom the source relies on, such as a news agency. */
  reportedBy?: Maybe<Scalars['String']['output']>;
  /** Whether this is the citation that stands for the statement. */
  primary: Scalars['Boolean']['output'];
  /** Where the quotation starts in the source's text: UTF-16 code units from 0. */
  start?: Maybe<Scalars['Int']['output']>;
  /** Where it ends: the first code unit after it. */
  end?: Maybe<Scalars['Int']['output']>;
  /** The text just before it (a W3C Web Annotation selector). */
  prefix?: Maybe<Scalars['String']['output']>;
  /** The text just after it. */
  suffix?: Maybe<Scalars['String']['output']>;
};

/** What can be responded to. */
export type StatementOrEvent = Statement | Event;

/** What a statement responds to, and how. */
export type ResponseTo = {
  __typename?: 'ResponseTo';
  /** How it responds. */
  kind: ResponseKind;
  /** To what. */
  target: StatementOrEvent;
};

/** A statement that responds, and how. */
export type ResponseFrom = {
  __typename?: 'ResponseFrom';
  /** How it responds. */
  kind: ResponseKind;
  /** The statement that responds. */
  statement: Statement;
};

/**
 * Which statements. Values of a key are alternatives, keys add up: `speakers: [a, b], acts: [LETTER]` are the letters of a
 * or b. A topic stands for its parts too.
 */
export type StatementFilter = {
  /** One of these ids. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** With these words in its summary or quotations, as `search` finds them: every word, the last as a beginning; at most 500 characters. */
  words?: InputMaybe<Scalars['String']['input']>;
  /** Made by one of these actors. */
  speakers?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Made on behalf of one of these actors (or by them, where nobody else is named). */
  principals?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** With `principals` and `memberOf`: count a joint statement of a group for the members it had at that date too. Never what is merely claimed for others or said under a mandate. */
  expandJoint?: InputMaybe<Scalars['Boolean']['input']>;
  /** Made on behalf of a member of this body. */
  memberOf?: InputMaybe<MemberOf>;
  /** Made in one of these capacities. */
  capacities?: InputMaybe<Array<Capacity>>;
  /** Said to one of these actors. */
  addressees?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** About one of these topics or their parts. The subject only: see `stance` for positions. */
  about?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Taking a stance. All keys hold of one and the same stance. */
  stance?: InputMaybe<StanceFilter>;
  /** One of these acts. */
  acts?: InputMaybe<Array<Act>>;
  /** Possibly made in this period: a statement of "September 2020" is in every period that has a day of it. */
  date?: InputMaybe<DateRange>;
  /** Reported in one of these sources. */
  sources?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Reported by one of these publishers. */
  publishers?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Reported by a publisher under such control. */
  publisherControl?: InputMaybe<Array<PublisherControl>>;
  /** Cited in one of these ways. */
  attributions?: InputMaybe<Array<Attribution>>;
  /** Cited in one of these languages (BCP 47, as recorded). */
  languages?: InputMaybe<Array<Scalars['String']['input']>>;
  /** With a quotation, or without one. */
  hasQuote?: InputMaybe<Scalars['Boolean']['input']>;
  /** Made at one of these events. */
  events?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Responding to one of these statements or events. */
  respondsTo?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Added or changed after this revision of the dataset. */
  changedSince?: InputMaybe<Scalars['Int']['input']>;
  /** All of these. */
  and?: InputMaybe<Array<StatementFilter>>;
  /** Any of these. */
  or?: InputMaybe<Array<StatementFilter>>;
  /** None of this. */
  not?: InputMaybe<StatementFilter>;
};

/** Pages of statements. */
export type StatementConnection = {
  __typename?: 'StatementConnection';
  /** The statements with their cursors. */
  edges: Array<StatementEdge>;
  /** The statements. */
  nodes: Array<Statement>;
  /** Where the page lies. */
  pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
  /**
   * Where the service has an export of this list: what belongs to its statements, or what is one edge away from the nodes
   * on this page. `null` where there are none. The formats are in `dataset { exports { format } }`.
   */
  exportUrl?: Maybe<Scalars['String']['output']>;
  /**
   * How they spread over actors, topics, positions, years and publishers, on all pages: what a filter panel shows. Computed
   * only when asked for, and for `Query.statements` only: for the statements of one actor, ask that with `principals`.
   */
  facets?: Maybe<StatementFacets>;
};


/** Pages of statements. */
export type StatementConnectionExportUrlArgs = {
  format?: Scalars['String']['input'];
};

/** A statement in a page. */
export type StatementEdge = {
  __typename?: 'StatementEdge';
  /** Give it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The statement. */
  node: Statement;
};

/** The intervals of a timeline, by the calendar. */
export type TimelineInterval =
  /** A day. */
  | 'DAY'
  /** A week from Monday, as ISO 8601 has it. */
  | 'WEEK'
  /** A month. */
  | 'MONTH'
  /** A year. */
  | 'YEAR';

/** Positions by time. */
export type StanceTimeline = {
  __typename?: 'StanceTimeline';
  /** The revision of the dataset that was counted. */
  revision: Scalars['Int']['output'];
  /**
   * Every interval that the filter's `date` touches, those without a stance too; where `date` is left out or open at an
   * end, from the first or to the last interval that has a stance. At most 5,000.
   */
  points: Array<TimelinePoint>;
  /** Stances of statements whose date is not precise enough for one interval (`2020` in a timeline of months). They are in no point. */
  imprecise: Scalars['Int']['output'];
};

/** The stances of one interval: how many there are of each position, one for each statement and proposition. */
export type TimelinePoint = {
  __typename?: 'TimelinePoint';
  /** The first day. */
  from: Scalars['EDTF']['output'];
  /** The last day. */
  to: Scalars['EDTF']['output'];
  /** How many support. */
  support: Scalars['Int']['output'];
  /** How many oppose. */
  oppose: Scalars['Int']['output'];
  /** How many address the question and take no side. */
  neutral: Scalars['Int']['output'];
  /** How many support until a condition is met. */
  conditionalSupport: Scalars['Int']['output'];
  /** How many oppose until a condition is met. */
  conditionalOppose: Scalars['Int']['output'];
  /** How many set a condition and do not say what holds until then. */
  conditionalUnstated: Scalars['Int']['output'];
  /** The mean of their values (`Stance.value`), from -1 to 1; `null` where none has a value. */
  mean?: Maybe<Scalars['Float']['output']>;
};

/** What a topic is. */
export type TopicKind =
  /** A field of questions, which holds propositions and further issues. */
  | 'ISSUE'
  /** A sentence one can support or oppose, worded once and never changed after use. */
  | 'PROPOSITION';

/** How a statement bears on a topic. */
export type TopicPart =
  /** It takes a stance on it. */
  | 'STANCE'
  /** It is about it. */
  | 'SUBJECT';

/** An issue or a proposition. */
export type Topic = Node & {
  __typename?: 'Topic';
  /** The topic's id, such as `topic:snapback`. */
  id: Scalars['ID']['output'];
  /** What it is. */
  kind: TopicKind;
  /** A short name. */
  name: Scalars['String']['output'];
  /** The sentence, for a proposition; what belongs here, for an issue. */
  text?: Maybe<Scalars['String']['output']>;
  /** Of an issue: whether support means the same thing on all its parts, so that positions may be counted on it. */
  aligned: Scalars['Boolean']['output'];
  /** Of a proposition: whether nearly everybody shares it, so that it tells no camps apart. */
  valence: Scalars['Boolean']['output'];
  /** Since when the question is open. */
  validFrom?: Maybe<Scalars['EDTF']['output']>;
  /** Until when. */
  validTo?: Maybe<Scalars['EDTF']['output']>;
  /** The issues it belongs to. */
  partOf: Array<Topic>;
  /** Its direct parts. */
  parts: Array<Topic>;
  /** The events that decide it, latest first. */
  decidedBy: Array<Decision>;
  /** The statements that bear on it or its parts. */
  statements: StatementConnection;
};


/** An issue or a proposition. */
export type TopicStatementsArgs = {
  as?: InputMaybe<TopicPart>;
  filter?: InputMaybe<StatementFilter>;
  orderBy?: InputMaybe<StatementOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Which topics. */
export type TopicFilter = {
  /** One of these ids. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** One of these kinds. */
  kinds?: InputMaybe<Array<TopicKind>>;
  /** These topics and their parts, at any depth. */
  within?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** Pages of topics. */
export type TopicConnection = {
  __typename?: 'TopicConnection';
  /** The topics with their cursors. */
  edges: Array<TopicEdge>;
  /** The topics. */
  nodes: Array<Topic>;
  /** Where the page lies. */
  pageInfo: PageInfo;
  /** How many there are in all; counted only when asked for. */
  totalCount: Scalars['Int']['output'];
  /**
   * Where the service has an export of this list: what belongs to its statements, or what is one edge away from the nodes
   * on this page. `null` where there are none. The formats are in `dataset { exports { format } }`.
   */
  exportUrl?: Maybe<Scalars['String']['output']>;
};


/** Pages of topics. */
export type TopicConnectionExportUrlArgs = {
  format?: Scalars['String']['input'];
};

/** A topic in a page. */
export type TopicEdge = {
  __typename?: 'TopicEdge';
  /** Give it as `after` or `before`. */
  cursor: Scalars['String']['output'];
  /** The topic. */
  node: Topic;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ActorKind: ActorKind;
  StatementPart: StatementPart;
  Actor: ResolverTypeWrapper<ActorParent>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Merge: ResolverTypeWrapper<MergeParent>;
  MergedActor: ResolverTypeWrapper<MergedActorParent>;
  Membership: ResolverTypeWrapper<MembershipParent>;
  Office: ResolverTypeWrapper<OfficeParent>;
  ActorFilter: ActorFilter;
  ActorConnection: ResolverTypeWrapper<Page<ActorParent>>;
  ActorEdge: ResolverTypeWrapper<Omit<ActorEdge, 'node'> & { node: ResolversTypes['Actor'] }>;
  EDTF: ResolverTypeWrapper<Scalars['EDTF']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Node: ResolverTypeWrapper<NodeParent>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  DateRange: DateRange;
  MemberOf: MemberOf;
  Dataset: ResolverTypeWrapper<DatasetParent>;
  DatasetCounts: ResolverTypeWrapper<DatasetCounts>;
  ExportFormat: ResolverTypeWrapper<ExportFormat>;
  DisputeStatus: DisputeStatus;
  Dispute: ResolverTypeWrapper<DisputeParent>;
  Claim: ResolverTypeWrapper<ClaimParent>;
  DisputeFilter: DisputeFilter;
  DisputeConnection: ResolverTypeWrapper<Page<DisputeParent>>;
  DisputeEdge: ResolverTypeWrapper<Omit<DisputeEdge, 'node'> & { node: ResolversTypes['Dispute'] }>;
  EventKind: EventKind;
  VoteChoice: VoteChoice;
  YesMeans: YesMeans;
  InvolvementRole: InvolvementRole;
  Event: ResolverTypeWrapper<EventParent>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Decision: ResolverTypeWrapper<DecisionParent>;
  Involvement: ResolverTypeWrapper<InvolvementParent>;
  Vote: ResolverTypeWrapper<VoteParent>;
  EventFilter: EventFilter;
  EventConnection: ResolverTypeWrapper<Page<EventParent>>;
  EventEdge: ResolverTypeWrapper<Omit<EventEdge, 'node'> & { node: ResolversTypes['Event'] }>;
  VoteConnection: ResolverTypeWrapper<Page<VoteParent>>;
  VoteEdge: ResolverTypeWrapper<Omit<VoteEdge, 'node'> & { node: ResolversTypes['Vote'] }>;
  StatementFacets: ResolverTypeWrapper<StatementFacetsParent>;
  ActorFacet: ResolverTypeWrapper<FacetParent>;
  TopicFacet: ResolverTypeWrapper<FacetParent>;
  PositionFacet: ResolverTypeWrapper<FacetParent>;
  YearFacet: ResolverTypeWrapper<FacetParent>;
  PublisherFacet: ResolverTypeWrapper<FacetParent>;
  ControlFacet: ResolverTypeWrapper<FacetParent>;
  ActFacet: ResolverTypeWrapper<FacetParent>;
  NetworkNodes: NetworkNodes;
  ActorLevel: ActorLevel;
  NetworkAggregation: NetworkAggregation;
  NetworkNormalization: NetworkNormalization;
  NetworkDuplicates: NetworkDuplicates;
  NetworkMode: NetworkMode;
  NetworkWindowUnit: NetworkWindowUnit;
  NetworkKernel: NetworkKernel;
  NetworkWindowInput: NetworkWindowInput;
  NetworkSelection: NetworkSelection;
  NetworkInput: NetworkInput;
  NetworkSlice: ResolverTypeWrapper<NetworkSliceParent>;
  Network: ResolverTypeWrapper<NetworkParent>;
  NetworkWindow: ResolverTypeWrapper<NetworkWindowParent>;
  NetworkNode: ResolverTypeWrapper<NetworkNodeParent>;
  NetworkEdge: ResolverTypeWrapper<NetworkEdgeParent>;
  NetworkVote: ResolverTypeWrapper<NetworkVoteParent>;
  NetworkMatrix: ResolverTypeWrapper<NetworkMatrix>;
  NetworkPolarisation: ResolverTypeWrapper<Omit<NetworkPolarisation, 'camps'> & { camps: Array<Array<ResolversTypes['NetworkNode']>> }>;
  HeldPositionValue: HeldPositionValue;
  PositionChangeKind: PositionChangeKind;
  PositionChange: ResolverTypeWrapper<PositionChangeParent>;
  HeldPosition: ResolverTypeWrapper<HeldPositionParent>;
  PositionChangeConnection: ResolverTypeWrapper<Page<PositionChangeParent>>;
  PositionChangeEdge: ResolverTypeWrapper<Omit<PositionChangeEdge, 'node'> & { node: ResolversTypes['PositionChange'] }>;
  MatrixRule: MatrixRule;
  StanceMatrix: ResolverTypeWrapper<StanceMatrixParent>;
  StanceMatrixRow: ResolverTypeWrapper<StanceMatrixRowParent>;
  StanceMatrixCell: ResolverTypeWrapper<StanceMatrixCellParent>;
  MatrixVote: ResolverTypeWrapper<MatrixVoteParent>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Reliability: ResolverTypeWrapper<Omit<Reliability, 'byProposition'> & { byProposition: Array<ResolversTypes['PropositionReliability']> }>;
  Agreement: ResolverTypeWrapper<Agreement>;
  PropositionReliability: ResolverTypeWrapper<PropositionReliabilityParent>;
  SearchKind: SearchKind;
  SearchResult: ResolverTypeWrapper<SearchResultParent>;
  SearchConnection: ResolverTypeWrapper<SearchPage>;
  SearchEdge: ResolverTypeWrapper<SearchEdgeParent>;
  PublisherControl: PublisherControl;
  Source: ResolverTypeWrapper<SourceParent>;
  Publisher: ResolverTypeWrapper<PublisherParent>;
  SourceFilter: SourceFilter;
  PublisherFilter: PublisherFilter;
  SourceConnection: ResolverTypeWrapper<Page<SourceParent>>;
  SourceEdge: ResolverTypeWrapper<Omit<SourceEdge, 'node'> & { node: ResolversTypes['Source'] }>;
  PublisherConnection: ResolverTypeWrapper<Page<PublisherParent>>;
  PublisherEdge: ResolverTypeWrapper<Omit<PublisherEdge, 'node'> & { node: ResolversTypes['Publisher'] }>;
  Position: Position;
  UntilMet: UntilMet;
  Stance: ResolverTypeWrapper<StanceParent>;
  Condition: ResolverTypeWrapper<ConditionParent>;
  StanceRow: ResolverTypeWrapper<StanceRowParent>;
  StanceFilter: StanceFilter;
  ConditionFilter: ConditionFilter;
  StanceRowConnection: ResolverTypeWrapper<Page<StanceRowParent>>;
  StanceRowEdge: ResolverTypeWrapper<Omit<StanceRowEdge, 'node'> & { node: ResolversTypes['StanceRow'] }>;
  ConditionConnection: ResolverTypeWrapper<Page<ConditionParent>>;
  ConditionEdge: ResolverTypeWrapper<Omit<ConditionEdge, 'node'> & { node: ResolversTypes['Condition'] }>;
  Act: Act;
  DateBasis: DateBasis;
  Capacity: Capacity;
  Basis: Basis;
  Attribution: Attribution;
  ResponseKind: ResponseKind;
  StatementOrder: StatementOrder;
  Statement: ResolverTypeWrapper<StatementParent>;
  Speaker: ResolverTypeWrapper<SpeakerParent>;
  OnBehalfOf: ResolverTypeWrapper<OnBehalfOfParent>;
  Citation: ResolverTypeWrapper<CitationParent>;
  StatementOrEvent: ResolverTypeWrapper<StatementOrEventParent>;
  ResponseTo: ResolverTypeWrapper<ResponseToParent>;
  ResponseFrom: ResolverTypeWrapper<ResponseFromParent>;
  StatementFilter: StatementFilter;
  StatementConnection: ResolverTypeWrapper<StatementPage>;
  StatementEdge: ResolverTypeWrapper<Omit<StatementEdge, 'node'> & { node: ResolversTypes['Statement'] }>;
  TimelineInterval: TimelineInterval;
  StanceTimeline: ResolverTypeWrapper<StanceTimeline>;
  TimelinePoint: ResolverTypeWrapper<TimelinePoint>;
  TopicKind: TopicKind;
  TopicPart: TopicPart;
  Topic: ResolverTypeWrapper<TopicParent>;
  TopicFilter: TopicFilter;
  TopicConnection: ResolverTypeWrapper<Page<TopicParent>>;
  TopicEdge: ResolverTypeWrapper<Omit<TopicEdge, 'node'> & { node: ResolversTypes['Topic'] }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Actor: ActorParent;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
  Int: Scalars['Int']['output'];
  Merge: MergeParent;
  MergedActor: MergedActorParent;
  Membership: MembershipParent;
  Office: OfficeParent;
  ActorFilter: ActorFilter;
  ActorConnection: Page<ActorParent>;
  ActorEdge: Omit<ActorEdge, 'node'> & { node: ResolversParentTypes['Actor'] };
  EDTF: Scalars['EDTF']['output'];
  DateTime: Scalars['DateTime']['output'];
  Node: NodeParent;
  PageInfo: PageInfo;
  DateRange: DateRange;
  MemberOf: MemberOf;
  Dataset: DatasetParent;
  DatasetCounts: DatasetCounts;
  ExportFormat: ExportFormat;
  Dispute: DisputeParent;
  Claim: ClaimParent;
  DisputeFilter: DisputeFilter;
  DisputeConnection: Page<DisputeParent>;
  DisputeEdge: Omit<DisputeEdge, 'node'> & { node: ResolversParentTypes['Dispute'] };
  Event: EventParent;
  Float: Scalars['Float']['output'];
  Decision: DecisionParent;
  Involvement: InvolvementParent;
  Vote: VoteParent;
  EventFilter: EventFilter;
  EventConnection: Page<EventParent>;
  EventEdge: Omit<EventEdge, 'node'> & { node: ResolversParentTypes['Event'] };
  VoteConnection: Page<VoteParent>;
  VoteEdge: Omit<VoteEdge, 'node'> & { node: ResolversParentTypes['Vote'] };
  StatementFacets: StatementFacetsParent;
  ActorFacet: FacetParent;
  TopicFacet: FacetParent;
  PositionFacet: FacetParent;
  YearFacet: FacetParent;
  PublisherFacet: FacetParent;
  ControlFacet: FacetParent;
  ActFacet: FacetParent;
  NetworkWindowInput: NetworkWindowInput;
  NetworkSelection: NetworkSelection;
  NetworkInput: NetworkInput;
  NetworkSlice: NetworkSliceParent;
  Network: NetworkParent;
  NetworkWindow: NetworkWindowParent;
  NetworkNode: NetworkNodeParent;
  NetworkEdge: NetworkEdgeParent;
  NetworkVote: NetworkVoteParent;
  NetworkMatrix: NetworkMatrix;
  NetworkPolarisation: Omit<NetworkPolarisation, 'camps'> & { camps: Array<Array<ResolversParentTypes['NetworkNode']>> };
  PositionChange: PositionChangeParent;
  HeldPosition: HeldPositionParent;
  PositionChangeConnection: Page<PositionChangeParent>;
  PositionChangeEdge: Omit<PositionChangeEdge, 'node'> & { node: ResolversParentTypes['PositionChange'] };
  StanceMatrix: StanceMatrixParent;
  StanceMatrixRow: StanceMatrixRowParent;
  StanceMatrixCell: StanceMatrixCellParent;
  MatrixVote: MatrixVoteParent;
  Query: Record<PropertyKey, never>;
  Reliability: Omit<Reliability, 'byProposition'> & { byProposition: Array<ResolversParentTypes['PropositionReliability']> };
  Agreement: Agreement;
  PropositionReliability: PropositionReliabilityParent;
  SearchResult: SearchResultParent;
  SearchConnection: SearchPage;
  SearchEdge: SearchEdgeParent;
  Source: SourceParent;
  Publisher: PublisherParent;
  SourceFilter: SourceFilter;
  PublisherFilter: PublisherFilter;
  SourceConnection: Page<SourceParent>;
  SourceEdge: Omit<SourceEdge, 'node'> & { node: ResolversParentTypes['Source'] };
  PublisherConnection: Page<PublisherParent>;
  PublisherEdge: Omit<PublisherEdge, 'node'> & { node: ResolversParentTypes['Publisher'] };
  Stance: StanceParent;
  Condition: ConditionParent;
  StanceRow: StanceRowParent;
  StanceFilter: StanceFilter;
  ConditionFilter: ConditionFilter;
  StanceRowConnection: Page<StanceRowParent>;
  StanceRowEdge: Omit<StanceRowEdge, 'node'> & { node: ResolversParentTypes['StanceRow'] };
  ConditionConnection: Page<ConditionParent>;
  ConditionEdge: Omit<ConditionEdge, 'node'> & { node: ResolversParentTypes['Condition'] };
  Statement: StatementParent;
  Speaker: SpeakerParent;
  OnBehalfOf: OnBehalfOfParent;
  Citation: CitationParent;
  StatementOrEvent: StatementOrEventParent;
  ResponseTo: ResponseToParent;
  ResponseFrom: ResponseFromParent;
  StatementFilter: StatementFilter;
  StatementConnection: StatementPage;
  StatementEdge: Omit<StatementEdge, 'node'> & { node: ResolversParentTypes['Statement'] };
  StanceTimeline: StanceTimeline;
  TimelinePoint: TimelinePoint;
  Topic: TopicParent;
  TopicFilter: TopicFilter;
  TopicConnection: Page<TopicParent>;
  TopicEdge: Omit<TopicEdge, 'node'> & { node: ResolversParentTypes['Topic'] };
};

export type ActorResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Actor'] = ResolversParentTypes['Actor']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ActorKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  isoCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  wikidataId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unresolved?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  memberships?: Resolver<Array<ResolversTypes['Membership']>, ParentType, ContextType>;
  members?: Resolver<Array<ResolversTypes['Membership']>, ParentType, ContextType>;
  offices?: Resolver<Array<ResolversTypes['Office']>, ParentType, ContextType>;
  officeHolders?: Resolver<Array<ResolversTypes['Office']>, ParentType, ContextType>;
  merges?: Resolver<Array<ResolversTypes['Merge']>, ParentType, ContextType>;
  votes?: Resolver<ResolversTypes['VoteConnection'], ParentType, ContextType, Partial<ActorVotesArgs>>;
  statements?: Resolver<ResolversTypes['StatementConnection'], ParentType, ContextType, RequireFields<ActorStatementsArgs, 'as' | 'orderBy'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MergeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Merge'] = ResolversParentTypes['Merge']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  original?: Resolver<ResolversTypes['MergedActor'], ParentType, ContextType>;
  into?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type MergedActorResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['MergedActor'] = ResolversParentTypes['MergedActor']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ActorKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  aliases?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  isoCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  wikidataId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unresolved?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type MembershipResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Membership'] = ResolversParentTypes['Membership']> = {
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  originalId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  organization?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  originalOrganizationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  citations?: Resolver<Array<ResolversTypes['Citation']>, ParentType, ContextType>;
};

export type OfficeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Office'] = ResolversParentTypes['Office']> = {
  person?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  originalId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  of?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  originalOfId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  citations?: Resolver<Array<ResolversTypes['Citation']>, ParentType, ContextType>;
};

export type ActorConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['ActorConnection'] = ResolversParentTypes['ActorConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ActorEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Actor']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  exportUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<ActorConnectionExportUrlArgs, 'format'>>;
};

export type ActorEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['ActorEdge'] = ResolversParentTypes['ActorEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
};

export interface EdtfScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EDTF'], any> {
  name: 'EDTF';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type NodeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Actor' | 'Dispute' | 'Event' | 'Source' | 'Publisher' | 'Condition' | 'Statement' | 'Topic', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DatasetResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Dataset'] = ResolversParentTypes['Dataset']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  modified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  licence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  citation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  softwareVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  schemaVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  engine?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  counts?: Resolver<ResolversTypes['DatasetCounts'], ParentType, ContextType>;
  exports?: Resolver<Array<ResolversTypes['ExportFormat']>, ParentType, ContextType>;
  earliest?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  latest?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
};

export type DatasetCountsResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['DatasetCounts'] = ResolversParentTypes['DatasetCounts']> = {
  actors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  topics?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  statements?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stances?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  events?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  votes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sources?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  publishers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  conditions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  disputes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ExportFormatResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['ExportFormat'] = ResolversParentTypes['ExportFormat']> = {
  format?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mediaType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hasTables?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasNetworks?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DisputeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Dispute'] = ResolversParentTypes['Dispute']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  question?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DisputeStatus'], ParentType, ContextType>;
  assessment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  assessedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  concerns?: Resolver<Array<ResolversTypes['StatementOrEvent']>, ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ClaimResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Claim'] = ResolversParentTypes['Claim']> = {
  claim?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['Source']>, ParentType, ContextType>;
};

export type DisputeConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['DisputeConnection'] = ResolversParentTypes['DisputeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DisputeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Dispute']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  exportUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<DisputeConnectionExportUrlArgs, 'format'>>;
};

export type DisputeEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['DisputeEdge'] = ResolversParentTypes['DisputeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Dispute'], ParentType, ContextType>;
};

export type EventResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Event'] = ResolversParentTypes['Event']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EventKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['EDTF'], ParentType, ContextType>;
  dateFrom?: Resolver<ResolversTypes['EDTF'], ParentType, ContextType>;
  dateTo?: Resolver<ResolversTypes['EDTF'], ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dateBasis?: Resolver<Maybe<ResolversTypes['DateBasis']>, ParentType, ContextType>;
  codes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  goldstein?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  place?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  yes?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  no?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  abstain?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  document?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decides?: Resolver<Array<ResolversTypes['Decision']>, ParentType, ContextType>;
  involves?: Resolver<Array<ResolversTypes['Involvement']>, ParentType, ContextType>;
  votes?: Resolver<Array<ResolversTypes['Vote']>, ParentType, ContextType>;
  citations?: Resolver<Array<ResolversTypes['Citation']>, ParentType, ContextType>;
  statements?: Resolver<ResolversTypes['StatementConnection'], ParentType, ContextType, RequireFields<EventStatementsArgs, 'orderBy'>>;
  responses?: Resolver<Array<ResolversTypes['ResponseFrom']>, ParentType, ContextType>;
  disputes?: Resolver<Array<ResolversTypes['Dispute']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DecisionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Decision'] = ResolversParentTypes['Decision']> = {
  event?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
  topic?: Resolver<ResolversTypes['Topic'], ParentType, ContextType>;
  yesMeans?: Resolver<ResolversTypes['YesMeans'], ParentType, ContextType>;
};

export type InvolvementResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Involvement'] = ResolversParentTypes['Involvement']> = {
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  originalId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['InvolvementRole'], ParentType, ContextType>;
};

export type VoteResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Vote'] = ResolversParentTypes['Vote']> = {
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  originalId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  event?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
  vote?: Resolver<ResolversTypes['VoteChoice'], ParentType, ContextType>;
  citations?: Resolver<Array<ResolversTypes['Citation']>, ParentType, ContextType>;
};

export type EventConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['EventConnection'] = ResolversParentTypes['EventConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Event']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  exportUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<EventConnectionExportUrlArgs, 'format'>>;
};

export type EventEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['EventEdge'] = ResolversParentTypes['EventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
};

export type VoteConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['VoteConnection'] = ResolversParentTypes['VoteConnection']> = {
  edges?: Resolver<Array<ResolversTypes['VoteEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Vote']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  exportUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<VoteConnectionExportUrlArgs, 'format'>>;
};

export type VoteEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['VoteEdge'] = ResolversParentTypes['VoteEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Vote'], ParentType, ContextType>;
};

export type StatementFacetsResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['StatementFacets'] = ResolversParentTypes['StatementFacets']> = {
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  byActor?: Resolver<Array<ResolversTypes['ActorFacet']>, ParentType, ContextType, RequireFields<StatementFacetsByActorArgs, 'first'>>;
  bySpeaker?: Resolver<Array<ResolversTypes['ActorFacet']>, ParentType, ContextType, RequireFields<StatementFacetsBySpeakerArgs, 'first'>>;
  byTopic?: Resolver<Array<ResolversTypes['TopicFacet']>, ParentType, ContextType, RequireFields<StatementFacetsByTopicArgs, 'first'>>;
  byPosition?: Resolver<Array<ResolversTypes['PositionFacet']>, ParentType, ContextType, RequireFields<StatementFacetsByPositionArgs, 'first'>>;
  byYear?: Resolver<Array<ResolversTypes['YearFacet']>, ParentType, ContextType, RequireFields<StatementFacetsByYearArgs, 'first'>>;
  byPublisher?: Resolver<Array<ResolversTypes['PublisherFacet']>, ParentType, ContextType, RequireFields<StatementFacetsByPublisherArgs, 'first'>>;
  byControl?: Resolver<Array<ResolversTypes['ControlFacet']>, ParentType, ContextType, RequireFields<StatementFacetsByControlArgs, 'first'>>;
  byAct?: Resolver<Array<ResolversTypes['ActFacet']>, ParentType, ContextType, RequireFields<StatementFacetsByActArgs, 'first'>>;
};

export type ActorFacetResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['ActorFacet'] = ResolversParentTypes['ActorFacet']> = {
  node?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TopicFacetResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['TopicFacet'] = ResolversParentTypes['TopicFacet']> = {
  node?: Resolver<ResolversTypes['Topic'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PositionFacetResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['PositionFacet'] = ResolversParentTypes['PositionFacet']> = {
  value?: Resolver<ResolversTypes['Position'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type YearFacetResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['YearFacet'] = ResolversParentTypes['YearFacet']> = {
  value?: Resolver<ResolversTypes['EDTF'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PublisherFacetResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['PublisherFacet'] = ResolversParentTypes['PublisherFacet']> = {
  node?: Resolver<ResolversTypes['Publisher'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ControlFacetResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['ControlFacet'] = ResolversParentTypes['ControlFacet']> = {
  value?: Resolver<ResolversTypes['PublisherControl'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ActFacetResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['ActFacet'] = ResolversParentTypes['ActFacet']> = {
  value?: Resolver<ResolversTypes['Act'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NetworkSliceResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['NetworkSlice'] = ResolversParentTypes['NetworkSlice']> = {
  __resolveType: TypeResolveFn<'Network' | 'NetworkWindow', ParentType, ContextType>;
};

export type NetworkResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Network'] = ResolversParentTypes['Network']> = {
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  start?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  middle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  end?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  statements?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  levels?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  aggregation?: Resolver<ResolversTypes['NetworkAggregation'], ParentType, ContextType>;
  normalization?: Resolver<ResolversTypes['NetworkNormalization'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['NetworkNode']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['NetworkEdge']>, ParentType, ContextType, Partial<NetworkEdgesArgs>>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  matrix?: Resolver<ResolversTypes['NetworkMatrix'], ParentType, ContextType>;
  density?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  components?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  communities?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  modularity?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  polarisation?: Resolver<Maybe<ResolversTypes['NetworkPolarisation']>, ParentType, ContextType>;
  windows?: Resolver<Array<ResolversTypes['NetworkWindow']>, ParentType, ContextType>;
  exportUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<NetworkExportUrlArgs, 'format'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NetworkWindowResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['NetworkWindow'] = ResolversParentTypes['NetworkWindow']> = {
  start?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  middle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  end?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  statements?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  levels?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  aggregation?: Resolver<ResolversTypes['NetworkAggregation'], ParentType, ContextType>;
  normalization?: Resolver<ResolversTypes['NetworkNormalization'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['NetworkNode']>, ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['NetworkEdge']>, ParentType, ContextType, Partial<NetworkWindowEdgesArgs>>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  matrix?: Resolver<ResolversTypes['NetworkMatrix'], ParentType, ContextType>;
  density?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  components?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  communities?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  modularity?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  polarisation?: Resolver<Maybe<ResolversTypes['NetworkPolarisation']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NetworkNodeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['NetworkNode'] = ResolversParentTypes['NetworkNode']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  degree?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  strength?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  frequency?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  betweenness?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  closeness?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  eigenvector?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  component?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  community?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  camp?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type NetworkEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['NetworkEdge'] = ResolversParentTypes['NetworkEdge']> = {
  source?: Resolver<ResolversTypes['NetworkNode'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['NetworkNode'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  statements?: Resolver<ResolversTypes['StatementConnection'], ParentType, ContextType, Partial<NetworkEdgeStatementsArgs>>;
  votes?: Resolver<Array<ResolversTypes['NetworkVote']>, ParentType, ContextType>;
};

export type NetworkVoteResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['NetworkVote'] = ResolversParentTypes['NetworkVote']> = {
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
  vote?: Resolver<ResolversTypes['VoteChoice'], ParentType, ContextType>;
};

export type NetworkMatrixResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['NetworkMatrix'] = ResolversParentTypes['NetworkMatrix']> = {
  rows?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  columns?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  rowIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  columnIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  values?: Resolver<Array<Array<ResolversTypes['Float']>>, ParentType, ContextType>;
};

export type NetworkPolarisationResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['NetworkPolarisation'] = ResolversParentTypes['NetworkPolarisation']> = {
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  modularity?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  camps?: Resolver<Array<Array<ResolversTypes['NetworkNode']>>, ParentType, ContextType>;
};

export type PositionChangeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['PositionChange'] = ResolversParentTypes['PositionChange']> = {
  kind?: Resolver<ResolversTypes['PositionChangeKind'], ParentType, ContextType>;
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  before?: Resolver<ResolversTypes['HeldPosition'], ParentType, ContextType>;
  after?: Resolver<ResolversTypes['HeldPosition'], ParentType, ContextType>;
};

export type HeldPositionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['HeldPosition'] = ResolversParentTypes['HeldPosition']> = {
  topic?: Resolver<ResolversTypes['Topic'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['HeldPositionValue'], ParentType, ContextType>;
  untilMet?: Resolver<Maybe<ResolversTypes['UntilMet']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['EDTF'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['EDTF'], ParentType, ContextType>;
  statements?: Resolver<Array<ResolversTypes['Statement']>, ParentType, ContextType>;
};

export type PositionChangeConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['PositionChangeConnection'] = ResolversParentTypes['PositionChangeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PositionChangeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['PositionChange']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  exportUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<PositionChangeConnectionExportUrlArgs, 'format'>>;
};

export type PositionChangeEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['PositionChangeEdge'] = ResolversParentTypes['PositionChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PositionChange'], ParentType, ContextType>;
};

export type StanceMatrixResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['StanceMatrix'] = ResolversParentTypes['StanceMatrix']> = {
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  topics?: Resolver<Array<ResolversTypes['Topic']>, ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['StanceMatrixRow']>, ParentType, ContextType>;
};

export type StanceMatrixRowResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['StanceMatrixRow'] = ResolversParentTypes['StanceMatrixRow']> = {
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  cells?: Resolver<Array<ResolversTypes['StanceMatrixCell']>, ParentType, ContextType>;
};

export type StanceMatrixCellResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['StanceMatrixCell'] = ResolversParentTypes['StanceMatrixCell']> = {
  topic?: Resolver<ResolversTypes['Topic'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['HeldPositionValue'], ParentType, ContextType>;
  untilMet?: Resolver<Maybe<ResolversTypes['UntilMet']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  contradicted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  statementCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  statements?: Resolver<Array<ResolversTypes['Statement']>, ParentType, ContextType, RequireFields<StanceMatrixCellStatementsArgs, 'first'>>;
  vote?: Resolver<Maybe<ResolversTypes['MatrixVote']>, ParentType, ContextType>;
};

export type MatrixVoteResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['MatrixVote'] = ResolversParentTypes['MatrixVote']> = {
  event?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
  vote?: Resolver<ResolversTypes['VoteChoice'], ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['HeldPositionValue']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  actor?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType, RequireFields<QueryActorArgs, 'id'>>;
  actors?: Resolver<ResolversTypes['ActorConnection'], ParentType, ContextType, Partial<QueryActorsArgs>>;
  topic?: Resolver<Maybe<ResolversTypes['Topic']>, ParentType, ContextType, RequireFields<QueryTopicArgs, 'id'>>;
  topics?: Resolver<ResolversTypes['TopicConnection'], ParentType, ContextType, Partial<QueryTopicsArgs>>;
  statement?: Resolver<Maybe<ResolversTypes['Statement']>, ParentType, ContextType, RequireFields<QueryStatementArgs, 'id'>>;
  statements?: Resolver<ResolversTypes['StatementConnection'], ParentType, ContextType, RequireFields<QueryStatementsArgs, 'orderBy'>>;
  stances?: Resolver<ResolversTypes['StanceRowConnection'], ParentType, ContextType, RequireFields<QueryStancesArgs, 'coding'>>;
  stanceTimeline?: Resolver<ResolversTypes['StanceTimeline'], ParentType, ContextType, RequireFields<QueryStanceTimelineArgs, 'interval' | 'coding'>>;
  stanceMatrix?: Resolver<ResolversTypes['StanceMatrix'], ParentType, ContextType, RequireFields<QueryStanceMatrixArgs, 'topics' | 'actorsAs' | 'rule' | 'expandJoint' | 'includeVotes' | 'coding'>>;
  positionChanges?: Resolver<ResolversTypes['PositionChangeConnection'], ParentType, ContextType, RequireFields<QueryPositionChangesArgs, 'actorsAs' | 'coding'>>;
  network?: Resolver<ResolversTypes['Network'], ParentType, ContextType, RequireFields<QueryNetworkArgs, 'input'>>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType, RequireFields<QuerySourceArgs, 'id'>>;
  sources?: Resolver<ResolversTypes['SourceConnection'], ParentType, ContextType, Partial<QuerySourcesArgs>>;
  publisher?: Resolver<Maybe<ResolversTypes['Publisher']>, ParentType, ContextType, RequireFields<QueryPublisherArgs, 'id'>>;
  publishers?: Resolver<ResolversTypes['PublisherConnection'], ParentType, ContextType, Partial<QueryPublishersArgs>>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType, RequireFields<QueryEventArgs, 'id'>>;
  events?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<QueryEventsArgs>>;
  dispute?: Resolver<Maybe<ResolversTypes['Dispute']>, ParentType, ContextType, RequireFields<QueryDisputeArgs, 'id'>>;
  disputes?: Resolver<ResolversTypes['DisputeConnection'], ParentType, ContextType, Partial<QueryDisputesArgs>>;
  conditions?: Resolver<ResolversTypes['ConditionConnection'], ParentType, ContextType, Partial<QueryConditionsArgs>>;
  search?: Resolver<ResolversTypes['SearchConnection'], ParentType, ContextType, RequireFields<QuerySearchArgs, 'query'>>;
  reliability?: Resolver<ResolversTypes['Reliability'], ParentType, ContextType, RequireFields<QueryReliabilityArgs, 'codings'>>;
  dataset?: Resolver<ResolversTypes['Dataset'], ParentType, ContextType>;
};

export type ReliabilityResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Reliability'] = ResolversParentTypes['Reliability']> = {
  alpha?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  units?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  coders?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  presence?: Resolver<ResolversTypes['Agreement'], ParentType, ContextType>;
  byProposition?: Resolver<Array<ResolversTypes['PropositionReliability']>, ParentType, ContextType>;
};

export type AgreementResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Agreement'] = ResolversParentTypes['Agreement']> = {
  alpha?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  units?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PropositionReliabilityResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['PropositionReliability'] = ResolversParentTypes['PropositionReliability']> = {
  topic?: Resolver<ResolversTypes['Topic'], ParentType, ContextType>;
  alpha?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  units?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  presence?: Resolver<ResolversTypes['Agreement'], ParentType, ContextType>;
};

export type SearchResultResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['SearchResult'] = ResolversParentTypes['SearchResult']> = {
  __resolveType: TypeResolveFn<'Actor' | 'Topic' | 'Statement' | 'Source' | 'Publisher' | 'Event' | 'Dispute', ParentType, ContextType>;
};

export type SearchConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['SearchConnection'] = ResolversParentTypes['SearchConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SearchEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SearchResult']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  exportUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<SearchConnectionExportUrlArgs, 'format'>>;
};

export type SearchEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['SearchEdge'] = ResolversParentTypes['SearchEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SearchResult'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SourceResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  author?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  section?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  archivedUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publisher?: Resolver<Maybe<ResolversTypes['Publisher']>, ParentType, ContextType>;
  statements?: Resolver<ResolversTypes['StatementConnection'], ParentType, ContextType, RequireFields<SourceStatementsArgs, 'orderBy'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PublisherResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Publisher'] = ResolversParentTypes['Publisher']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  control?: Resolver<ResolversTypes['PublisherControl'], ParentType, ContextType>;
  controlSource?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sources?: Resolver<ResolversTypes['SourceConnection'], ParentType, ContextType, Partial<PublisherSourcesArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SourceConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['SourceConnection'] = ResolversParentTypes['SourceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SourceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Source']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  exportUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<SourceConnectionExportUrlArgs, 'format'>>;
};

export type SourceEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['SourceEdge'] = ResolversParentTypes['SourceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
};

export type PublisherConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['PublisherConnection'] = ResolversParentTypes['PublisherConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PublisherEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Publisher']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  exportUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<PublisherConnectionExportUrlArgs, 'format'>>;
};

export type PublisherEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['PublisherEdge'] = ResolversParentTypes['PublisherEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Publisher'], ParentType, ContextType>;
};

export type StanceResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Stance'] = ResolversParentTypes['Stance']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  topic?: Resolver<ResolversTypes['Topic'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Position'], ParentType, ContextType>;
  untilMet?: Resolver<Maybe<ResolversTypes['UntilMet']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  conditions?: Resolver<Array<ResolversTypes['Condition']>, ParentType, ContextType>;
  rationale?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  confidence?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  coding?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  coder?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  codedAt?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
};

export type ConditionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Condition'] = ResolversParentTypes['Condition']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  topic?: Resolver<ResolversTypes['Topic'], ParentType, ContextType>;
  askedOf?: Resolver<Array<ResolversTypes['Actor']>, ParentType, ContextType>;
  statement?: Resolver<ResolversTypes['Statement'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StanceRowResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['StanceRow'] = ResolversParentTypes['StanceRow']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  speaker?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  capacity?: Resolver<ResolversTypes['Capacity'], ParentType, ContextType>;
  principal?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['Basis'], ParentType, ContextType>;
  proposition?: Resolver<ResolversTypes['Topic'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Position'], ParentType, ContextType>;
  untilMet?: Resolver<Maybe<ResolversTypes['UntilMet']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  confidence?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  coding?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  coder?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  date?: Resolver<ResolversTypes['EDTF'], ParentType, ContextType>;
  quote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  statement?: Resolver<ResolversTypes['Statement'], ParentType, ContextType>;
};

export type StanceRowConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['StanceRowConnection'] = ResolversParentTypes['StanceRowConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StanceRowEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['StanceRow']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  exportUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<StanceRowConnectionExportUrlArgs, 'format'>>;
};

export type StanceRowEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['StanceRowEdge'] = ResolversParentTypes['StanceRowEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StanceRow'], ParentType, ContextType>;
};

export type ConditionConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['ConditionConnection'] = ResolversParentTypes['ConditionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ConditionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Condition']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  exportUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<ConditionConnectionExportUrlArgs, 'format'>>;
};

export type ConditionEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['ConditionEdge'] = ResolversParentTypes['ConditionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Condition'], ParentType, ContextType>;
};

export type StatementResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Statement'] = ResolversParentTypes['Statement']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  act?: Resolver<ResolversTypes['Act'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['EDTF'], ParentType, ContextType>;
  dateFrom?: Resolver<ResolversTypes['EDTF'], ParentType, ContextType>;
  dateTo?: Resolver<ResolversTypes['EDTF'], ParentType, ContextType>;
  time?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dateBasis?: Resolver<Maybe<ResolversTypes['DateBasis']>, ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  speakers?: Resolver<Array<ResolversTypes['Speaker']>, ParentType, ContextType>;
  onBehalfOf?: Resolver<Array<ResolversTypes['OnBehalfOf']>, ParentType, ContextType>;
  principals?: Resolver<Array<ResolversTypes['Actor']>, ParentType, ContextType>;
  addressees?: Resolver<Array<ResolversTypes['Actor']>, ParentType, ContextType>;
  about?: Resolver<Array<ResolversTypes['Topic']>, ParentType, ContextType>;
  stances?: Resolver<Array<ResolversTypes['Stance']>, ParentType, ContextType, RequireFields<StatementStancesArgs, 'codings'>>;
  citations?: Resolver<Array<ResolversTypes['Citation']>, ParentType, ContextType>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType>;
  respondsTo?: Resolver<Array<ResolversTypes['ResponseTo']>, ParentType, ContextType>;
  responses?: Resolver<Array<ResolversTypes['ResponseFrom']>, ParentType, ContextType>;
  disputes?: Resolver<Array<ResolversTypes['Dispute']>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fingerprint?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SpeakerResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Speaker'] = ResolversParentTypes['Speaker']> = {
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  originalId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  capacity?: Resolver<ResolversTypes['Capacity'], ParentType, ContextType>;
  asNamed?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OnBehalfOfResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['OnBehalfOf'] = ResolversParentTypes['OnBehalfOf']> = {
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  originalId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['Basis'], ParentType, ContextType>;
};

export type CitationResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Citation'] = ResolversParentTypes['Citation']> = {
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  quote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  translated?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  elided?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  attribution?: Resolver<ResolversTypes['Attribution'], ParentType, ContextType>;
  reportedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  primary?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  start?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  end?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  prefix?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  suffix?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StatementOrEventResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['StatementOrEvent'] = ResolversParentTypes['StatementOrEvent']> = {
  __resolveType: TypeResolveFn<'Statement' | 'Event', ParentType, ContextType>;
};

export type ResponseToResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['ResponseTo'] = ResolversParentTypes['ResponseTo']> = {
  kind?: Resolver<ResolversTypes['ResponseKind'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['StatementOrEvent'], ParentType, ContextType>;
};

export type ResponseFromResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['ResponseFrom'] = ResolversParentTypes['ResponseFrom']> = {
  kind?: Resolver<ResolversTypes['ResponseKind'], ParentType, ContextType>;
  statement?: Resolver<ResolversTypes['Statement'], ParentType, ContextType>;
};

export type StatementConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['StatementConnection'] = ResolversParentTypes['StatementConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StatementEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Statement']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  exportUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<StatementConnectionExportUrlArgs, 'format'>>;
  facets?: Resolver<Maybe<ResolversTypes['StatementFacets']>, ParentType, ContextType>;
};

export type StatementEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['StatementEdge'] = ResolversParentTypes['StatementEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Statement'], ParentType, ContextType>;
};

export type StanceTimelineResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['StanceTimeline'] = ResolversParentTypes['StanceTimeline']> = {
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  points?: Resolver<Array<ResolversTypes['TimelinePoint']>, ParentType, ContextType>;
  imprecise?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TimelinePointResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['TimelinePoint'] = ResolversParentTypes['TimelinePoint']> = {
  from?: Resolver<ResolversTypes['EDTF'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['EDTF'], ParentType, ContextType>;
  support?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  oppose?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  neutral?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  conditionalSupport?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  conditionalOppose?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  conditionalUnstated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type TopicResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['Topic'] = ResolversParentTypes['Topic']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['TopicKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  aligned?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  valence?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['EDTF']>, ParentType, ContextType>;
  partOf?: Resolver<Array<ResolversTypes['Topic']>, ParentType, ContextType>;
  parts?: Resolver<Array<ResolversTypes['Topic']>, ParentType, ContextType>;
  decidedBy?: Resolver<Array<ResolversTypes['Decision']>, ParentType, ContextType>;
  statements?: Resolver<ResolversTypes['StatementConnection'], ParentType, ContextType, RequireFields<TopicStatementsArgs, 'as' | 'orderBy'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TopicConnectionResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['TopicConnection'] = ResolversParentTypes['TopicConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TopicEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Topic']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  exportUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<TopicConnectionExportUrlArgs, 'format'>>;
};

export type TopicEdgeResolvers<ContextType = ApiContext, ParentType extends ResolversParentTypes['TopicEdge'] = ResolversParentTypes['TopicEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Topic'], ParentType, ContextType>;
};

export type Resolvers<ContextType = ApiContext> = {
  Actor?: ActorResolvers<ContextType>;
  Merge?: MergeResolvers<ContextType>;
  MergedActor?: MergedActorResolvers<ContextType>;
  Membership?: MembershipResolvers<ContextType>;
  Office?: OfficeResolvers<ContextType>;
  ActorConnection?: ActorConnectionResolvers<ContextType>;
  ActorEdge?: ActorEdgeResolvers<ContextType>;
  EDTF?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Dataset?: DatasetResolvers<ContextType>;
  DatasetCounts?: DatasetCountsResolvers<ContextType>;
  ExportFormat?: ExportFormatResolvers<ContextType>;
  Dispute?: DisputeResolvers<ContextType>;
  Claim?: ClaimResolvers<ContextType>;
  DisputeConnection?: DisputeConnectionResolvers<ContextType>;
  DisputeEdge?: DisputeEdgeResolvers<ContextType>;
  Event?: EventResolvers<ContextType>;
  Decision?: DecisionResolvers<ContextType>;
  Involvement?: InvolvementResolvers<ContextType>;
  Vote?: VoteResolvers<ContextType>;
  EventConnection?: EventConnectionResolvers<ContextType>;
  EventEdge?: EventEdgeResolvers<ContextType>;
  VoteConnection?: VoteConnectionResolvers<ContextType>;
  VoteEdge?: VoteEdgeResolvers<ContextType>;
  StatementFacets?: StatementFacetsResolvers<ContextType>;
  ActorFacet?: ActorFacetResolvers<ContextType>;
  TopicFacet?: TopicFacetResolvers<ContextType>;
  PositionFacet?: PositionFacetResolvers<ContextType>;
  YearFacet?: YearFacetResolvers<ContextType>;
  PublisherFacet?: PublisherFacetResolvers<ContextType>;
  ControlFacet?: ControlFacetResolvers<ContextType>;
  ActFacet?: ActFacetResolvers<ContextType>;
  NetworkSlice?: NetworkSliceResolvers<ContextType>;
  Network?: NetworkResolvers<ContextType>;
  NetworkWindow?: NetworkWindowResolvers<ContextType>;
  NetworkNode?: NetworkNodeResolvers<ContextType>;
  NetworkEdge?: NetworkEdgeResolvers<ContextType>;
  NetworkVote?: NetworkVoteResolvers<ContextType>;
  NetworkMatrix?: NetworkMatrixResolvers<ContextType>;
  NetworkPolarisation?: NetworkPolarisationResolvers<ContextType>;
  PositionChange?: PositionChangeResolvers<ContextType>;
  HeldPosition?: HeldPositionResolvers<ContextType>;
  PositionChangeConnection?: PositionChangeConnectionResolvers<ContextType>;
  PositionChangeEdge?: PositionChangeEdgeResolvers<ContextType>;
  StanceMatrix?: StanceMatrixResolvers<ContextType>;
  StanceMatrixRow?: StanceMatrixRowResolvers<ContextType>;
  StanceMatrixCell?: StanceMatrixCellResolvers<ContextType>;
  MatrixVote?: MatrixVoteResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Reliability?: ReliabilityResolvers<ContextType>;
  Agreement?: AgreementResolvers<ContextType>;
  PropositionReliability?: PropositionReliabilityResolvers<ContextType>;
  SearchResult?: SearchResultResolvers<ContextType>;
  SearchConnection?: SearchConnectionResolvers<ContextType>;
  SearchEdge?: SearchEdgeResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  Publisher?: PublisherResolvers<ContextType>;
  SourceConnection?: SourceConnectionResolvers<ContextType>;
  SourceEdge?: SourceEdgeResolvers<ContextType>;
  PublisherConnection?: PublisherConnectionResolvers<ContextType>;
  PublisherEdge?: PublisherEdgeResolvers<ContextType>;
  Stance?: StanceResolvers<ContextType>;
  Condition?: ConditionResolvers<ContextType>;
  StanceRow?: StanceRowResolvers<ContextType>;
  StanceRowConnection?: StanceRowConnectionResolvers<ContextType>;
  StanceRowEdge?: StanceRowEdgeResolvers<ContextType>;
  ConditionConnection?: ConditionConnectionResolvers<ContextType>;
  ConditionEdge?: ConditionEdgeResolvers<ContextType>;
  Statement?: StatementResolvers<ContextType>;
  Speaker?: SpeakerResolvers<ContextType>;
  OnBehalfOf?: OnBehalfOfResolvers<ContextType>;
  Citation?: CitationResolvers<ContextType>;
  StatementOrEvent?: StatementOrEventResolvers<ContextType>;
  ResponseTo?: ResponseToResolvers<ContextType>;
  ResponseFrom?: ResponseFromResolvers<ContextType>;
  StatementConnection?: StatementConnectionResolvers<ContextType>;
  StatementEdge?: StatementEdgeResolvers<ContextType>;
  StanceTimeline?: StanceTimelineResolvers<ContextType>;
  TimelinePoint?: TimelinePointResolvers<ContextType>;
  Topic?: TopicResolvers<ContextType>;
  TopicConnection?: TopicConnectionResolvers<ContextType>;
  TopicEdge?: TopicEdgeResolvers<ContextType>;
};

