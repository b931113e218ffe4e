import { fullTextIndex } from '../../src/store/neo4j/search.js';

/** The graph as `@neo4j/graphql` wants it described: as much of it as the cases ask for. It compares no `ID`s. */
export const GENERATED_SDL = `
  type Actor @node {
    id: ID!
    kind: String!
    name: String!
    statements: [Statement!]! @relationship(type: "ON_BEHALF_OF", direction: IN)
    heard: [Statement!]! @relationship(type: "ADDRESSED_TO", direction: IN)
  }

  type Topic @node {
    id: ID!
    kind: String!
    name: String!
    statements: [Statement!]! @relationship(type: "TAKES_STANCE", direction: IN, properties: "TakesStance")
  }

  type Source @node {
    id: ID!
    title: String
    url: String
  }

  type Statement
    @node
    @fulltext(indexes: [{ indexName: "${fullTextIndex('Statement')}", queryName: "searchStatements", fields: ["searchText"] }]) {
    id: String!
    act: String!
    date: String!
    dateFrom: String!
    dateTo: String!
    summary: String
    searchText: String
    speakers: [Actor!]! @relationship(type: "MADE_BY", direction: OUT, properties: "MadeBy")
    principals: [Actor!]! @relationship(type: "ON_BEHALF_OF", direction: OUT)
    addressees: [Actor!]! @relationship(type: "ADDRESSED_TO", direction: OUT)
    about: [Topic!]! @relationship(type: "ABOUT", direction: OUT)
    stances: [Topic!]! @relationship(type: "TAKES_STANCE", direction: OUT, properties: "TakesStance")
    sources: [Source!]! @relationship(type: "REPORTED_IN", direction: OUT, properties: "ReportedIn")
  }

  type MadeBy @relationshipProperties {
    role: String
  }

  type TakesStance @relationshipProperties {
    position: String!
    coding: String!
  }

  type ReportedIn @relationshipProperties {
    quote: String
  }
`;
