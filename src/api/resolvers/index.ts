import type { Resolvers } from '../schema.generated.js';
import { Actor, Membership, Merge, MergedActor, Office } from './actor.js';
import { Dataset } from './dataset.js';
import { Dispute } from './dispute.js';
import { Decision, Event, Involvement, Vote } from './event.js';
import { ActorFacet, PublisherFacet, StatementFacets, TopicFacet } from './facets.js';
import { Network, NetworkEdge, NetworkNode, NetworkSlice, NetworkVote, NetworkWindow } from './network.js';
import { Node, SearchResult, StatementOrEvent } from './node.js';
import {
  HeldPosition,
  MatrixVote,
  PositionChange,
  StanceMatrix,
  StanceMatrixCell,
  StanceMatrixRow,
} from './positions.js';
import { Query } from './query.js';
import { PropositionReliability } from './reliability.js';
import { DateTime, EDTF } from './scalars.js';
import { SearchEdge } from './search.js';
import { Citation, Publisher, Source } from './source.js';
import { Condition, Stance, StanceRow } from './stance.js';
import { Statement } from './statement.js';
import { Topic } from './topic.js';

/** The resolvers by type. A field without one is a column of its row, or a function of its page. */
export const resolvers: Resolvers = {
  Actor,
  ActorFacet,
  Citation,
  Condition,
  Dataset,
  DateTime,
  Decision,
  Dispute,
  EDTF,
  Event,
  HeldPosition,
  Involvement,
  MatrixVote,
  Membership,
  Merge,
  MergedActor,
  Network,
  NetworkEdge,
  NetworkNode,
  NetworkSlice,
  NetworkVote,
  NetworkWindow,
  Node,
  Office,
  PositionChange,
  PropositionReliability,
  Publisher,
  PublisherFacet,
  Query,
  SearchEdge,
  SearchResult,
  Source,
  Stance,
  StanceMatrix,
  StanceMatrixCell,
  StanceMatrixRow,
  StanceRow,
  Statement,
  StatementFacets,
  StatementOrEvent,
  Topic,
  TopicFacet,
  Vote,
};
