import { Link } from 'react-router';

/** A link to the page of a node: its id is its address. */
export function NodeLink({ node }: { readonly node: { readonly id: string; readonly name: string } }) {
  return (
    <Link to={`/${node.id}`} dir="auto">
      {node.name}
    </Link>
  );
}
