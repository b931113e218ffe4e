import { graphql } from '../../client/graphql';
import { useAnswer } from '../data/use-answer';

const terms = graphql(`
  query DatasetTerms {
    dataset {
      name
      version
      modified
      licence
      citation
      softwareVersion
      revision
    }
  }
`);

/** Which data this is, under which terms, and how to cite it. */
export function DatasetFooter() {
  const { data } = useAnswer(terms, {});
  const dataset = data?.dataset;
  return (
    <footer className="bottom">
      {dataset && (
        <p>
          {dataset.name}
          {dataset.version && `, dataset version ${dataset.version}`}
          {dataset.modified && ', with records of your own'}
          {dataset.licence && `. Records under ${dataset.licence}; quotations remain their sources’.`}
          {` Revision ${dataset.revision}, software ${dataset.softwareVersion}.`}
        </p>
      )}
      {dataset?.citation && <p>Cite as: {dataset.citation}</p>}
      <p>Silence is no position: where there is no record, that is a fact about the collection.</p>
    </footer>
  );
}
