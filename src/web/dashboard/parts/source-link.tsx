import type { ResultOf } from 'gql.tada';
import { graphql } from '../../client/graphql';
import { edtfWords } from '../data/edtf-words';
import { CONTROL_WORDS } from '../data/enum-words';
import { webAddress } from '../data/web-address';

export const sourceFields = graphql(`
  fragment SourceFields on Source {
    id
    title
    url
    archivedUrl
    publishedAt
    publisher { id name control }
  }
`);

/** Where it is reported: title, publisher and who controls it, date, and the way there. */
export function SourceLink({ source }: { readonly source: ResultOf<typeof sourceFields> }) {
  const address = webAddress(source.url);
  const archived = webAddress(source.archivedUrl);
  const title = source.title ?? source.url ?? source.id;
  const { publisher } = source;
  return (
    <span className="source" dir="auto">
      {publisher && (
        <>
          <span title={CONTROL_WORDS[publisher.control]}>{publisher.name}</span>
          {publisher.control === 'STATE' && <span className="tag">state</span>}{' '}
        </>
      )}
      {address ? (
        <a href={address} target="_blank" rel="noreferrer" className="outward">
          {title}
        </a>
      ) : (
        <cite>{title}</cite>
      )}
      {source.publishedAt && <span className="aside">, {edtfWords(source.publishedAt)}</span>}
      {archived && (
        <>
          {' '}
          <a href={archived} target="_blank" rel="noreferrer">
            archived copy
          </a>
        </>
      )}
    </span>
  );
}
